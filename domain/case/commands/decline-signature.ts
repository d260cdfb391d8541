import type { Circumstances, Effects } from '../../command.ts'
import { choice, longText, pick } from '../../field.ts'
import { accept, refuse } from '../../outcome.ts'
import type { Outcome } from '../../outcome.ts'
import { parties } from '../../signature/party.ts'
import type { Party } from '../../signature/party.ts'
import { signingRefusal } from '../../signature/signature.ts'
import { caseCommand } from '../case-command.ts'
import type { CaseEvent } from '../events.ts'
import { newestAfter, signingOf } from '../signing.ts'
import type { CaseState } from '../state.ts'

const stages = ['preparation', 'arrival', 'project', 'launch', 'monitoring'] as const

/**
 * A party does not agree, and told it to whoever works with it. It may still sign later. Refusals: `no-such-signing`,
 * and those of a signature: `document-changed`, `signatures-cancelled`, `party-not-asked`, `already-signed`.
 */
export const declineSignature = caseCommand({
  name: 'decline-signature',
  stream: 'case',
  kind: 'acts',
  roles: ['adviser', 'coordinator', 'counsellor', 'employment-adviser'],
  stages,
  offices: ['custody', 'operator'],
  fields: { request: pick('signings'), party: choice(parties), reason: longText() },
  decide: (state, input, circumstances) => declined(state, { ...input, link: null }, circumstances),
})

/** The same, said on the page behind the party's link. Refusals: `link-not-sent`, and those of `decline-signature`. */
export const declineByLink = caseCommand({
  name: 'decline-by-link',
  stream: 'case',
  kind: 'acts',
  roles: ['system'],
  stages,
  offices: ['any'],
  fields: { request: pick('signings'), link: pick('signing-links'), party: choice(parties), reason: longText() },
  decide: declined,
})

type Declined = {
  readonly request: string
  readonly party: Party
  readonly reason: string
  readonly link: string | null
}

function declined(state: CaseState, given: Declined, { today }: Circumstances): Outcome<Effects<CaseEvent>> {
  const { request, party, link } = given
  const signing = signingOf(state, request)
  if ('refused' in signing) return signing
  if (link !== null && !signing.links.some((each) => each.link === link)) return refuse('link-not-sent', {}, 'link')
  const { fingerprint } = signing
  const refusal = signingRefusal(signing, { party, fingerprint }, newestAfter(signing, state))
  return refusal ?? accept({ events: [{ type: 'signature-declined', data: { ...given, on: today } }] })
}
