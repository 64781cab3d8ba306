// Buttons that move an option up or down a ranking. The numbers in the fields stay what counts: who touches an option gives it a
// place, the others stay without one, below.
const { say, make, each } = globalThis.mainline

each('.ranking', list => {
  const rows = () => [...list.children]
  const field = row => row.querySelector('input')
  const ranked = () => rows().filter(row => field(row).value !== '').sort((a, b) => field(a).value - field(b).value)
  const move = (row, button, step) => {
    const order = ranked()
    const at = order.indexOf(row)
    if (at < 0 ? step > 0 : at + step < 0) return
    if (at >= 0) order.splice(at, 1)
    // Up gives what had no place the last one; down from the last place takes it away.
    const to = at < 0 ? order.length : at + step
    if (to <= order.length) order.splice(to, 0, row)
    const rest = rows().filter(each => !order.includes(each))
    list.append(...order, ...rest)
    order.forEach((each, i) => { field(each).value = i + 1 })
    rest.forEach(each => { field(each).value = '' })
    button.focus()
    const place = order.indexOf(row) + 1
    const words = place > 0 ? list.dataset.said.replace('%', place) : list.dataset.unplaced
    say(words.replace('#', row.querySelector('label').textContent))
  }
  for (const row of rows()) {
    const name = row.querySelector('label').textContent
    const buttons = [[-1, '↑', list.dataset.up], [1, '↓', list.dataset.down]].map(([step, sign, words]) => {
      const button = make('button', { type: 'button', class: 'btn small', 'aria-label': words.replace('#', name) }, sign)
      button.addEventListener('click', () => move(row, button, step))
      return button
    })
    row.append(make('span', { class: 'moves' }, ...buttons))
  }
})
