// Buttons that move an option up or down a ranking. The numbers in the fields stay what counts.
const { say, make, each } = globalThis.mainline

each('.ranking', list => {
  const rows = () => [...list.children]
  const number = () => rows().forEach((row, i) => { row.querySelector('input').value = i + 1 })
  const move = (row, button, step) => {
    const other = step < 0 ? row.previousElementSibling : row.nextElementSibling
    if (!other) return
    if (step < 0) other.before(row)
    else other.after(row)
    number()
    button.focus()
    say(list.dataset.said.replace('#', row.querySelector('label').textContent).replace('%', rows().indexOf(row) + 1))
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
