const steps = [['day', 86400], ['hour', 3600], ['minute', 60]]
const speak = new Intl.RelativeTimeFormat(document.documentElement.lang || 'en', { numeric: 'auto' })

setInterval(() => {
  for (const time of document.querySelectorAll('time.ago')) {
    const seconds = (new Date(time.dateTime) - Date.now()) / 1000
    if (Math.abs(seconds) >= 28 * 86400) continue
    const step = steps.find(([, length]) => Math.abs(seconds) >= length)
    if (step) time.textContent = speak.format(Math.trunc(seconds / step[1]), step[0])
  }
}, 60_000)
