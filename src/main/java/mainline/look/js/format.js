// Above a text box in which Markdown is written: buttons and keys that write it. All they do can be undone, as if it had been typed.
const { words, say, make, each } = globalThis.mainline
const PICTURE = /^image\/(png|jpeg|gif|webp)$/
const ADDRESS = /^https?:\/\/\S+$/

// Replaces a stretch of the text and selects a part of what is there then.
const put = (box, from, to, text, start = text.length, end = start) => {
  box.focus()
  box.setSelectionRange(from, to)
  const done = text ? document.execCommand('insertText', false, text) : document.execCommand('delete')
  if (!done) {
    box.setRangeText(text, from, to, 'end')
    box.dispatchEvent(new Event('input', { bubbles: true }))
  }
  box.setSelectionRange(from + start, from + end)
}

const selected = box => box.value.slice(box.selectionStart, box.selectionEnd)

const bold = box => {
  const { selectionStart: from, selectionEnd: to, value } = box
  const text = selected(box)
  if (value.slice(from - 2, from) === '**' && value.slice(to, to + 2) === '**') put(box, from - 2, to + 2, text, 0, text.length)
  else {
    const said = text || words.bold
    put(box, from, to, `**${said}**`, 2, 2 + said.length)
  }
}

// The whole lines that are touched; a sign is put before each, or taken away when all have it.
const lines = (box, sign, any) => {
  const { selectionStart, selectionEnd, value } = box
  const from = value.lastIndexOf('\n', selectionStart - 1) + 1
  const next = value.indexOf('\n', selectionEnd)
  const to = next < 0 ? value.length : next
  const all = value.slice(from, to).split('\n')
  const has = all.every(line => line.startsWith(sign))
  const text = all.map(line => has ? line.slice(sign.length) : sign + line.replace(any, '')).join('\n')
  put(box, from, to, text, all.length > 1 ? 0 : text.length, text.length)
}

const link = box => {
  const { selectionStart: from, selectionEnd: to } = box
  const text = selected(box)
  if (ADDRESS.test(text)) put(box, from, to, `[${words.link}](${text})`, 1, 1 + words.link.length)
  else {
    const said = text || words.link
    put(box, from, to, `[${said}](https://)`, said.length + 3, said.length + 11)
  }
}

// A block of its own, with an empty line before and behind it.
const block = (box, text) => {
  const { selectionStart: from, selectionEnd: to, value } = box
  const before = value.slice(0, from)
  const behind = value.slice(to)
  const lead = !before || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n'
  put(box, from, to, lead + text + (behind.startsWith('\n') ? '\n' : '\n\n'))
}

const table = box => {
  const head = `${words.column} 1 | ${words.column} 2`
  block(box, `| ${head} |\n| --- | --- |\n| … | … |`)
}

// A picture goes to the server at once; its mark stands where the cursor was, also when something was typed meanwhile.
const upload = async (box, file) => {
  const mark = `![${words.uploading} ${Date.now()}]()`
  put(box, box.selectionStart, box.selectionEnd, mark)
  const settle = text => {
    const at = box.value.indexOf(mark)
    if (at < 0) return
    box.setRangeText(text, at, at + mark.length, 'preserve')
    box.dispatchEvent(new Event('input', { bubbles: true }))
  }
  const form = new FormData()
  form.set('_csrf', box.form.elements._csrf.value)
  form.set('page', box.dataset.page)
  for (const field of ['base', 'version', 'kept', 'text'])
    if (box.form.elements[field]) form.set(field, box.form.elements[field].value)
  form.set('name', file.name.replace(/\.[^.]*$/, '').slice(0, 100) || words.picture)
  form.set('picture', file, file.name || 'picture')
  try {
    const answer = await fetch(box.dataset.pictures, { method: 'POST', body: form, headers: { Accept: 'text/plain' } })
    const text = await answer.text()
    settle(answer.ok ? text : '')
    if (answer.ok) say(words.uploaded)
    else refuse(box, answer.status === 422 ? text : words.failed)
  } catch {
    settle('')
    refuse(box, words.failed)
  }
}

const refuse = (box, text) => {
  const old = box.parentElement.querySelector(':scope > .problem.picture')
  const place = old ?? make('p', { class: 'problem picture', role: 'alert' })
  place.textContent = text
  if (!old) box.after(place)
}

const uploadAll = async (box, files) => {
  box.parentElement.querySelector(':scope > .problem.picture')?.remove()
  for (const file of files) await upload(box, file)
}

const choose = box => {
  const chooser = make('input', { type: 'file', accept: 'image/png,image/jpeg,image/gif,image/webp', multiple: '' })
  chooser.addEventListener('change', () => uploadAll(box, [...chooser.files]))
  chooser.click()
}

const pictures = transfer => [...transfer?.files ?? []].filter(file => PICTURE.test(file.type))

const takesPictures = box => {
  box.addEventListener('paste', event => {
    const files = pictures(event.clipboardData)
    if (!files.length || event.clipboardData.types.includes('text/plain')) return
    event.preventDefault()
    uploadAll(box, files)
  })
  box.addEventListener('dragover', event => { if (event.dataTransfer?.types.includes('Files')) event.preventDefault() })
  box.addEventListener('drop', event => {
    const files = pictures(event.dataTransfer)
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    uploadAll(box, files)
  })
}

// One stop for the tab key; the arrows go from button to button.
const bar = (box, acts) => {
  const buttons = acts.map(([label, act, keys]) => {
    const button = make('button', { type: 'button', tabindex: '-1' }, label)
    if (keys) { button.setAttribute('aria-keyshortcuts', keys); button.title = `${label} (${keys.replace('Control', 'Ctrl')})` }
    button.addEventListener('mousedown', event => event.preventDefault())
    button.addEventListener('click', () => act(box))
    return button
  })
  const place = make('div', { class: 'format', role: 'toolbar', 'aria-label': words.format, 'aria-controls': box.id }, ...buttons)
  buttons[0].tabIndex = 0
  place.addEventListener('keydown', event => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!step) return
    const way = getComputedStyle(place).direction === 'rtl' ? -step : step
    const now = buttons.indexOf(document.activeElement)
    const next = buttons[(now + way + buttons.length) % buttons.length]
    for (const button of buttons) button.tabIndex = button === next ? 0 : -1
    next.focus()
    event.preventDefault()
  })
  return place
}

each('textarea[data-markdown]', box => {
  const acts = [
    [words.bold, bold, 'Control+B'],
    [words.heading, place => lines(place, '## ', /^#{1,6} +/)],
    [words.bullets, place => lines(place, '- ', /^[-*+] +/)],
    [words.link, link, 'Control+K'],
    [words.table, table],
  ]
  const elsewhere = box.form?.querySelector('button[name=keep][value=picture]')
  if (box.dataset.pictures) {
    acts.push([words.picture, choose])
    takesPictures(box)
  } else if (elsewhere) acts.push([words.picture, () => elsewhere.click()])
  box.before(bar(box, acts))
  box.addEventListener('keydown', event => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.isComposing) return
    const act = { b: bold, k: link }[event.key.toLowerCase()]
    if (!act) return
    event.preventDefault()
    act(box)
  })
})
