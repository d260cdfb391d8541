import { date, longText } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { appealOf } from '../appeal.ts'
import { caseCommand } from '../case-command.ts'
import { dayOfAct } from '../checks.ts'
import type { CaseState } from '../state.ts'

/**
 * The person contests what the committee decided: the file may be submitted again, to the committee that the scheme names
 * for it, and what was granted waits. Refusals: `nothing-to-contest`, `no-appeal` (the scheme knows none), `award-under-way`, `already-contested`, `appeal-too-late`
 * with the last day, `date-ahead`, `date-too-early`.
 */
export const lodgeAppeal = caseCommand({
  name: 'lodge-appeal',
  stream: 'case',
  kind: 'acts',
  roles: ['coordinator', 'adviser', 'counsellor'],
  stages: ['project', 'launch'],
  offices: ['custody', 'operator'],
  fields: { text: longText(), on: date() },
  when(state, { running }) {
    const rule = appealOf(state, running)
    return firstRefusal(
      rule === undefined && refuse('nothing-to-contest'),
      rule?.isPossible === false && refuse('no-appeal'),
      underWay(state) && refuse('award-under-way'),
      state.appeal != null && refuse('already-contested', { on: state.appeal.on }),
    )
  },
  decide(state, { text, on }, circumstances) {
    const rule = appealOf(state, circumstances.running)
    if (!rule) return refuse('nothing-to-contest')
    const { against, until, committee } = rule
    const refusal = firstRefusal(
      dayOfAct(on, state, circumstances, against),
      until !== null && on > until && refuse('appeal-too-late', { until, on }, 'on'),
    )
    if (refusal) return refusal
    return accept({ events: [{ type: 'appeal-lodged', data: { on, against, until, committee, text } }] })
  },
})

/** The commitment is signed or money was asked for: it cannot wait any more. */
function underWay({ award, signatures }: CaseState): boolean {
  return award !== null && (signatures.length > 0 || award.tranches.some(({ state }) => state !== 'waiting'))
}
