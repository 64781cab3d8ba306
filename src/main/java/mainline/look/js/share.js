const { each } = globalThis.mainline

// A browser that hands nothing on leaves the button hidden; one whose reader thinks better of it rejects.
if (navigator.share) {
  each('[data-share]', button => {
    button.hidden = false
    button.addEventListener('click', () => {
      navigator.share({ title: button.dataset.share, url: location.href.split('#')[0] }).catch(() => {})
    })
  })
}
