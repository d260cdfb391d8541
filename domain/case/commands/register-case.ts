import { addYears } from '../../calendar.ts'
import { beneficiary, date, facts, optional, people, pick, picks, region as regionField } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { beneficiaryOf } from '../../scheme/beneficiary.ts'
import { factRefusal } from '../../scheme/facts.ts'
import { caseCommand } from '../case-command.ts'
import { notAhead, notBefore, stepToFulfil } from '../decide.ts'
import type { CaseEvent } from '../events.ts'
import { beneficiaryRefusal, consentMissing, consentsGiven, memberOf, peopleRefusal } from '../people.ts'

/**
 * Opens a file in one edition of a scheme: of a person with the family who come along, of an organisation with its
 * contact, or of a group. Every consent of the edition gets its answer, given or not; in a group each participant is
 * asked when they join. Facts are optional: what was not asked stays not asked. Refusals: `office-may-not` (it plays no
 * such part in the scheme), `date-ahead`, `date-too-early`, those of `beneficiaryRefusal` and `peopleRefusal`,
 * `consent-missing`, `unknown-fact`, `invalid-fact`.
 */
export const registerCase = caseCommand({
  name: 'register-case',
  stream: 'case',
  kind: 'opens',
  roles: ['counsellor', 'coordinator'],
  stages: [],
  fulfils: 'registration',
  stepRole: 'any',
  offices: ['any'],
  fields: {
    scheme: pick('schemes'),
    beneficiary: optional(beneficiary()),
    people: people(0),
    consents: picks('consents'),
    on: date(),
    region: optional(regionField()),
    facts: optional(facts()),
  },
  decide(state, { scheme, beneficiary, people, consents, on, region, facts }, circumstances) {
    const { running, actor } = circumstances
    const { edition } = running
    const isGroup = beneficiaryOf(edition) === 'group'
    const step = stepToFulfil(registerCase, state, circumstances)
    if (step.refused) return step
    const refusal = firstRefusal(
      !(circumstances.offices.byRole[actor.role] ?? []).includes(actor.office) &&
        refuse('office-may-not', { office: actor.office }, 'scheme'),
      notAhead(on, circumstances),
      // No scheme is that old: an older day is a slip of the hand.
      notBefore(on, addYears(circumstances.today, -30)),
      beneficiaryRefusal(edition, people, beneficiary),
      peopleRefusal(edition, people, on),
      !isGroup && consentMissing(edition, consents),
      facts && factRefusal(edition, facts),
    )
    if (refusal) return refusal
    const events: CaseEvent[] = [
      {
        type: 'case-registered',
        data: {
          step: step.value.step,
          on,
          scheme,
          edition: edition.edition,
          office: actor.office,
          members: people.map(memberOf),
          region: region ?? null,
          consents: isGroup ? {} : consentsGiven(edition, consents),
        },
      },
    ]
    if (facts && Object.keys(facts).length > 0) events.push({ type: 'facts-recorded', data: { facts } })
    return accept({ events, people, ...(beneficiary ? { beneficiary } : {}) })
  },
})
