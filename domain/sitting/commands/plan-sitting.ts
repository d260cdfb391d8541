import { date, number, optional, pick, picks, text } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { sittingCommand } from '../decide.ts'

/**
 * Calls a meeting of a scheme's committee. `quorum` is the committee's own, for schemes whose edition gives none.
 * Refusals: `no-such-scheme`, `no-committee`, `office-may-not`, `date-past`, `nobody-sits`, `quorum-above-members`.
 */
export const planSitting = sittingCommand({
  name: 'plan-sitting',
  kind: 'opens',
  roles: ['committee-secretary'],
  states: [],
  fields: {
    scheme: pick('schemes'),
    on: date(),
    place: text(),
    members: picks('committee-members'),
    quorum: optional(number(1, 100)),
  },
  decide(_state, { scheme, on, place, members: named, quorum }, { running, today, actor, offices }) {
    const members = [...new Set(named)]
    const refusal = firstRefusal(
      running.scheme.scheme !== scheme && refuse('no-such-scheme', { scheme }, 'scheme'),
      !running.edition.committee && refuse('no-committee', { scheme }, 'scheme'),
      !(offices.byRole[actor.role] ?? []).includes(actor.office) && refuse('office-may-not', { office: actor.office }),
      on < today && refuse('date-past', { date: on, today }, 'on'),
      members.length === 0 && refuse('nobody-sits', {}, 'members'),
      quorum !== undefined &&
        quorum > members.length &&
        refuse('quorum-above-members', { quorum, members: members.length }, 'quorum'),
    )
    if (refusal) return refusal
    const { edition } = running.edition
    const data = { scheme, edition, office: actor.office, on, place, quorum: quorum ?? null, members }
    return accept({ events: [{ type: 'sitting-planned', data }] })
  },
})
