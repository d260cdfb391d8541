import { describe, expect, test } from 'vitest'

import type { CommitteeRules } from '../../scheme/committee.ts'
import { after, eventsOf, refusalOf, runningScheme } from '#tests/kit/case.ts'
import type { Deed, Played } from '#tests/kit/case.ts'
import { business, businessRoad } from '#tests/kit/roads.ts'
import { having } from '#tests/kit/refusals.ts'

import { appealOf } from '../appeal.ts'

const { decided, submitted } = businessRoad
const none = { amount: undefined, conditions: undefined }
const refused = having(decided, { ...none, outcome: 'refuse', text: 'the market is too small' })
const unselected = after(business('submitted'), refused)
const contested = (day: string): Deed => ({
  command: 'lodge-appeal',
  by: 'coordinator',
  day,
  input: { text: 'I have two customers now' },
})
const again: Deed = { ...submitted, day: '2026-06-02' }

/** The same case in a scheme whose committee says how its decisions are contested. */
function ruled(played: Played, appeal: CommitteeRules['appeal']): Played {
  const running = runningScheme('ofii-cameroon')
  const committees = running.edition.committees?.map((each) => ({
    ...each,
    ...(each.rules ? { rules: { ...each.rules, appeal } } : {}),
  }))
  const other = committees?.[0] && { ...committees[0], committee: 'appeal-committee' }
  const edition = { ...running.edition, committees: [...(committees ?? []), ...(other ? [other] : [])] }
  return { ...played, running: { ...running, edition } }
}

const how = { fr: 'Écrivez à l’office.', en: 'Write to the office.', ar: 'اكتبوا إلى المكتب.' }

describe('contesting a decision', () => {
  test('is possible where no source says otherwise, without a last day, and the file goes back to the same committee', () => {
    expect(appealOf(unselected.state, unselected.running)).toEqual({
      against: '2026-05-12',
      until: null,
      committee: null,
      isPossible: true,
      how: null,
    })
    const lodged = after(unselected, contested('2026-06-01'))
    expect(lodged.state.appeal).toMatchObject({ on: '2026-06-01', against: '2026-05-12', until: null, committee: null })
    const back = after(lodged, again)
    expect(back.state.submission).toMatchObject({ sitting: 'sitting-one' })
    const selected = after(back, { ...decided, day: '2026-06-10' })
    expect(selected.state.appeal).toBeUndefined()
    expect(selected.state.award?.amount).toBe(4_100_000)
  })

  test('has a last day where the scheme says one, and goes to the committee that it names', () => {
    const strict = ruled(unselected, { days: 15, how, to: 'appeal-committee' })
    expect(refusalOf(strict, contested('2026-05-28'))).toMatchObject({
      code: 'appeal-too-late',
      facts: { until: '2026-05-27', on: '2026-05-28' },
      field: 'on',
    })
    const lodged = after(strict, contested('2026-05-27'))
    expect(lodged.state.appeal).toMatchObject({ until: '2026-05-27', committee: 'appeal-committee' })
    const usual = { ...again, sitting: { ...again.sitting, committee: 'selection-committee' } }
    expect(refusalOf(lodged, usual)).toMatchObject({
      code: 'other-committee',
      facts: { committee: 'appeal-committee' },
    })
    const named = { ...again, sitting: { ...again.sitting, committee: 'appeal-committee' } }
    expect(after(lodged, named).state.submission).toMatchObject({ sitting: 'sitting-one' })
  })

  test('of less than was asked for keeps what was granted waiting until the committee has decided again', () => {
    const less = after(business('submitted'), having(decided, { outcome: 'select-for-less', amount: 3_000_000 }))
    const lodged = after(less, contested('2026-06-01'))
    expect(lodged.state).toMatchObject({ award: null, decisions: [{ amount: 3_000_000 }] })
    const more = after(lodged, again, { ...decided, day: '2026-06-10' })
    expect(more.state.award?.amount).toBe(4_100_000)
  })

  test.each<[string, Played, string]>([
    ['nothing', business('submitted'), 'nothing-to-contest'],
    ['what was granted whole', business('decided'), 'nothing-to-contest'],
    ['where the scheme knows no way', ruled(unselected, 'none'), 'no-appeal'],
    ['twice', after(unselected, contested('2026-06-01')), 'already-contested'],
  ])('%s is refused', (_name, played, code) => {
    expect(refusalOf(played, contested('2026-06-01'))?.code).toBe(code)
  })

  test('once the commitment is signed comes too late for what is under way', () => {
    const less = after(business('submitted'), having(decided, { outcome: 'select-for-less', amount: 3_000_000 }))
    const signed = {
      ...less,
      state: { ...less.state, signatures: [{ step: 's', party: 'office', means: 'on-paper', on: '2026-05-13' }] },
    }
    expect(refusalOf(signed as Played, contested('2026-06-01'))?.code).toBe('award-under-way')
  })
})

describe('a person who did not come', () => {
  const absent = having(decided, { ...none, outcome: 'absent' })

  test('is examined at the next sitting, where the decision hands the file in once one is planned', () => {
    const waiting = after(business('submitted'), absent)
    expect(waiting.state.submission).toBeNull()
    const next = { sitting: 'sitting-two', on: '2026-09-01' }
    const deed = { ...having(absent, { next: 'sitting-two' }), sitting: { ...absent.sitting, next } }
    const unplanned = having(absent, { next: 'sitting-two' })
    expect(refusalOf(business('submitted'), unplanned)).toMatchObject({ code: 'no-such-sitting', field: 'next' })
    expect(eventsOf(business('submitted'), deed).map(({ type }) => type)).toEqual([
      'committee-decided',
      'file-submitted-to-committee',
    ])
    expect(after(business('submitted'), deed).state.submission).toMatchObject({ sitting: 'sitting-two' })
  })
})
