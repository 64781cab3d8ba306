// Keeps what is typed into a form with data-draft in this browser until the server has accepted it.
const { words, say, make, each } = globalThis.mainline
const key = form => `draft:${document.body.dataset.me}:${form.dataset.draft}`
const fields = form => [...form.elements].filter(field => field.name && !['hidden', 'password', 'file', 'submit', 'button', 'fieldset'].includes(field.type))
const read = field => ['checkbox', 'radio'].includes(field.type) ? String(field.checked) : field.value
const first = field => ['checkbox', 'radio'].includes(field.type) ? String(field.defaultChecked)
  : field.tagName === 'SELECT' ? [...field.options].find(option => option.defaultSelected)?.value ?? field.options[0]?.value ?? '' : field.defaultValue
const name = field => field.type === 'radio' || field.type === 'checkbox' ? `${field.name}=${field.value}` : field.name
const all = (form, get) => Object.fromEntries(fields(form).map(field => [name(field), get(field)]))
const put = (form, values) => {
  for (const field of fields(form)) {
    const value = values[name(field)]
    if (value === undefined) continue
    if (['checkbox', 'radio'].includes(field.type)) field.checked = value === 'true'
    else field.value = value
    field.dispatchEvent(new Event('input'))
  }
}
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b)

let storage = null
try { storage = globalThis.localStorage } catch { /* switched off: forms work as they are */ }

if (storage) {
  const sent = sessionStorage.getItem('draft-sent')
  sessionStorage.removeItem('draft-sent')
  const refused = document.querySelector('.problems, [aria-invalid=true], .error') || /\/sign-in$/.test(location.pathname)
  if (sent && !refused) storage.removeItem(sent)

  each('form[data-draft]', form => {
    const place = make('p', { class: 'draft', role: 'status' })
    form.prepend(place)
    const began = all(form, first)
    const offer = (text, ...buttons) => place.replaceChildren(text, ...buttons.map(([label, act]) => {
      const button = make('button', { type: 'button', class: 'btn bare' }, label)
      button.addEventListener('click', () => { act(); place.replaceChildren() })
      return button
    }))
    const discard = [words.discard, () => { put(form, began); storage.removeItem(key(form)) }]
    let kept = null
    try { kept = JSON.parse(storage.getItem(key(form))) } catch { storage.removeItem(key(form)) }
    if (kept && !form.querySelector('[aria-invalid=true]') && !same(kept.now, began)) {
      if (same(kept.began, began)) { put(form, kept.now); offer(words.restored, discard) }
      else offer(words.older, [words.putBack, () => put(form, kept.now)], discard)
    }
    let wait = 0
    const keep = () => {
      const now = all(form, read)
      if (same(now, began)) storage.removeItem(key(form))
      else try { storage.setItem(key(form), JSON.stringify({ began, now })); return true } catch { /* full: the form itself still holds it */ }
      return false
    }
    // Said where one types; heard only once, or it would talk into every word.
    let told = false
    const tell = field => {
      const home = field.closest('.field')
      const isKept = keep()
      for (const old of form.querySelectorAll('.kept')) if (!isKept || old.parentElement !== home) old.remove()
      if (!isKept || !home || home.querySelector(':scope > .kept')) return
      const note = make('small', { class: 'kept' }, words.kept)
      // Within the label of a choice it would stand among its words.
      if (field.closest('label')) home.append(note)
      else field.after(note)
      if (!told) say(words.kept)
      told = true
    }
    form.addEventListener('input', event => {
      if (!event.isTrusted) return
      clearTimeout(wait)
      wait = setTimeout(() => { wait = 0; tell(event.target) }, 400)
    })
    // What the server keeps needs no second copy here, which would be offered beside it.
    form.addEventListener('htmx:afterSwap', event => {
      if (!event.target.matches('[data-kept]') || !event.target.textContent.trim()) return
      storage.removeItem(key(form))
      for (const note of form.querySelectorAll('.kept')) note.remove()
    })
    form.addEventListener('submit', () => { clearTimeout(wait); keep(); sessionStorage.setItem('draft-sent', key(form)) })
    addEventListener('pagehide', () => { if (wait) keep() })
  })
}
