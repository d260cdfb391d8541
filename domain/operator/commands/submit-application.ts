import { optional, pick } from '../../field.ts'
import { firstRefusal, refuse } from '../../outcome.ts'
import { accreditationCommand } from '../decide.ts'
import { applicationFields, applicationOf } from './application.ts'

/**
 * An organisation applies to work with people in a scheme. Its own staff applies through a call; the scheme's office
 * writes down for it what came on paper, and says for whom. Refusals: `office-needed`, `only-for-own-office`,
 * `office-may-not`, `already-applied`, and those of `applicationOf`.
 */
export const submitApplication = accreditationCommand({
  name: 'submit-application',
  kind: 'opens',
  states: [],
  parts: ['operator', 'programme'],
  fields: { scheme: pick('schemes'), office: optional(pick('offices')), ...applicationFields },
  decide(_state, { scheme, office: named, ...given }, circumstances) {
    const { actor, running, offices, isKnown } = circumstances
    const isProgramme = actor.role === 'programme-manager'
    const office = named ?? actor.office
    const refusal = firstRefusal(
      running.scheme.scheme !== scheme && refuse('no-such-scheme', { scheme }, 'scheme'),
      isProgramme && named === undefined && refuse('office-needed', {}, 'office'),
      isProgramme && named === actor.office && refuse('own-standing', {}, 'office'),
      isProgramme &&
        !(offices.byRole[actor.role] ?? []).includes(actor.office) &&
        refuse('office-may-not', { office: actor.office }),
      !isProgramme && office !== actor.office && refuse('only-for-own-office', {}, 'office'),
      !offices.all.includes(office) && refuse('unknown-choice', { value: office }, 'office'),
      isKnown && refuse('already-applied', { office }, 'office'),
    )
    return refusal ?? applicationOf(office, given, circumstances)
  },
})
