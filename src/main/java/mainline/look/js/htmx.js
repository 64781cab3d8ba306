const { words, say, each } = globalThis.mainline

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
each('textarea[data-preview]', box => {
  const place = document.getElementById(box.dataset.preview)
  const fold = place?.closest('details')
  if (!fold) return
  if (box.closest('.beside') && matchMedia('(width >= 62rem)').matches) fold.open = true
  let wait, shown
  const show = () => {
    if (!fold.open || shown === box.value || !globalThis.htmx) return
    shown = box.value
    globalThis.htmx.ajax('POST', box.dataset.previewAt, { target: place, swap: 'innerHTML', values: { text: box.value } })
  }
  fold.addEventListener('toggle', show)
  box.addEventListener('input', () => { clearTimeout(wait); wait = setTimeout(show, 400) })
  if (fold.open) addEventListener('load', show)
})

// A form that was asked for takes the focus.
document.addEventListener('htmx:afterSettle', event => {
  const asked = event.detail.requestConfig?.triggeringEvent?.type === 'click'
  if (asked) event.detail.elt.querySelector?.('textarea, input:not([type=hidden])')?.focus()
})
