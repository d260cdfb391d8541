/**
 * A UUID (version 8) made from a seed and a purpose, the same everywhere: a phone that records a visit and the server
 * that accepts it give the visit the same id. It carries no secrecy; it only must not collide.
 */
export function derivedId(seed: string, purpose: string): string {
  const text = `${seed}:${purpose}`
  const hex = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 0x6a09e667].map((start) => mixed(text, start)).join('')
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4]
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

function mixed(text: string, start: number): string {
  let hash = start
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x5bd1e995)
    hash ^= hash >>> 15
  }
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0).toString(16).padStart(8, '0')
}
