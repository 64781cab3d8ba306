// What scripts say comes from the page, in the reader's language.
const words = document.getElementById('page.words')?.dataset ?? {}
globalThis.mainline = {
  words,
  say(text) {
    const place = document.getElementById('page.said')
    if (!place) return
    place.textContent = ''
    setTimeout(() => { place.textContent = text }, 50)
  },
  // Does something once to each element of a kind, also to those that arrive later.
  each(selector, act) {
    const met = new WeakSet()
    const meet = place => {
      for (const found of [place, ...place.querySelectorAll(selector)].filter(any => any.matches(selector) && !met.has(any))) {
        met.add(found)
        act(found)
      }
    }
    meet(document.body)
    document.addEventListener('htmx:load', event => meet(event.detail.elt))
  },
  make(tag, attributes = {}, ...inside) {
    const made = document.createElement(tag)
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
    made.append(...inside)
    return made
  },
}
