import { randomInt } from 'node:crypto'

import rules from '#catalogue/reference/signing.json' with { type: 'json' }
import type { CaseAnswer, DocumentAnswer } from '#contract/answers.ts'
import { asActor } from '#db/connect.ts'
import type { Transaction } from '#db/connect.ts'
import { findDocument } from '#db/documents.ts'
import { readCase } from '#db/reads/case.ts'
import { readOffices } from '#db/reads/editions.ts'
import { beginVisit, countWrongAnswer, keepCode, lockSigningLink } from '#db/signing-links.ts'
import type { SigningLinkRow } from '#db/signing-links.ts'
import { fileNumber } from '#domain/case/file-number.ts'
import { linkRules, newestAfter, stepSignedOn } from '#domain/case/signing.ts'
import type { CaseSigning, CaseState } from '#domain/case/state.ts'
import type { Outcome, Refusal } from '#domain/outcome.ts'
import { accept, firstRefusal, refuse } from '#domain/outcome.ts'
import type { Confirmation } from '#domain/scheme/kinds.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'
import type { Text } from '#domain/scheme/scheme.ts'
import { confirmationFor, confirms, latinDigits } from '#domain/signature/confirm.ts'
import type { KnownOfParty } from '#domain/signature/confirm.ts'
import type { Party } from '#domain/signature/party.ts'
import { stillToSign } from '#domain/signature/signature.ts'

import type { House } from './house.ts'
import { reachable } from './notices.ts'
import { principalOf } from './principal.ts'
import { isSecret, newSecret, secretHash } from './signing-link.ts'

/** Everything behind a link: the case as it is now, and what of it the link is about. */
export type Behind = {
  readonly row: SigningLinkRow
  readonly state: CaseState
  readonly running: RunningEdition
  readonly signing: CaseSigning
  readonly document: DocumentAnswer
  /** Under which its bytes lie in the file store. */
  readonly storageKey: string
  readonly officeName: string
  readonly personName: string
  readonly known: KnownOfParty
  readonly way: Confirmation
}

/**
 * What a link leads to, read anew each time. Refusals: `link-unknown`, `link-used`, `link-over`, `link-locked` (too many
 * wrong answers), `signatures-cancelled`, `document-changed`.
 */
export async function behindLink(house: House, tx: Transaction, token: string): Promise<Outcome<Behind>> {
  const row = await lockSigningLink(tx, secretHash(token))
  if (!row) return refuse('link-unknown')
  const [file, offices] = await Promise.all([readCase(tx, row.case), readOffices(tx)])
  const answer = file === undefined ? undefined : (JSON.parse(file) as CaseAnswer)
  const state = answer?.case
  const running = state && house.editions.find(state.scheme, state.edition)
  const signing = state?.signing?.find((each) => each.request === row.request)
  const document = answer?.documents.find((each) => each.document === signing?.document)
  if (!answer || !state || !running || !signing || !document) return refuse('link-unknown')
  const closed = closedBecause(row, signing, state, house.clock.now())
  if (closed) return closed
  const kept = await findDocument(tx, document.document)
  if (!kept) return refuse('link-unknown')
  const person = principalOf(answer)
  const known = {
    birth: person?.birth ?? null,
    birthEstimated: person?.birthEstimated ?? false,
    phone: reachable({ state, person }).phone,
    fileNumber: fileNumber(state.case, state.registeredOn, running.scheme.country),
  }
  const { confirm } = linkRules(stepSignedOn(signing.paper, state, running))
  return accept({
    row,
    state,
    running,
    signing,
    document,
    storageKey: kept.storageKey,
    known,
    way: confirmationFor(confirm, known),
    officeName: offices.find(({ office }) => office === state.custody.office)?.name ?? '',
    personName:
      answer.beneficiary?.name ?? `${person?.chosenName ?? person?.givenName ?? ''} ${person?.familyName ?? ''}`.trim(),
  })
}

function closedBecause(row: SigningLinkRow, signing: CaseSigning, state: CaseState, now: string): Refusal | undefined {
  const { ended, fingerprint } = signing
  return firstRefusal(
    ended?.why === 'cancelled' && refuse('signatures-cancelled', { date: ended.on }),
    ended?.why === 'replaced' &&
      refuse('document-changed', { shown: fingerprint, current: newestAfter(signing, state).fingerprint }),
    (row.used || !stillToSign(signing).includes(row.party)) && refuse('link-used'),
    row.expiresAt < now && refuse('link-over', { date: row.expiresAt.slice(0, 10) }),
    row.wrongAnswers >= rules.wrongAnswers && refuse('link-locked'),
  )
}

/** What the page says before anybody has said who they are: nothing of the person. */
export type LinkGreeting = { readonly office: string; readonly scheme: Text; readonly way: Confirmation }

/** Opens a link. Refusals: those of `behindLink`. */
export function greet(house: House, token: string): Promise<Outcome<LinkGreeting & { readonly case: string }>> {
  return asActor(house.database, 'system', async (tx) => {
    const behind = await behindLink(house, tx, token)
    if (behind.refused) return behind
    const { officeName, running, way, row } = behind.value
    return accept({ office: officeName, scheme: running.scheme.title, way, case: row.case })
  })
}

/** Sends a code to the person's telephone. Refusals: those of `behindLink`, `not-asked-here`, `codes-too-often`, `code-not-sent`. */
export async function sendCode(
  house: House,
  token: string,
  texts: (code: string) => string,
): Promise<Outcome<{ readonly sent: true }>> {
  const made = await asActor(house.database, 'system', async (tx) => {
    const behind = await behindLink(house, tx, token)
    if (behind.refused) return behind
    const { way, row, known } = behind.value
    if (way !== 'code' || known.phone === null) return refuse('not-asked-here')
    if (row.codesSent >= rules.codesPerLink) return refuse('codes-too-often')
    const code = String(randomInt(1_000_000)).padStart(6, '0')
    await keepCode(tx, secretHash(token), secretHash(`${token} ${code}`), later(house.clock.now(), rules.codeMinutes))
    return accept({ code, phone: known.phone })
  })
  if (made.refused) return made
  const { code, phone } = made.value
  const sent = await house.textMessage.send({ to: phone, text: texts(code), id: newSecret() })
  return sent.refused || sent.value.state === 'kept' ? refuse('code-not-sent') : accept({ sent: true })
}

/** What the page shows to whoever said who they are. `visit` is a word that it shows from now on. */
export type Visit = {
  readonly visit: string
  readonly party: Party
  readonly name: string
  readonly paper: Text | null
  readonly document: Pick<DocumentAnswer, 'name' | 'mediaType' | 'size' | 'fingerprint'>
  readonly signed: readonly { readonly party: string; readonly on: string }[]
  readonly case: string
}

/**
 * Takes the answer by which somebody says who they are. Refusals: those of `behindLink`, `wrong-answer` with how many
 * tries are left.
 */
export function confirm(house: House, token: string, answer: string): Promise<Outcome<Visit>> {
  return asActor(house.database, 'system', async (tx) => {
    const behind = await behindLink(house, tx, token)
    if (behind.refused) return behind
    const { row, document, running, signing, personName } = behind.value
    const now = house.clock.now()
    if (!isRight(behind.value, token, answer, now)) {
      await countWrongAnswer(tx, secretHash(token))
      return refuse('wrong-answer', { count: rules.wrongAnswers - row.wrongAnswers - 1 }, 'answer')
    }
    const visit = newSecret()
    await beginVisit(tx, secretHash(token), {
      hash: secretHash(visit),
      from: now,
      until: later(now, rules.visitMinutes),
    })
    const { name, mediaType, size, fingerprint } = document
    return accept({
      visit,
      party: row.party as Party,
      name: personName,
      paper: running.edition.papers.find(({ paper }) => paper === signing.paper)?.title ?? null,
      document: { name, mediaType, size, fingerprint },
      signed: signing.signatures.map(({ party, on }) => ({ party, on })),
      case: row.case,
    })
  })
}

function isRight({ way, row, known }: Behind, token: string, answer: string, now: string): boolean {
  if (way !== 'code') return confirms(way, answer, known)
  const code = latinDigits(answer).replace(/\D/g, '')
  return (row.codeUntil ?? '') >= now && isSecret(`${token} ${code}`, row.codeHash)
}

/** What is behind a link, for whoever said who they are. Refusals: those of `behindLink`, `visit-over`. */
export function visited(house: House, token: string, visit: string): Promise<Outcome<Behind>> {
  return asActor(house.database, 'system', async (tx) => {
    const behind = await behindLink(house, tx, token)
    if (behind.refused) return behind
    const { visitHash, visitUntil } = behind.value.row
    const isOpen = (visitUntil ?? '') >= house.clock.now() && isSecret(visit, visitHash)
    return isOpen ? behind : refuse('visit-over')
  })
}

function later(now: string, minutes: number): string {
  return `${new Date(Date.parse(now) + minutes * 60_000).toISOString().slice(0, 19)}Z`
}
