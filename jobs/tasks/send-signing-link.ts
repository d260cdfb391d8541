import { uuidv7 } from 'uuidv7'

import { filled } from '#catalogue/problem-sentence.ts'
import words from '#catalogue/letters/signing-message.json' with { type: 'json' }
import type { House } from '#app/house.ts'
import { languageOf, reachable } from '#app/notices.ts'
import { principalOf } from '#app/principal.ts'
import { makeLink } from '#app/signing-link.ts'
import type { CaseAnswer } from '#contract/answers.ts'
import { asActor } from '#db/connect.ts'
import { keepNotices, readWaitingNotices, settleNotice } from '#db/notices.ts'
import { readCase } from '#db/reads/case.ts'
import { readOffices } from '#db/reads/editions.ts'

export type SigningLinkJob = {
  readonly case: string
  readonly command: string
  readonly link: string
  readonly request: string
}

const notice = 'signing-link'

/**
 * Sends one link to sign. The word in it is made here and kept nowhere: what is on record of the message has dots in
 * its place, and another try makes another word. Throws as long as the message could not be sent for the time being.
 */
export async function sendSigningLink(
  house: House,
  linkTo: (secret: string) => string,
  job: SigningLinkJob,
  lastTry: boolean,
): Promise<void> {
  const scene = await readScene(house, job)
  if (!scene) return
  const { sent, language, office, recipient } = scene
  const means = sent.by === 'sms' ? 'sms' : 'e-mail'
  const date = new Intl.DateTimeFormat(language === 'ar' ? 'ar-u-nu-latn' : language, {
    dateStyle: 'long',
    timeZone: 'UTC',
  })
  const until = date.format(new Date(sent.expiresOn))
  const subject = words.subject[language]
  const body = (link: string) =>
    filled(words[means === 'sms' ? 'sms' : 'mail'][language], { office, link, date: until })
  const kept = {
    notice: uuidv7(),
    case: job.case,
    name: notice,
    command: job.command,
    means,
    recipient: recipient ?? '',
    subject,
    body: body('…'),
  } as const
  const problem = recipient === null ? 'no-consent-or-address' : null
  const waiting = await asActor(house.database, 'system', async (tx) => {
    await keepNotices(tx, [{ ...kept, problem, state: problem === null ? 'waiting' : 'kept' }])
    return readWaitingNotices(tx, job.command, notice)
  })
  const [message] = waiting
  if (!message || recipient === null) return
  const secret = await makeLink(house, job.case, { ...sent, request: job.request, party: 'beneficiary' })
  const text = body(linkTo(secret))
  const left =
    means === 'sms'
      ? await house.textMessage.send({ to: recipient, text, id: message.notice })
      : await house.mail.send({ to: recipient, subject, text, language, id: message.notice })
  const passing = left.refused && (left.code === 'mail-not-sent' || left.code === 'text-message-not-sent')
  if (passing && !lastTry) throw new Error(`signing link not sent yet (${left.code})`)
  await asActor(house.database, 'system', (tx) =>
    settleNotice(tx, message.notice, {
      state: left.refused ? 'failed' : left.value.state,
      problem: left.refused ? left.code : null,
    }),
  )
}

async function readScene(house: House, job: SigningLinkJob) {
  const [file, offices] = await asActor(house.database, 'system', (tx) =>
    Promise.all([readCase(tx, job.case), readOffices(tx)]),
  )
  if (file === undefined) return undefined
  const answer = JSON.parse(file) as CaseAnswer
  const { case: state } = answer
  const signing = state.signing?.find((each) => each.request === job.request)
  const sent = signing?.links.find((each) => each.link === job.link)
  if (!signing || !sent || signing.ended !== null) return undefined
  const person = principalOf(answer)
  const { email, phone } = reachable({ state, person })
  const office = offices.find((each) => each.office === state.custody.office)?.name ?? ''
  return { sent, office, language: languageOf(person?.language), recipient: sent.by === 'sms' ? phone : email }
}
