import { date, number, optional, pick, picks, text } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { sittingCommand } from '../decide.ts'

/**
 * Calls a meeting of a scheme's committee, named where the edition has several. `quorum` is the committee's own, for schemes whose edition gives none.
 * Refusals: `no-such-scheme`, `no-committee`, `committee-needed`, `unknown-choice`, `office-may-not`, `date-past`, `nobody-sits`, `quorum-above-members`.
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
  },
  decide(_state, { scheme, committee, on, place, members: named, quorum }, { running, today, actor, offices }) {
    const members = [...new Set(named)]
    const possible = (running.edition.committees ?? []).map((each) => each.committee)
    const meeting = committee ?? (possible.length === 1 ? possible[0] : undefined)
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
    }
    return accept({ events: [{ type: 'sitting-planned', data }] })
  },
})
