import { date, longText, optional, pick } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { aidOf } from '../../scheme/journey.ts'
import { caseCommand } from '../case-command.ts'
import { dayOfAct, textNeeded } from '../checks.ts'
import { stepToFulfil } from '../decide.ts'
import { aidNotOpen } from '../money-of-case.ts'

/**
 * The person's choice of aid, and its change with a reason, until the case was decided or the edition's own limit
 * (`changeUntil`) is passed. An aid whose rule is not known yet may be chosen: people decide, later steps ask again.
 * Refusals: `aid-not-open` with reasons, `same-aid`, `already-decided`, `too-late-to-change`, `text-needed`,
 * `date-ahead`, `date-too-early`.
 */
export const chooseAid = caseCommand({
  name: 'choose-aid',
  stream: 'case',
  kind: 'acts',
  roles: ['counsellor', 'coordinator'],
  stages: ['preparation', 'arrival', 'project'],
  fulfils: 'aid-choice',
  stepRole: 'any',
  again: true,
  offices: ['custody'],
  looksElsewhere: true,
  fields: { aid: pick('aids'), on: date(), reason: optional(longText()) },
  when: (state) => (state.award === null ? undefined : refuse('already-decided', { on: state.award.on })),
  decide(state, { aid: id, on, reason }, circumstances) {
    const step = stepToFulfil(chooseAid, state, circumstances)
    if (step.refused) return step
    const aid = aidOf(circumstances.running.edition, id)
    if (!aid) return refuse('unknown-choice', { value: id }, 'aid')
    const { changeUntil } = step.value
    const limit = changeUntil === undefined ? undefined : state.done[changeUntil]
    const refusal = firstRefusal(
      state.aid === id && refuse('same-aid', { aid: id }, 'aid'),
      state.aid !== null && limit !== undefined && refuse('too-late-to-change', { step: changeUntil, on: limit }),
      aidNotOpen(aid, { ...state, aid: id }, circumstances.running, 'aid'),
      state.aid !== null && textNeeded(reason, 'reason'),
      dayOfAct(on, state, circumstances),
    )
    if (refusal) return refusal
    const data = { step: step.value.step, on, aid: id, previous: state.aid, reason: reason ?? null }
    return accept({ events: [{ type: 'aid-chosen', data }] })
  },
})
