const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

export const shortestPassword = 12

/** A first password to hand over: five groups of four letters that are not mistaken for one another (about 99 bits). */
export function proposedPassword(): string {
  const numbers = crypto.getRandomValues(new Uint32Array(20))
  const signs = [...numbers].map((number) => letters[number % letters.length]).join('')
  return signs.match(/.{4}/g)?.join('-') ?? signs
}
