const { words, say } = globalThis.mainline

document.addEventListener('click', async event => {
  const link = event.target.closest?.('[data-copy]')
  if (!link || !navigator.clipboard || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  const text = link.dataset.copy || link.href
  try {
    await navigator.clipboard.writeText(text)
    say(words.copied)
    const before = link.innerHTML
    link.textContent = words.copied
    setTimeout(() => { link.innerHTML = before }, 1600)
  } catch {
    if (link.href) location.href = link.href
  }
})
