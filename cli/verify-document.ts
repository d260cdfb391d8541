import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'

import { standingOfFile } from '#app/standing.ts'
import type { DocumentStanding } from '#app/standing.ts'

import { atWork } from './at-work.ts'
import type { Call } from './call.ts'
import { sentence } from './sentence.ts'

/**
 * `verify-document FILE`: whether exactly this file is signed, by which parties and when. 0 when every party signed it
 * and it stands; 1 when it is not signed by all, void, or not known; 2 when there is no such file.
 */
export async function run(call: Call): Promise<number> {
  const [file] = call.words
  const found = file === undefined ? undefined : await stat(file).catch(() => undefined)
  if (file === undefined || !found?.isFile()) {
    call.complain(sentence(file === undefined ? 'name-a-document' : 'no-such-file', call.language, { file }))
    return 2
  }
  const fingerprint = await fingerprintOf(file)
  return atWork(call, async (house) => tell(call, fingerprint, await standingOfFile(house, fingerprint)))
}

async function fingerprintOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(file)) hash.update(piece as Buffer)
  return hash.digest('hex')
}

function tell(call: Call, fingerprint: string, { standing, paper }: DocumentStanding): number {
  const { language } = call
  const say = (key: string, facts: object = {}) => call.say(sentence(key, language, { ...facts }))
  const party = (name: string) => sentence(`party-${name}`, language)
  const isWhole = standing.standing === 'valid' && standing.complete
  const kind = standing.standing === 'valid' ? (isWhole ? 'signed-whole' : 'signed-in-part') : standing.standing
  say(`document-${kind}`, standing.standing === 'void' ? { on: standing.on } : {})
  if (paper) say('document-paper', { paper: paper[language] })
  say('document-fingerprint', { fingerprint })
  if (standing.standing === 'unknown') return 1
  for (const { party: name, on, means } of standing.signed)
    say('document-signature', { party: party(name), on, means: sentence(`means-${means}`, language) })
  if (standing.standing === 'valid' && standing.missing.length > 0)
    say('document-missing', { parties: standing.missing.map(party) })
  return isWhole ? 0 : 1
}
