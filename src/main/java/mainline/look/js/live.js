// An open page hears that something moved, and asks for itself anew. New answers wait behind a button; what stands beside the
// text is renewed in place. Nothing that has the focus, or in which something was typed, is touched.
const { words, say, make } = globalThis.mainline
const talk = document.querySelector('[data-live]')
const NEW_ANSWER = 'comment.written'

// A part of the page as its reader sees it: what scripts and clocks have made of it since counts for nothing.
const print = part => {
  const bare = part.cloneNode(true)
  for (const own of bare.querySelectorAll('time, own-time, .draft, .kept, .format, .left, .moves')) own.remove()
  const hidden = [...bare.querySelectorAll('input[type=hidden]:not([name=_csrf], [name=nonce])')].map(field => field.value)
  return bare.textContent.replace(/\s+/g, ' ') + hidden.join(' ')
}

const isChanged = field => {
  if (field.type === 'hidden') return false
  if (['checkbox', 'radio'].includes(field.type)) return field.checked !== field.defaultChecked
  if (field.tagName !== 'SELECT') return field.value !== field.defaultValue
  const first = [...field.options].findIndex(option => option.defaultSelected)
  return field.selectedIndex !== Math.max(first, 0)
}
const isInUse = part => part.contains(document.activeElement) || [...part.querySelectorAll('input, textarea, select')].some(isChanged)

const arrive = made => {
  globalThis.htmx?.process(made)
  made.dispatchEvent(new CustomEvent('htmx:load', { bubbles: true, detail: { elt: made } }))
}

const likeBefore = (before, fresh) => {
  const made = document.importNode(fresh, true)
  const folds = [...before.querySelectorAll('details')]
  for (const fold of made.querySelectorAll('details')) {
    const same = folds.find(each => each.querySelector('summary')?.textContent === fold.querySelector('summary')?.textContent)
    if (same) fold.open = same.open
  }
  return made
}

const named = place => {
  const met = new Map()
  return [...place.children].map(part => {
    const name = part.id || part.querySelector('h2, summary')?.textContent || part.className
    met.set(name, (met.get(name) ?? 0) + 1)
    return [`${name} ${met.get(name)}`, part]
  })
}

// What stays is never moved, or it would lose the focus.
const renew = (place, fresh) => {
  const before = new Map(named(place))
  let next = place.firstElementChild
  let changed = false
  const put = (made, old) => {
    if (old) old.replaceWith(made)
    else place.insertBefore(made, next)
    arrive(made)
    changed = true
    return made
  }
  for (const [name, part] of named(fresh)) {
    const old = before.get(name)
    before.delete(name)
    const stays = old && (print(old) === print(part) || isInUse(old))
    next = (stays ? old : put(old ? likeBefore(old, part) : document.importNode(part, true), old)).nextElementSibling
  }
  for (const gone of before.values()) if (!isInUse(gone)) { gone.remove(); changed = true }
  return changed
}

const parts = page => page.querySelectorAll('.object > aside, [data-fresh]')

const renewParts = page => {
  const fresh = parts(page)
  const changed = [...parts(document)].map((place, i) => fresh[i] && renew(place, fresh[i])).some(Boolean)
  if (changed) say(talk.dataset.renewed)
}

const unseen = page => [...page.querySelectorAll('#discussion .talk li[id]')].filter(item => !document.getElementById(item.id))

const listIn = (home, like) => {
  const list = [...home.children].find(each => each.matches('ol.talk'))
  if (list) return list
  const made = make('ol', { class: like.className })
  const nothing = home === talk && home.querySelector(':scope > p.quiet')
  if (nothing) nothing.replaceWith(made)
  else home.append(made)
  return made
}

// An answer brings along what answers it.
const takeIn = page => {
  const added = []
  for (const item of unseen(page)) {
    if (document.getElementById(item.id)) continue
    const above = item.parentElement.closest('li[id]')
    const made = document.importNode(item, true)
    listIn(above ? document.getElementById(above.id) : talk, item.parentElement).append(made)
    arrive(made)
    added.push(made)
  }
  document.getElementById('discussion-title').textContent = page.getElementById('discussion-title').textContent
  return added[0]
}

const ask = async () => {
  const answer = await fetch(location.pathname + location.search, { headers: { Accept: 'text/html', 'X-Requested-With': 'live' } })
  if (!answer.ok) throw new Error(answer.status)
  return new DOMParser().parseFromString(await answer.text(), 'text/html')
}

if (talk && globalThis.EventSource) {
  const place = make('div', { class: 'fresh', role: 'status' })
  document.querySelector('main').append(place)
  let waiting = 0

  const show = async () => {
    try {
      const first = takeIn(await ask())
      offer(0)
      // They stand on a later page of the discussion.
      if (!first) { location.reload(); return }
      first.tabIndex = -1
      first.focus({ preventScroll: true })
      const still = matchMedia('(prefers-reduced-motion: reduce)').matches
      first.scrollIntoView({ block: 'center', behavior: still ? 'auto' : 'smooth' })
    } catch { say(words.failed) }
  }

  const offer = number => {
    waiting = number
    if (!number) { place.replaceChildren(); return }
    const button = place.firstElementChild ?? make('button', { type: 'button', class: 'btn go' })
    button.textContent = number === 1 ? talk.dataset.one : talk.dataset.many.replace('#', number)
    button.onclick = show
    if (!place.firstElementChild) place.append(button)
  }

  // Many who read the same page do not all ask in one moment.
  let soon
  const look = (after = 200 + Math.random() * 600) => {
    soon ??= setTimeout(async () => {
      soon = null
      try {
        const page = await ask()
        renewParts(page)
        offer(unseen(page).length)
      } catch { if (stream) look(10_000 + Math.random() * 20_000) }
    }, after)
  }

  let stream = null
  let later
  let heardBefore = false
  const close = () => { stream?.close(); stream = null; clearTimeout(later); clearTimeout(soon); soon = null }
  const open = () => {
    if (stream || document.visibilityState === 'hidden') return
    stream = new EventSource(talk.dataset.live)
    stream.addEventListener('open', () => { if (heardBefore) look(); heardBefore = true })
    stream.addEventListener('look', () => look())
    stream.addEventListener('moved', event => { if (event.data.endsWith(` ${NEW_ANSWER}`)) offer(waiting + 1); else look() })
    stream.addEventListener('error', () => {
      if (stream?.readyState !== EventSource.CLOSED) return
      close()
      later = setTimeout(open, 60_000 + Math.random() * 60_000)
    })
  }
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') close(); else open() })
  addEventListener('pagehide', close)
  addEventListener('pageshow', event => { if (event.persisted) open() })
  addEventListener('load', () => { later = setTimeout(open, 500) })
}
