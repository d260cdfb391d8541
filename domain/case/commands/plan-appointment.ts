import { compareInstants } from '../../calendar.ts'
import { choice, moment, text } from '../../field.ts'
import { accept, refuse } from '../../outcome.ts'
import { caseCommand } from '../case-command.ts'

/** Whom the person meets. */
export const appointmentPartners = [
  'counsellor',
  'coordinator',
  'adviser',
  'employment-adviser',
  'committee',
  'provider',
  'other',
] as const

/** A meeting with the person, at a time to come. Refusal: `moment-past`. */
export const planAppointment = caseCommand({
  name: 'plan-appointment',
  stream: 'case',
  kind: 'acts',
  roles: ['counsellor', 'coordinator', 'adviser', 'employment-adviser'],
  stages: ['preparation', 'arrival', 'project', 'launch', 'monitoring'],
  offices: ['custody', 'operator'],
  fields: { at: moment(), place: text(), with: choice(appointmentPartners) },
  decide(_state, { at, place, with: partner }, { now, id }) {
    if (compareInstants(at, now) < 0) return refuse('moment-past', { at, now }, 'at')
    const data = { appointment: id('appointment'), at, place, with: partner }
    return accept({ events: [{ type: 'appointment-planned', data }] })
  },
})
