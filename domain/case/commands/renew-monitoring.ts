import { addMonths } from '../../calendar.ts'
import { date, longText } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { caseCommand } from '../case-command.ts'
import { dayOfAct } from '../checks.ts'
import { monitoringPeriod } from '../monitoring.ts'

/**
 * The monitoring goes on for the edition's further months. Refusals: `renewal-not-possible` (the edition foresees
 * none, or none is left), `role-may-not`, `monitoring-not-started`, `date-ahead`, `date-too-early`.
 */
export const renewMonitoring = caseCommand({
  name: 'renew-monitoring',
  stream: 'case',
  kind: 'acts',
  roles: ['coordinator', 'programme-manager'],
  stages: ['launch', 'monitoring'],
  offices: ['custody', 'scheme'],
  fields: { on: date(), reason: longText() },
  when(state, { actor, running }) {
    const renewal = running.edition.monitoring?.renewal
    const times = state.renewal?.times ?? 0
    if (!renewal || times >= renewal.times)
      return refuse('renewal-not-possible', { times, possible: renewal?.times ?? 0 })
    return firstRefusal(
      renewal.by !== actor.role && refuse('role-may-not', { role: actor.role, allowed: [renewal.by] }),
      monitoringPeriod(state, running) === null && refuse('monitoring-not-started'),
    )
  },
  decide(state, { on, reason }, circumstances) {
    const { running } = circumstances
    const period = monitoringPeriod(state, running)
    const months = running.edition.monitoring?.renewal?.months ?? 0
    if (period === null) return refuse('monitoring-not-started')
    const refusal = dayOfAct(on, state, circumstances, period.from)
    if (refusal) return refusal
    const data = { months, until: addMonths(period.until, months), reason, on }
    return accept({ events: [{ type: 'monitoring-renewed', data }] })
  },
})
