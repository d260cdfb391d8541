import { choice, date, number, optional, pick, picks, text } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { committeeOf } from '../../scheme/committee.ts'
import { sittingCommand } from '../decide.ts'
import { procedures } from '../events.ts'
import { answerByFor, cutOffBefore, isPossible } from '../rules.ts'
import { mandateRefusal } from '../voters.ts'

/**
 * Calls a meeting of a scheme's committee, named where the edition has several. `quorum` is the committee's own, for schemes whose edition gives none.
 * Refusals: `no-such-scheme`, `no-committee`, `committee-needed`, `unknown-choice`, `office-may-not`, `date-past`, `nobody-sits`, `quorum-above-members`,
 * `no-mandate`, `mandate-over`, `procedure-not-possible`, `cut-off-after-sitting`; without a meeting `term-needed`, `term-before-day`.
 */
export const planSitting = sittingCommand({
  name: 'plan-sitting',
  kind: 'opens',
  roles: ['committee-secretary'],
  states: [],
  fields: {
    scheme: pick('schemes'),
    committee: optional(pick('committees')),
    on: date(),
    place: text(),
    members: picks('committee-members'),
    quorum: optional(number(1, 100)),
    procedure: optional(choice(procedures)),
    answerBy: optional(date()),
    cutOffOn: optional(date()),
  },
  decide(
    state,
    { scheme, committee, on, place, members: named, quorum, procedure = 'meeting', ...days },
    circumstances,
  ) {
    const { running, today, actor, offices, calendar } = circumstances
    const members = [...new Set(named)]
    const possible = (running.edition.committees ?? []).map((each) => each.committee)
    const meeting = committee ?? (possible.length === 1 ? possible[0] : undefined)
    const rules = committeeOf(running.edition, meeting ?? null)?.rules
    const cutOffOn = days.cutOffOn ?? cutOffBefore(on, rules, calendar)
    const answerBy = procedure === 'meeting' ? null : (days.answerBy ?? answerByFor(on, rules, calendar))
    const refusal = firstRefusal(
      running.scheme.scheme !== scheme && refuse('no-such-scheme', { scheme }, 'scheme'),
      possible.length === 0 && refuse('no-committee', { scheme }, 'scheme'),
      committee !== undefined &&
        !possible.includes(committee) &&
        refuse('unknown-choice', { value: committee }, 'committee'),
      !(offices.byRole[actor.role] ?? []).includes(actor.office) && refuse('office-may-not', { office: actor.office }),
      on < today && refuse('date-past', { date: on, today }, 'on'),
      members.length === 0 && refuse('nobody-sits', {}, 'members'),
      quorum !== undefined &&
        quorum > members.length &&
        refuse('quorum-above-members', { quorum, members: members.length }, 'quorum'),
      mandateRefusal(members, state, circumstances.committee ?? {}, on, 'members'),
      !isPossible(procedure, rules) && refuse('procedure-not-possible', { procedure }, 'procedure'),
      procedure !== 'meeting' && answerBy === null && refuse('term-needed', { procedure }, 'answerBy'),
      answerBy !== null && answerBy < on && refuse('term-before-day', { until: answerBy, on }, 'answerBy'),
      cutOffOn !== null && cutOffOn > on && refuse('cut-off-after-sitting', { cutOffOn, on }, 'cutOffOn'),
    )
    if (refusal) return refusal
    if (meeting === undefined) return refuse('committee-needed', { possible }, 'committee')
    const { edition } = running.edition
    const data = {
      scheme,
      edition,
      committee: meeting,
      office: actor.office,
      on,
      place,
      quorum: quorum ?? null,
      members,
      ...(procedure === 'meeting' ? {} : { procedure, answerBy }),
      ...(cutOffOn === null ? {} : { cutOffOn }),
    }
    return accept({ events: [{ type: 'sitting-planned', data }] })
  },
})
