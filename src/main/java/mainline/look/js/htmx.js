const { words, say } = globalThis.mainline

document.addEventListener('htmx:configRequest', event => {
  const token = document.querySelector('meta[name=csrf]')?.content
  if (token) event.detail.headers['X-CSRF-TOKEN'] = token
})
// A refused form comes back with its reasons: show it as any other answer.
document.addEventListener('htmx:beforeSwap', event => {
  if (event.detail.xhr.status === 422) { event.detail.shouldSwap = true; event.detail.isError = false }
})
for (const failure of ['htmx:sendError', 'htmx:responseError', 'htmx:timeout'])
  document.addEventListener(failure, () => say(words.failed))

// The preview of a text being written, once it is opened.
for (const box of document.querySelectorAll('textarea[data-preview]')) {
  const place = document.getElementById(box.dataset.preview)
  const fold = place?.closest('details')
  if (!fold) continue
  let wait, shown
  const show = () => {
    if (!fold.open || shown === box.value || !globalThis.htmx) return
    shown = box.value
    globalThis.htmx.ajax('POST', '/preview?of=text', { target: place, swap: 'innerHTML', values: { text: box.value } })
  }
  fold.addEventListener('toggle', show)
  box.addEventListener('input', () => { clearTimeout(wait); wait = setTimeout(show, 400) })
}
