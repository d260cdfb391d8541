import { choice, date, file, fingerprint, moment, optional, pick, text } from '../../field.ts'
import { accept, refuse } from '../../outcome.ts'
import { parties } from '../../signature/party.ts'
import { signatureMarks } from '../../signature/signature.ts'
import { caseCommand } from '../case-command.ts'
import { documentSigned, notSigned } from '../signature-rules.ts'
import { officeOfParty, signingOf } from '../signing.ts'

/**
 * One party signs a document in the room: on this device, or on paper whose scan is kept. `fingerprint` is that of the
 * document which was shown. An office signs on the device for itself only. Refusals: `no-such-signing`,
 * `document-changed`, `party-not-asked`, `already-signed`, `signatures-cancelled`, `not-your-signature`,
 * `evidence-missing`, `date-ahead`, `date-too-early`.
 */
export const signDocument = caseCommand({
  name: 'sign-document',
  stream: 'case',
  kind: 'acts',
  roles: ['adviser', 'coordinator', 'counsellor', 'employment-adviser'],
  stages: ['preparation', 'arrival', 'project', 'launch', 'monitoring'],
  offices: ['custody', 'operator'],
  fields: {
    request: pick('signings'),
    fingerprint: fingerprint(),
    party: choice(parties),
    means: choice(['on-device', 'on-paper']),
    mark: choice(signatureMarks),
    image: optional(file()),
    name: optional(text()),
    witness: optional(text()),
    device: optional(pick('devices')),
    shownAt: optional(moment()),
    on: date(),
  },
  decide(state, input, circumstances) {
    const signing = signingOf(state, input.request)
    if ('refused' in signing) return signing
    const refusal = notSigned(signing, input, state, circumstances)
    if (refusal) return refusal
    const office = officeOfParty(input.party, state)
    if (input.means === 'on-device' && office !== null && office !== circumstances.actor.office)
      return refuse('not-your-signature', { party: input.party, office }, 'party')
    return accept({ events: [documentSigned(signing, input)] })
  },
})
