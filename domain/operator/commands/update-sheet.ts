import { date, file, number, optional, picks } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { strayCodes } from '../checks.ts'
import { accreditationCommand } from '../decide.ts'

/**
 * The organisation keeps true what is known of it; what is left out stays. Refusals: `nothing-changes`,
 * `insurance-over`, `unknown-choice`.
 */
export const updateSheet = accreditationCommand({
  name: 'update-sheet',
  kind: 'acts',
  states: ['applied', 'accredited', 'suspended'],
  parts: ['operator', 'programme'],
  fields: {
    languages: optional(picks('languages')),
    regions: optional(picks('regions')),
    sectors: optional(picks('sectors')),
    staff: optional(number(1, 10_000)),
    capacity: optional(number(1, 10_000)),
    insuredUntil: optional(date()),
    insurance: optional(file()),
  },
  decide({ application }, given, { today }) {
    const known = (application ?? {}) as Readonly<Record<string, unknown>>
    const changes = Object.fromEntries(
      Object.entries(given).filter(
        ([name, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(known[name]),
      ),
    )
    const { insuredUntil } = given
    const refusal = firstRefusal(
      Object.keys(changes).length === 0 && refuse('nothing-changes'),
      strayCodes(given),
      insuredUntil !== undefined &&
        insuredUntil < today &&
        refuse('insurance-over', { until: insuredUntil }, 'insuredUntil'),
    )
    if (refusal) return refusal
    return accept([{ type: 'sheet-updated', data: { ...changes, on: today } }])
  },
})
