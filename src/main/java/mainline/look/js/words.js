// What scripts say comes from the page, in the reader's language.
const words = document.getElementById('words')?.dataset ?? {}
globalThis.mainline = {
  words,
  say(text) {
    const place = document.getElementById('said')
    if (!place) return
    place.textContent = ''
    setTimeout(() => { place.textContent = text }, 50)
  },
  make(tag, attributes = {}, ...inside) {
    const made = document.createElement(tag)
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
    made.append(...inside)
    return made
  },
}
