import { number, optional, pick } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { sittingCommand } from '../decide.ts'

/**
 * One file comes earlier or later, or gets other minutes. `place` counts from 1; left out = it stays where it is.
 * Refusals: `not-on-agenda`, `no-such-place`, `nothing-changes`, `sitting-moved-on`.
 */
export const moveFile = sittingCommand({
  name: 'move-file',
  kind: 'acts',
  roles: ['committee-secretary', 'committee-chair'],
  states: ['planned', 'open'],
  clashes: ['agenda-set', 'file-moved'],
  fields: { case: pick('cases'), place: optional(number(1, 500)), minutes: optional(number(1, 480)) },
  decide({ agenda }, { case: file, place, minutes }) {
    const before = agenda.findIndex((each) => each.case === file)
    const length = before === -1 ? agenda.length + 1 : agenda.length
    const data = {
      case: file,
      place: place ?? (before === -1 ? length : before + 1),
      minutes: minutes ?? agenda[before]?.minutes ?? null,
    }
    const refusal = firstRefusal(
      data.place > length && refuse('no-such-place', { place: data.place, last: length }, 'place'),
      data.place === before + 1 && data.minutes === agenda[before]?.minutes && refuse('nothing-changes', {}, 'place'),
    )
    return refusal ?? accept({ events: [{ type: 'file-moved', data }] })
  },
})
