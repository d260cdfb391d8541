import { date, pick } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { aidOf } from '../../scheme/journey.ts'
import { caseCommand } from '../case-command.ts'
import { dayOfAct, undecided } from '../checks.ts'
import { stepToFulfil } from '../decide.ts'
import { aidNotOpen } from '../money-of-case.ts'

/**
 * The file goes to a sitting; from here the committee sees the case. Refusals: `already-decided`, `already-submitted`,
 * `not-for-committee` (this aid is decided by the coordinator), `no-such-sitting`, `sitting-not-open`, `other-committee`,
 * `aid-not-open`, `date-ahead`, `date-too-early`.
 */
export const submitToCommittee = caseCommand({
  name: 'submit-to-committee',
  stream: 'case',
  kind: 'acts',
  roles: ['coordinator'],
  stages: ['project', 'launch'],
  fulfils: 'committee',
  stepRole: 'any',
  offices: ['custody'],
  alongside: 'sitting',
  looksElsewhere: true,
  fields: { sitting: pick('sittings'), on: date() },
  when(state, { running }) {
    const aid = aidOf(running.edition, state.aid)
    const other = aid?.decidedBy === 'committee' ? undefined : refuse('not-for-committee', { aid: state.aid })
    return undecided(state) ?? other
  },
  decide(state, { sitting: id, on }, circumstances) {
    const { running, sitting } = circumstances
    const step = stepToFulfil(submitToCommittee, state, circumstances)
    if (step.refused) return step
    if (sitting === undefined || sitting.sitting !== id || sitting.scheme !== state.scheme)
      return refuse('no-such-sitting', { sitting: id }, 'sitting')
    const aid = aidOf(running.edition, state.aid)
    const refusal = firstRefusal(
      sitting.state !== 'planned' &&
        sitting.state !== 'open' &&
        refuse('sitting-not-open', { sitting: id, state: sitting.state }, 'sitting'),
      sitting.committee !== null &&
        sitting.committee !== (state.appeal?.committee ?? step.value.committee) &&
        refuse(
          'other-committee',
          { sitting: id, committee: state.appeal?.committee ?? step.value.committee ?? null },
          'sitting',
        ),
      aid && aidNotOpen(aid, state, running),
      dayOfAct(on, state, circumstances),
    )
    if (refusal) return refusal
    const data = { sitting: id, on, step: step.value.step }
    return accept({ events: [{ type: 'file-submitted-to-committee', data }] })
  },
})
