import { addDays } from '../../calendar.ts'
import { choice, pick } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { stillToSign } from '../../signature/signature.ts'
import { caseCommand } from '../case-command.ts'
import { linkRules, signingOf, stepSignedOn } from '../signing.ts'

/**
 * Sends the person a link with which they read the document and sign it; sent again, it reminds. Offices sign with
 * their own accounts. `by-hand`: the adviser passes it on. Refusals: `no-such-signing`, `signatures-cancelled`,
 * `document-changed`, `party-not-asked`, `already-signed`, `no-consent-to-messages`, `links-too-often`.
 */
export const sendSigningLink = caseCommand({
  name: 'send-signing-link',
  stream: 'case',
  kind: 'acts',
  roles: ['adviser', 'coordinator', 'counsellor', 'employment-adviser'],
  stages: ['preparation', 'arrival', 'project', 'launch', 'monitoring'],
  offices: ['custody', 'operator'],
  fields: { request: pick('signings'), by: choice(['e-mail', 'sms', 'by-hand']) },
  decide(state, { request, by }, circumstances) {
    const signing = signingOf(state, request)
    if ('refused' in signing) return signing
    const { today } = circumstances
    const party = 'beneficiary'
    const { ended, parties } = signing
    const sentToday = signing.links.filter((each) => each.on === today).length
    const refusal = firstRefusal(
      ended?.why === 'cancelled' && refuse('signatures-cancelled', { date: ended.on }),
      ended?.why === 'replaced' && refuse('document-changed', { shown: signing.fingerprint, current: null }, 'request'),
      !parties.includes(party) && refuse('party-not-asked', { party, asked: parties }, 'request'),
      !stillToSign(signing).includes(party) && refuse('already-signed', { party }, 'request'),
      by !== 'by-hand' && state.consents['messages']?.given !== true && refuse('no-consent-to-messages', {}, 'by'),
      sentToday >= mostInADay && refuse('links-too-often', { most: mostInADay }, 'by'),
    )
    if (refusal) return refusal
    const { linkDays } = linkRules(stepSignedOn(signing.paper, state, circumstances.running))
    const data = {
      request,
      party,
      link: circumstances.id('link'),
      by,
      expiresOn: addDays(today, linkDays),
      on: today,
    } as const
    return accept({ events: [{ type: 'signing-link-sent', data }] })
  },
})

/** More would be a nuisance to the person, not a reminder. */
const mostInADay = 5
