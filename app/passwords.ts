import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(argon2)

/** Argon2id with 19 MiB and 2 passes: the least that OWASP's password storage cheat sheet asks for. */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 }

/** A password as it is kept: algorithm, cost, salt and hash in one line, so that the cost can rise later. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const tag = await derive('argon2id', { message: Buffer.from(password.normalize('NFKC')), nonce, ...cost })
  return [
    'argon2id',
    cost.memory,
    cost.passes,
    nonce.toString('base64url'),
    Buffer.from(tag).toString('base64url'),
  ].join('$')
}

/** Whether the password is the one that was kept. Takes as long for an unknown account when given `nobody`. */
export async function checkPassword(password: string, kept: string): Promise<boolean> {
  const [, memory, passes, nonce, tag] = kept.split('$')
  if (!memory || !passes || !nonce || !tag) return false
  const message = Buffer.from(password.normalize('NFKC'))
  const parameters = { message, nonce: Buffer.from(nonce, 'base64url'), parallelism: 1, tagLength: 32 }
  const derived = await derive('argon2id', { ...parameters, memory: Number(memory), passes: Number(passes) })
  return timingSafeEqual(Buffer.from(derived), Buffer.from(tag, 'base64url'))
}

/** What a password is compared with when there is no such account, so that the time taken does not tell. */
export const nobody = hashPassword(randomBytes(16).toString('hex'))
