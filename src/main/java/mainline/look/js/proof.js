// Recomputes an entry's way to the signed root from what the page shows, so that the server need not be believed.
const { each } = globalThis.mainline
const bytes = hex => Uint8Array.from(hex.match(/../g) ?? [], pair => parseInt(pair, 16))
const hex = buffer => Array.from(new Uint8Array(buffer), b => b.toString(16).padStart(2, '0')).join('')
const utf8 = text => new TextEncoder().encode(text)
const sha = (...parts) => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) { whole.set(part, at); at += part.length }
  return crypto.subtle.digest('SHA-256', whole).then(hash => new Uint8Array(hash))
}
const base64 = text => Uint8Array.from(atob(text), c => c.charCodeAt(0))

// RFC 9162, section 2.1.3.2
const root = async ({ seq, size, leaf, path }) => {
  let place = BigInt(seq), last = BigInt(size) - 1n
  let hash = await sha([0], utf8(leaf))
  for (const part of path.split(' ').filter(Boolean).map(bytes)) {
    if (last === 0n) return ''
    if ((place & 1n) === 1n || place === last) {
      hash = await sha([1], part, hash)
      while ((place & 1n) === 0n && place !== 0n) { place >>= 1n; last >>= 1n }
    } else hash = await sha([1], hash, part)
    place >>= 1n
    last >>= 1n
  }
  return last === 0n ? hex(hash) : ''
}

const isSigned = async (note, address) => {
  const key = (await (await fetch(address)).text()).trim()
  const [name] = key.split('+', 1)
  const raw = base64(key.split('+').slice(2).join('+')).slice(1)
  const text = note.slice(0, note.lastIndexOf('\n\n') + 1)
  const line = note.slice(text.length).split('\n').find(each => each.startsWith(`\u2014 ${name} `))
  const imported = await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify'])
  return crypto.subtle.verify('Ed25519', imported, base64(line.split(' ')[2]).slice(4), utf8(text))
}

each('[data-proof]', place => {
  const button = place.querySelector('[data-check]')
  const found = place.querySelector('[data-found]')
  if (!globalThis.crypto?.subtle) return
  button.hidden = false
  button.addEventListener('click', async () => {
    const proof = place.dataset
    const { seq, body } = JSON.parse(proof.leaf)
    const [, size, sealed] = proof.note.split('\n')
    const opened = !proof.salt || hex(await sha(bytes(proof.salt), utf8(proof.body))) === body
    const fits = opened && String(seq) === proof.seq && size === proof.size
      && hex(base64(sealed)) === proof.root && await root(proof) === proof.root
    let says = fits ? button.dataset.good : button.dataset.bad
    if (fits) {
      try {
        if (!await isSigned(proof.note, proof.key)) says = button.dataset.bad
      } catch { says = button.dataset.unsigned }
    }
    found.textContent = says
  })
})
