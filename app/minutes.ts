import { asActor } from '#db/connect.ts'
import type { Transaction } from '#db/connect.ts'
import { readMinutesScene } from '#db/minutes.ts'
import type { MinutesScene } from '#db/minutes.ts'
import { requestedIn } from '#domain/case/state.ts'
import { canonicalJson } from '#domain/canonical.ts'
import type { Outcome } from '#domain/outcome.ts'
import { accept, refuse } from '#domain/outcome.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'
import type { DecidedFile, MinutesRecord } from '#domain/sitting/minutes.ts'
import { minutesRecord } from '#domain/sitting/minutes.ts'
import { quorumOfSitting } from '#domain/sitting/rules.ts'

import { textFingerprint } from './fingerprint.ts'
import type { House } from './house.ts'

/** The minutes of a sitting as they are now: what is signed, its fingerprint, and what they were made from. */
export type DraftedMinutes = {
  readonly record: MinutesRecord
  /** SHA-256 over the canonical JSON of the record, hexadecimal; the same in every language. */
  readonly hash: string
  readonly scene: MinutesScene
  readonly running: RunningEdition
}

/** Drafts the minutes of a sitting from what happened, as the kernel. Refusals: `not-found`, `unknown-scheme`. */
export async function draftMinutes(house: House, sitting: string): Promise<Outcome<DraftedMinutes>> {
  const scene = await asActor(house.database, 'system', (tx) => readMinutesScene(tx, sitting))
  return scene ? drafted(house, scene) : refuse('not-found')
}

function drafted({ editions }: Pick<House, 'editions'>, scene: MinutesScene): Outcome<DraftedMinutes> {
  const { state, files, words, attendance } = scene
  const running = editions.find(state.scheme, state.edition)
  if (!running) return refuse('unknown-scheme', { scheme: state.scheme })
  const decided = files.map((file) => decidedFile(file, state.sitting))
  const record = minutesRecord(state, decided, words, quorumOfSitting(state, running) ?? null, attendance)
  return accept({ record, hash: textFingerprint(canonicalJson(record)), scene, running })
}

function decidedFile({ case: file, state }: MinutesScene['files'][number], sitting: string): DecidedFile {
  const made = state.decisions.findLast((each) => each.sitting === sitting)
  const decision = made && {
    outcome: made.outcome,
    amount: made.amount,
    conditions: made.conditions,
    text: made.text,
    pack: made.pack ?? null,
  }
  // What a file asks for after its decision is no matter of these minutes.
  const requested = made?.requested === undefined ? requestedIn(state) : made.requested
  return { case: file, requested, decision: decision ?? null }
}

/** The fingerprint of the minutes as they are now, in the transaction of a command that signs them. */
export async function minutesHashIn(house: House, tx: Transaction, sitting: string): Promise<string | null> {
  const scene = await readMinutesScene(tx, sitting)
  const made = scene && drafted(house, scene)
  return made && !made.refused ? made.value.hash : null
}
