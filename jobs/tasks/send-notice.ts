import { uuidv7 } from 'uuidv7'

import type { House } from '#app/house.ts'
import { composeNotice, languageOf, officesToTell, reachable } from '#app/notices.ts'
import type { Notice, NoticeScene } from '#app/notices.ts'
import type { Language } from '#app/ports.ts'
import { principalOf } from '#app/principal.ts'
import { zoneOf } from '#app/zone.ts'
import type { CaseAnswer } from '#contract/answers.ts'
import { asActor } from '#db/connect.ts'
import type { Transaction } from '#db/connect.ts'
import { readStream } from '#db/event-store.ts'
import { keepNotices, readStaff, readWaitingNotices } from '#db/notices.ts'
import type { NoticeToSend, PreparedNotice } from '#db/notices.ts'
import { readCase } from '#db/reads/case.ts'
import { readOffices } from '#db/reads/editions.ts'
import { readSitting } from '#db/reads/sitting.ts'
import type { RecordedCaseEvent } from '#domain/case/events.ts'

import { deliver } from '../deliver.ts'

export type NoticeJob = {
  readonly case: string
  readonly notice: string
  readonly command: string
  readonly version: number
}

/** Web addresses that a notice may lead to. */
export type Links = { readonly file: (caseId: string) => string; readonly window: () => string }

type Message = Pick<NoticeToSend, 'means' | 'recipient' | 'subject' | 'body'> & {
  readonly language: Language
  readonly problem: string | null
}

/**
 * Sends one notice of the edition about one event: re-reads the case, writes every message down, then sends what has
 * not left yet. Throws as long as a message could not be sent for the time being, so that the queue tries again; at
 * the last try it is on record as failed.
 */
export async function sendNotice(house: House, links: Links, job: NoticeJob, lastTry: boolean): Promise<void> {
  const { messages, waiting } = await asActor(house.database, 'system', async (tx) => {
    const messages = await writeMessages(house, links, job, tx)
    await keepNotices(
      tx,
      messages.map((message) => prepared(job, message)),
    )
    return { messages, waiting: await readWaitingNotices(tx, job.command, job.notice) }
  })
  const languages = new Map(messages.map(({ recipient, language }) => [recipient, language]))
  const languageFor = (recipient: string) => languages.get(recipient) ?? languageOf(null)
  await deliver(house, waiting, languageFor, { name: job.notice, lastTry })
}

function prepared(job: NoticeJob, { means, recipient, subject, body, problem }: Message): PreparedNotice {
  const state = problem === null ? 'waiting' : 'kept'
  const { case: caseId, notice: name, command } = job
  return { notice: uuidv7(), case: caseId, name, command, means, recipient, subject, body, state, problem }
}

async function writeMessages(house: House, links: Links, job: NoticeJob, tx: Transaction): Promise<Message[]> {
  const scene = await readScene(house, job, tx)
  const notice = scene?.running.edition.notices.find((each) => each.notice === job.notice)
  if (!scene || !notice) return []
  return notice.to === 'beneficiary'
    ? messagesToPerson(notice, scene, links)
    : messagesToStaff(house, notice, scene, links, tx)
}

async function readScene(house: House, job: NoticeJob, tx: Transaction): Promise<NoticeScene | undefined> {
  const [file, stream, offices] = await Promise.all([readCase(tx, job.case), readStream(tx, job.case), readOffices(tx)])
  const event = stream.find(({ version }) => version === job.version) as RecordedCaseEvent | undefined
  if (file === undefined || !event) return undefined
  const { case: state, people, texts } = JSON.parse(file) as CaseAnswer
  const running = await house.editions.sought(() => house.editions.find(state.scheme, state.edition))
  if (!running) return undefined
  const sitting = 'sitting' in event.data ? await readSitting(tx, event.data.sitting) : undefined
  const country = offices.find(({ office }) => office === state.custody.office)?.country ?? running.scheme.country
  return {
    event,
    state,
    running,
    texts,
    calendar: house.editions.calendar(running.scheme.country),
    officeNames: Object.fromEntries(offices.map(({ office, name }) => [office, name])),
    person: principalOf({ case: state, people }),
    sittingOn: sitting?.on ?? null,
    zone: zoneOf(country),
  }
}

function messagesToPerson(notice: Notice, scene: NoticeScene, links: Links): Message[] {
  const language = languageOf(scene.person?.language)
  const words = composeNotice(notice, scene, { language, link: links.window() })
  const { email, phone } = reachable(scene)
  const addresses = { 'e-mail': email, sms: phone }
  const messages = notice.by.flatMap((means) => {
    const recipient = addresses[means]
    return recipient ? [{ means, recipient, language, ...words, problem: null }] : []
  })
  return messages.length > 0 ? messages : [unreachable(notice, language, words, 'no-consent-or-address')]
}

async function messagesToStaff(
  house: House,
  notice: Notice,
  scene: NoticeScene,
  links: Links,
  tx: Transaction,
): Promise<Message[]> {
  if (notice.to === 'beneficiary') return []
  const offices = officesToTell(notice.to, scene, house.editions.offices(scene.state.scheme))
  const staff = await readStaff(tx, notice.to, offices)
  const link = links.file(scene.state.case)
  const messages = staff
    // Whoever did it knows it.
    .filter(({ account }) => account !== scene.event.actor)
    .map(({ email, language: wish }) => {
      const language = languageOf(wish)
      return {
        means: 'e-mail' as const,
        recipient: email,
        language,
        ...composeNotice(notice, scene, { language, link }),
        problem: null,
      }
    })
  if (staff.length > 0) return messages
  const language = languageOf(null)
  return [unreachable(notice, language, composeNotice(notice, scene, { language, link }), 'nobody-in-this-role')]
}

/** Kept, so that a person can pass it on by mouth. */
function unreachable(
  notice: Notice,
  language: Language,
  words: { readonly subject: string; readonly body: string },
  problem: string,
): Message {
  return { means: notice.by[0] ?? 'e-mail', recipient: '', language, ...words, problem }
}
