import { longText, pick } from '../../field.ts'
import { accept, refuse } from '../../outcome.ts'
import { caseCommand } from '../case-command.ts'
import { signingOf } from '../signing.ts'

/**
 * Calls off what was out to be signed: every signature under it is void, its links open nothing. Refusals:
 * `no-such-signing`, `signatures-cancelled`, `document-changed` (another version took its place).
 */
export const cancelSignatures = caseCommand({
  name: 'cancel-signatures',
  stream: 'case',
  kind: 'acts',
  roles: ['adviser', 'coordinator', 'counsellor', 'employment-adviser'],
  stages: ['preparation', 'arrival', 'project', 'launch', 'monitoring'],
  offices: ['custody', 'operator'],
  fields: { request: pick('signings'), reason: longText() },
  decide(state, { request, reason }, { today }) {
    const signing = signingOf(state, request)
    if ('refused' in signing) return signing
    const { ended, fingerprint } = signing
    if (ended?.why === 'cancelled') return refuse('signatures-cancelled', { date: ended.on })
    if (ended) return refuse('document-changed', { shown: fingerprint, current: null }, 'request')
    return accept({ events: [{ type: 'signature-cancelled', data: { request, reason, on: today } }] })
  },
})
