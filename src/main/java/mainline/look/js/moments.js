// Runs before the page is drawn, so that no time changes under a reader's eyes.
(() => {
  const minute = 60_000
  const hour = 60 * minute
  const language = document.documentElement.lang || 'en'
  const counted = new Intl.RelativeTimeFormat(language, { numeric: 'always' })
  const named = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })

  const midnights = date => Math.floor(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000)
  const days = number => (Math.abs(number) < 2 ? named : counted).format(number, 'day')

  // The rule of mainline.look.Times: days are counted by midnights; nothing for what is so far that its date says more.
  const words = (at, now) => {
    const ahead = at - now
    const span = Math.abs(ahead)
    if (span < minute) return document.body.dataset.now
    if (span < hour) return counted.format(Math.trunc(ahead / minute), 'minute')
    const between = midnights(at) - midnights(now)
    if (between === 0 || span < 12 * hour) return counted.format(Math.trunc(ahead / hour), 'hour')
    return Math.abs(between) < 28 ? days(between) : ''
  }

  const today = zone => new Date().toLocaleDateString('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
  const until = (day, zone) => {
    const between = Math.round((Date.parse(day) - Date.parse(today(zone))) / 86_400_000)
    return Math.abs(between) < 28 ? days(between) : ''
  }

  const tell = time => {
    const said = time.className === 'day' ? until(time.dateTime, time.dataset.zone) : words(new Date(time.dateTime), new Date())
    if (said && said !== time.textContent) time.textContent = said
  }

  const zone = minutes => {
    if (minutes === 0) return 'UTC'
    const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
    return `UTC${minutes < 0 ? '-' : '+'}${hours}${rest ? ':' + String(rest).padStart(2, '0') : ''}`
  }
  const whole = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' })

  customElements.define('own-time', class extends HTMLElement {
    connectedCallback() {
      const at = new Date(this.dataset.at)
      const own = -at.getTimezoneOffset()
      const relative = this.closest('.moment')?.querySelector('time')
      if (relative) tell(relative)
      if (own === Number(this.dataset.offset)) return
      this.textContent = document.body.dataset.ownTime.replace('{0}', `${whole.format(at)} ${zone(own)}`)
    }
  })

  const all = () => document.querySelectorAll('time.ago, time.day').forEach(tell)
  document.addEventListener('DOMContentLoaded', all)
  setInterval(all, minute)
})()
