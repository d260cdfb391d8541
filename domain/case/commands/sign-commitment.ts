import { choice, date } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { parties } from '../../signature/party.ts'
import { caseCommand } from '../case-command.ts'
import { dayOfAct } from '../checks.ts'
import { stepToFulfil } from '../decide.ts'

/**
 * Notes that one party signed the commitment on a paper which is not here; the last one of those the step names
 * completes it. Refusals: `sign-the-document` (the contract is out to be signed, or the edition asks for the paper
 * itself), `party-not-asked`, `already-signed`, `date-ahead`, `date-too-early`.
 */
export const signCommitment = caseCommand({
  name: 'sign-commitment',
  stream: 'case',
  kind: 'acts',
  roles: ['adviser', 'coordinator', 'counsellor', 'employment-adviser'],
  stages: ['preparation', 'arrival', 'project', 'launch', 'monitoring'],
  fulfils: 'agreement',
  stepRole: 'any',
  offices: ['custody', 'operator'],
  fields: { party: choice(parties), means: choice(['on-paper', 'on-device', 'by-link']), on: date() },
  decide(state, { party, means, on }, circumstances) {
    const step = stepToFulfil(signCommitment, state, circumstances)
    if (step.refused) return step
    const { step: id, signedBy = ['beneficiary', 'office'], signing } = step.value
    const isOut = state.signing?.some((each) => each.step === id && each.ended === null)
    if (isOut || signing?.withoutPaper === false) return refuse('sign-the-document', {})
    const signed = state.signatures.filter((each) => each.step === id).map((each) => each.party)
    const refusal = firstRefusal(
      !signedBy.includes(party) && refuse('party-not-asked', { party, asked: signedBy }, 'party'),
      signed.includes(party) && refuse('already-signed', { party }, 'party'),
      dayOfAct(on, state, circumstances, state.award?.on),
    )
    if (refusal) return refusal
    const complete = signedBy.every((each) => each === party || signed.includes(each))
    return accept({ events: [{ type: 'commitment-signed', data: { step: id, on, party, means, complete } }] })
  },
})
