import { asActor } from '#db/connect.ts'
import { beginWork, endWork, noteWork } from '#db/packs.ts'
import { readAgenda } from '#db/reads/sitting.ts'
import type { Actor } from '#domain/role.ts'
import type { SittingState } from '#domain/sitting/state.ts'

import type { House } from './house.ts'
import { printPaper } from './print-paper.ts'

/** How many letters are set at once. */
const atOnce = 3

/**
 * Writes the letters of every file that a sitting decided, each in its person's language, and keeps them with the case:
 * in the name and under the rights of whoever asked. What could not be written is named in the progress.
 */
export async function produceLetters(house: House, actor: Actor, sitting: string): Promise<void> {
  const answer = await asActor(house.database, actor, (tx) => readAgenda(tx, sitting, actor))
  if (!answer) return
  const { scheme, edition } = answer.sitting
  const running = await house.editions.sought(() => house.editions.find(scheme, edition))
  const paper = running?.edition.papers.find(({ letter }) => letter === 'decision-letter')?.paper ?? 'decision-letter'
  const decided = answer.files.filter(({ outcome }) => outcome !== null).map((each) => each.case)
  const work = { sitting, kind: 'letters' } as const
  await asActor(house.database, 'system', (tx) => beginWork(tx, work, decided.length, house.clock.now()))
  const failed: { case: string; code: string }[] = []
  let written = 0
  const waiting = decided.values()
  const workers = Array.from({ length: atOnce }, async () => {
    for (const file of waiting) {
      const printed = await printPaper(house, actor, { case: file, paper })
      if (printed.refused) failed.push({ case: file, code: printed.code })
      else written += 1
      const done = written + failed.length
      await asActor(house.database, 'system', (tx) => noteWork(tx, work, done, failed))
      if (done % 5 === 0) tell(house, answer.sitting)
    }
  })
  await Promise.all(workers)
  await asActor(house.database, 'system', (tx) => endWork(tx, work, house.clock.now()))
  tell(house, answer.sitting)
}

/** Screens that show the progress ask again. */
function tell(house: House, { sitting, version, office }: SittingState): void {
  house.publish({ stream: sitting, kind: 'sitting', version, offices: [office] })
}
