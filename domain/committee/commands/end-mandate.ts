import { date, longText, pick } from '../../field.ts'
import { accept, refuse } from '../../outcome.ts'
import { committeeCommand } from '../decide.ts'

/** A mandate ends before its time, or on a day that was not known. Refusals: `no-such-mandate`, `mandate-over`, `until-before-from`. */
export const endMandate = committeeCommand({
  name: 'end-mandate',
  fields: { mandate: pick('mandates'), on: date(), reason: longText() },
  decide({ mandates }, { mandate, on, reason }) {
    const known = mandates.find((each) => each.mandate === mandate)
    if (!known) return refuse('no-such-mandate', { mandate }, 'mandate')
    const { from, until, member } = known
    if (until !== null && until <= on) return refuse('mandate-over', { member, until }, 'on')
    if (on < from) return refuse('until-before-from', { from, until: on }, 'on')
    return accept({ events: [{ type: 'mandate-ended', data: { mandate, on, reason } }] })
  },
})
