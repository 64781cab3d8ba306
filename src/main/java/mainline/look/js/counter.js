// How many characters are left, once it matters. Nothing is cut off: the server says what does not fit.
const { words, make, each } = globalThis.mainline

each('[data-max]', box => {
  const max = Number(box.dataset.max)
  const place = make('span', { class: 'left', hidden: '' })
  box.after(place)
  const count = () => {
    const left = max - [...box.value].length
    place.hidden = left > max * 0.1
    place.classList.toggle('over', left < 0)
    place.textContent = `${Math.abs(left)} ${left < 0 ? words.over : words.left}`
  }
  box.addEventListener('input', count)
  count()
})
