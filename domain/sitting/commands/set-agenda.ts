import { number, optional, picks } from '../../field.ts'
import { accept, refuse } from '../../outcome.ts'
import { committeeOf } from '../../scheme/committee.ts'
import { sittingCommand } from '../decide.ts'

/**
 * The files in the order in which they come to the table, with the minutes for each: those given, else those the file
 * had, else the committee's. Every file must lie before this sitting (`not-on-agenda`). Refusals: `agenda-empty`,
 * `nothing-changes`, `sitting-moved-on` when somebody else has set it since.
 */
export const setAgenda = sittingCommand({
  name: 'set-agenda',
  kind: 'acts',
  roles: ['committee-secretary', 'committee-chair'],
  states: ['planned', 'open'],
  clashes: ['agenda-set', 'file-moved'],
  fields: { cases: picks('cases'), minutes: optional(number(1, 480)) },
  decide({ agenda, committee }, { cases: named, minutes }, { running }) {
    const rules = committeeOf(running.edition, committee)?.rules
    const usual = typeof rules?.minutes === 'number' ? rules.minutes : null
    const files = [...new Set(named)].map((file) => ({
      case: file,
      minutes: minutes ?? agenda.find((each) => each.case === file)?.minutes ?? usual,
    }))
    if (files.length === 0) return refuse('agenda-empty', {}, 'cases')
    if (JSON.stringify(files) === JSON.stringify(agenda)) return refuse('nothing-changes', {}, 'cases')
    return accept({ events: [{ type: 'agenda-set', data: { files } }] })
  },
})
