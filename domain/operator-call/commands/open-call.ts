import { choices, date, longText, pick, text } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { lots } from '../../scheme/operators.ts'
import { callCommand } from '../decide.ts'

/**
 * Opens a call for operators of a scheme: from one day until another, for some of its lots. Refusals: `no-such-scheme`,
 * `office-may-not`, `no-operators`, `until-before-from`, `date-past`, `lot-needed`, `unknown-choice`.
 */
export const openCall = callCommand({
  name: 'open-call',
  kind: 'opens',
  fields: {
    scheme: pick('schemes'),
    title: text(),
    text: longText(),
    from: date(),
    until: date(),
    lots: choices(lots),
  },
  decide(_state, { scheme, from, until, lots: named, ...words }, { actor, running, offices, today }) {
    const { operators } = running.edition
    const other = named.find((lot) => !operators?.lots.includes(lot))
    const refusal = firstRefusal(
      running.scheme.scheme !== scheme && refuse('no-such-scheme', { scheme }, 'scheme'),
      !(offices.byRole[actor.role] ?? []).includes(actor.office) && refuse('office-may-not', { office: actor.office }),
      !operators && refuse('no-operators', { scheme }, 'scheme'),
      until < from && refuse('until-before-from', { from, until }, 'until'),
      until < today && refuse('date-past', { date: until, today }, 'until'),
      named.length === 0 && refuse('lot-needed', {}, 'lots'),
      other !== undefined && refuse('unknown-choice', { value: other }, 'lots'),
    )
    if (refusal) return refusal
    const { edition } = running.edition
    const data = { ...words, scheme, edition, office: actor.office, from, until, lots: [...new Set(named)], on: today }
    return accept([{ type: 'call-opened', data }])
  },
})
