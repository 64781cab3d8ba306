// The clocks of a community are most likely those of whoever founds it.
const own = Intl.DateTimeFormat().resolvedOptions().timeZone
globalThis.mainline.each('[data-own-zone] select', select => {
  if ([...select.options].some(option => option.value === own)) select.value = own
})
