import { uuidv7 } from 'uuidv7'

import type { House } from '#app/house.ts'
import { languageOf } from '#app/notices.ts'
import { composeCall } from '#app/sitting-call.ts'
import { asActor } from '#db/connect.ts'
import { readStream } from '#db/event-store.ts'
import { keepNotices, readAccounts, readWaitingNotices } from '#db/notices.ts'
import { readFilesOf, readTextsOf } from '#db/reads/sitting.ts'
import type { RecordedSittingEvent } from '#domain/sitting/events.ts'
import { foldSitting } from '#domain/sitting/sitting.ts'

import { deliver } from '../deliver.ts'

export type CallJob = { readonly sitting: string; readonly version: number }

const name = 'call-to-sitting'

/** Calls every member of a sitting by mail, in the language of each: written down first, then sent. */
export async function callMembers(
  house: House,
  linkTo: (sitting: string) => string,
  { sitting, version }: CallJob,
  lastTry: boolean,
): Promise<void> {
  const languages = new Map<string, ReturnType<typeof languageOf>>()
  const waiting = await asActor(house.database, 'system', async (tx) => {
    const [stream, words, files] = await Promise.all([
      readStream(tx, sitting),
      readTextsOf(tx, sitting),
      readFilesOf(tx, sitting),
    ])
    const called = stream.find((event) => event.version === version)
    const state = foldSitting(sitting, stream as unknown as RecordedSittingEvent[])
    const running = await house.editions.sought(() => house.editions.find(state.scheme, state.edition))
    if (!called || !running) return []
    const { text } = called.data as { readonly text: string | null }
    const call = {
      state,
      running,
      words,
      files: files.length,
      text: text === null ? null : (words[text] ?? null),
      link: linkTo(sitting),
    }
    const members = await readAccounts(tx, state.members)
    await keepNotices(
      tx,
      members.map(({ email, language }) => {
        languages.set(email, languageOf(language))
        return {
          notice: uuidv7(),
          case: null,
          name,
          means: 'e-mail' as const,
          recipient: email,
          ...composeCall(call, languageOf(language)),
          state: 'waiting' as const,
          problem: null,
          command: called.command,
        }
      }),
    )
    return readWaitingNotices(tx, called.command, name)
  })
  await deliver(house, waiting, (recipient) => languages.get(recipient) ?? languageOf(null), { name, lastTry })
}
