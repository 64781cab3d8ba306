// While somebody writes @ and the beginning of a name: whom it could mean, to take with the keys or a tap. The text stays a
// text box and keeps the focus; which line of the list is chosen is told by aria-activedescendant.
const { words, say, make, each } = globalThis.mainline
const BEGUN = /(?:^|[^\p{L}\p{M}\p{N}._/@+-])@([\p{L}\p{M}\p{N}-]{0,60})$/u
const PAUSE = 150
let lists = 0

each('textarea[data-suggest]', box => {
  const list = make('ul', { class: 'suggest', role: 'listbox', id: `suggest-${++lists}`, 'aria-label': words.mention, hidden: '' })
  box.after(list)
  box.setAttribute('aria-autocomplete', 'list')
  box.setAttribute('aria-haspopup', 'listbox')

  let wait = 0
  let asked = null
  let refused = -1
  const begun = () => box.selectionStart === box.selectionEnd
    ? BEGUN.exec(box.value.slice(Math.max(0, box.selectionEnd - 80), box.selectionEnd))?.[1] ?? null
    : null
  const sign = typed => box.selectionEnd - typed.length - 1
  const chosen = () => list.querySelector('[aria-selected=true]')

  const close = () => {
    clearTimeout(wait)
    asked?.abort()
    list.hidden = true
    list.replaceChildren()
    box.removeAttribute('aria-controls')
    box.removeAttribute('aria-activedescendant')
  }
  const choose = line => {
    chosen()?.setAttribute('aria-selected', 'false')
    line.setAttribute('aria-selected', 'true')
    box.setAttribute('aria-activedescendant', line.id)
    line.scrollIntoView({ block: 'nearest' })
  }
  const take = line => {
    const typed = begun()
    close()
    if (typed === null) return
    const text = `@${line.dataset.handle} `
    box.focus()
    box.setSelectionRange(sign(typed), box.selectionEnd)
    // As if it had been typed: it can be undone, and whatever listens to typing hears of it.
    if (document.execCommand('insertText', false, text)) return
    box.setRangeText(text, box.selectionStart, box.selectionEnd, 'end')
    box.dispatchEvent(new Event('input', { bubbles: true }))
  }
  const show = people => {
    if (people.length === 0) { close(); return }
    const before = list.children.length
    list.replaceChildren(...people.map(({ handle, name }, i) => {
      const line = make('li', { role: 'option', id: `${list.id}-${i}`, 'aria-selected': 'false', 'data-handle': handle },
        make('bdi', {}, name), ' ', make('small', {}, make('bdi', {}, `@${handle}`)))
      line.addEventListener('click', () => take(line))
      return line
    }))
    list.hidden = false
    box.setAttribute('aria-controls', list.id)
    choose(list.firstElementChild)
    list.scrollIntoView({ block: 'nearest' })
    if (before !== people.length) say(words.mentions.replace('#', people.length))
  }
  const ask = async () => {
    const typed = begun()
    if (typed === null || sign(typed) === refused) { close(); return }
    refused = -1
    asked?.abort()
    asked = new AbortController()
    try {
      const answer = await fetch(box.dataset.suggest + encodeURIComponent(typed), { headers: { Accept: 'application/json' }, signal: asked.signal })
      const people = answer.ok && !answer.redirected ? await answer.json() : []
      if (begun() === typed && document.activeElement === box) show(people)
    } catch (broken) {
      // Nobody answers: a handle can be written by hand.
      if (broken.name !== 'AbortError') close()
    }
  }
  const typing = () => {
    clearTimeout(wait)
    if (begun() === null) close()
    else wait = setTimeout(ask, PAUSE)
  }

  box.addEventListener('input', event => { if (!event.isComposing) typing() })
  box.addEventListener('compositionend', typing)
  box.addEventListener('click', close)
  box.addEventListener('blur', close)
  // A tap on the list leaves the text its focus, and the phone its keyboard.
  list.addEventListener('mousedown', event => event.preventDefault())
  box.addEventListener('keydown', event => {
    if (list.hidden || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const line = chosen()
    if (event.key === 'ArrowDown') choose(line.nextElementSibling ?? list.firstElementChild)
    else if (event.key === 'ArrowUp') choose(line.previousElementSibling ?? list.lastElementChild)
    else if (event.key === 'Enter' || event.key === 'Tab') take(line)
    else if (event.key === 'Escape') { refused = sign(begun() ?? ''); close() }
    else { if (/^(Arrow|Home|End|Page)/.test(event.key)) close(); return }
    event.preventDefault()
    event.stopPropagation()
  })
})
