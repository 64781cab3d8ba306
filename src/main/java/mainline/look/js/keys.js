// Single keys for those who like them: / search, g and a letter, j and k in lists, ? shows them. They can be switched off.
const { words, make } = globalThis.mainline
const links = new Map()
for (const link of document.querySelectorAll('.bar nav > a, .bar .mark')) {
  const letter = [...link.textContent.trim().toLowerCase()].find(each => /\p{L}/u.test(each) && !links.has(each))
  if (letter) links.set(letter, link)
}
const items = () => [...document.querySelectorAll('.rows h2 > a, .rows h3 > a, .talk > li')].filter(item => item.offsetParent)
const used = () => { try { return localStorage.getItem('keys') !== 'off' } catch { return true } }

function move(by) {
  const all = items()
  const at = all.findIndex(item => item === document.activeElement || item.contains(document.activeElement))
  const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1)]
  if (!next) return
  if (next.tagName !== 'A') next.tabIndex = -1
  next.focus()
  next.scrollIntoView({ block: 'nearest' })
}

function search() {
  const box = document.querySelector('input[type=search]')
  if (box) box.focus()
  return Boolean(box)
}

function show() {
  const list = make('dl')
  const line = (keys, text) => list.append(make('dt', {}, ...keys.flatMap(key => [make('kbd', {}, key), ' '])), make('dd', {}, text))
  if (document.querySelector('input[type=search]')) line(['/'], words.search)
  for (const [letter, link] of links) line(['g', letter], `${words.go} ${link.textContent.trim()}`)
  line(['j', 'k'], words.list)
  line(['?'], words.help)
  const use = make('input', { type: 'checkbox' })
  use.checked = used()
  use.addEventListener('change', () => localStorage.setItem('keys', use.checked ? 'on' : 'off'))
  const close = make('button', { class: 'btn' }, words.close)
  const dialog = make('dialog', { 'aria-labelledby': 'keys-title' }, make('h2', { id: 'keys-title' }, words.keys), list,
    make('form', { method: 'dialog', class: 'cluster ends' }, make('label', { class: 'choice' }, use, words.use), close))
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
}

let going = 0
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return
  if (event.target.closest?.('input, textarea, select, [contenteditable], dialog')) return
  if (event.key === '?') { show(); return }
  if (!used()) return
  if (event.timeStamp - going < 1500 && links.has(event.key)) { going = 0; links.get(event.key).click(); return }
  going = event.key === 'g' ? event.timeStamp : 0
  if (event.key === 'j') move(1)
  if (event.key === 'k') move(-1)
  if (event.key === '/' && search()) event.preventDefault()
})
