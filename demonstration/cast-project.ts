// Files whose project is being built, and those that need no committee.
import { arrive } from './arriving.ts'
import {
  approveIdea,
  build,
  grant,
  moneyFor,
  pauseStudy,
  place,
  resumeStudy,
  returnIdea,
  study,
  submitIdea,
  submitPlan,
  today,
} from './building.ts'
import { follow } from './following.ts'
import type { Year } from './following.ts'
import { pay, sign, train } from './launching.ts'
import { meet, prepare } from './preparing.ts'
import type { Part } from './part.ts'
import { ending } from './part.ts'
import type { Story } from './story.ts'

/** Francs CFA: the most that this demonstration asks for, below every ceiling of the edition. */
export const mostAsked = { business: 4_550_000, employment: 2_000_000 } as const

function arrived(story: Story, aid: string): void {
  prepare(story, aid)
  arrive(story, { refused: story.chance.maybe(0.12) })
}

function changedOnArrival(story: Story, from: string, to: string): void {
  prepare(story, from)
  arrive(story, { aid: to })
}

const business =
  (tell: (story: Story, index: number) => void): Part['tell'] =>
  (story, index) => {
    if (index === 1) changedOnArrival(story, 'employment', 'business')
    else arrived(story, 'business')
    tell(story, index)
  }

const approved = (story: Story) => {
  submitIdea(story, 'business')
  approveIdea(story)
}

const studied = (story: Story) => {
  approved(story)
  const money = moneyFor(story, 'business', mostAsked.business)
  study(story, 'business', money)
  return money
}

export const partsOfProjects: readonly Part[] = [
  ending(
    6,
    [1, 24],
    business((story, index) => (index % 3 === 0 ? meet(story, 'adviser') : undefined)),
  ),
  ending(
    2,
    [38, 50],
    business(() => undefined),
  ),
  ending(
    6,
    [1, 9],
    business((story) => submitIdea(story, 'business')),
  ),
  ending(
    3,
    [1, 12],
    business((story) => {
      submitIdea(story, 'business')
      returnIdea(story)
    }),
  ),
  ending(
    7,
    [3, 50],
    business((story, index) => {
      approved(story)
      if (index < 2) pauseStudy(story)
      if (index === 0) resumeStudy(story)
    }),
    { spouse: true, children: 2 },
  ),
  ending(2, [70, 85], business(approved)),
  ending(5, [1, 25], business(studied)),
  ending(
    4,
    [1, 14],
    business((story) => {
      const money = studied(story)
      submitPlan(story, money.requested)
    }),
  ),
  ending(
    1,
    [3, 9],
    business((story) => {
      const money = moneyFor(story, 'business', mostAsked.business)
      build(story, money)
      correctStudy(story, money.own - 20_000)
    }),
  ),
  ending(4, [1, 20], (story) => {
    employed(story, 'study')
  }),
  ending(3, [1, 10], (story) => {
    employed(story, 'placed')
  }),
  ending(4, [1, 12], (story) => arrived(story, 'social'), { spouse: true, children: 2 }),
]

/** The own part was read wrongly from the bill and is put right; the event stays and the correction names it. */
function correctStudy(story: Story, ownContribution: number): void {
  story.wait(1, 3)
  const place = story.act(story.adviser(), 'add-note', { text: story.say('notes') })
  const studyAt = lastOf(story, 'record-feasibility', place)
  const reason = story.say('correction')
  story.act(story.adviser(), 'correct-event', { event: { versionOf: studyAt }, values: { ownContribution }, reason })
}

function lastOf(story: Story, name: string, before: number): number {
  return story.finished().acts.findLastIndex((act, place) => place < before && act.name === name)
}

function employed(story: Story, until: 'study' | 'placed' | 'award'): number {
  arrived(story, 'employment')
  submitIdea(story, 'employment')
  approveIdea(story)
  const money = moneyFor(story, 'employment', mostAsked.employment)
  study(story, 'employment', money)
  if (until === 'study') return 0
  place(story)
  if (until === 'placed') return 0
  const amount = Math.min(money.requested, (story.job.salary * story.job.months) / 2)
  grant(story, amount)
  return amount
}

/** What a family of this size may get: 400 EUR alone, 800 together, 300 for each child, rounded down. */
function settled(story: Story): number {
  arrived(story, 'social')
  const { people } = story.family
  const children = people.filter(({ relation }) => relation === 'child').length
  const adults = people.length - children
  const amount = Math.floor(((adults >= 2 ? 800 : 400) + children * 300) * 0.65) * 1000
  grant(story, amount)
  return amount
}

function launched(story: Story, aid: 'social' | 'employment'): number {
  const award = aid === 'social' ? settled(story) : employed(story, 'award')
  sign(story)
  if (aid === 'employment' && story.chance.maybe(0.5)) train(story, aid)
  return award
}

function followed(aid: 'social' | 'employment', more: Partial<Year> = {}): Part['tell'] {
  return (story, index) => {
    const award = launched(story, aid)
    pay(story, aid, award)
    story.anchor()
    const missed = index % 4 === 3 ? { missed: 1 } : {}
    const trouble = index % 3 === 0 ? {} : { trouble: { month: 2, open: index % 4 === 1 } }
    follow(story, { aid, award, ...missed, ...trouble, ...more })
  }
}

const family = { spouse: true, children: 3 }

/** Files of the two aids that the coordinator grants, from the decision to the end of the year. */
export const partsWithoutCommittee: readonly Part[] = [
  ending(
    2,
    [1, 6],
    (story) => {
      settled(story)
      sign(story, ['beneficiary', 'operator'])
    },
    family,
  ),
  ending(1, [1, 5], (story) => {
    employed(story, 'award')
    sign(story, ['beneficiary'])
  }),
  ending(1, [1, 4], (story) => pay(story, 'employment', launched(story, 'employment'), 0, 'papers')),
  ending(2, [1, 3], (story) => pay(story, 'social', launched(story, 'social'), 0, 'requested')),
  ending(1, [1, 3], (story) => pay(story, 'social', launched(story, 'social'), 0, 'released')),
  { count: 8, placing: { anchor: [-330, -15] }, tell: followed('social', { ending: 'closed' }), family },
  { count: 6, placing: { anchor: [-330, -15] }, tell: followed('employment', { ending: 'closed' }) },
  { count: 2, placing: { anchor: [-200, -120] }, tell: followed('employment', { ending: 'closed', behind: 30 }) },
  // An adviser who runs behind: the interim report is late by now.
  { count: 2, placing: { anchor: [-205, -192] }, tell: followed('employment', { ending: 'closed', behind: 50 }) },
  { count: 5, placing: { anchor: [-440, -405] }, tell: followed('social', { ending: 'closed' }) },
  { count: 3, placing: { anchor: [-450, -405] }, tell: followed('employment', { ending: 'closed' }) },
  { count: 1, placing: { anchor: [-400, -390] }, tell: followed('social', { ending: 'reported' }) },
  {
    count: 2,
    placing: { anchor: [-390, -365] },
    tell: followed('social', { ending: 'renewed' }),
    family: { spouse: true },
  },
  { count: 2, placing: { anchor: [-200, -150] }, tell: followed('employment', { ending: 'left-again', endsIn: 4 }) },
  { count: 1, placing: { anchor: [-150, -140] }, tell: followed('social', { ending: 'withdrawn', endsIn: 3 }) },
  { count: 1, placing: { ends: [2, 5] }, tell: leftAgain },
  { count: 2, placing: { ends: [4, 14] }, tell: correctedArrival, family: { town: 'Bertoua' } },
]

/** Gone abroad again before anything was granted; the file is still to be closed. */
function leftAgain(story: Story): void {
  arrived(story, 'employment')
  story.wait(20, 40)
  story.act(story.coordinator, 'record-remigration', { text: story.say('left-again'), on: today(story) })
}

function correctedArrival(story: Story): void {
  arrived(story, 'social')
  story.wait(2, 5)
  const contact = lastOf(story, 'record-first-contact', Infinity)
  story.act(story.coordinator, 'correct-event', {
    event: { versionOf: contact },
    values: { region: 'CM-SU' },
    reason: story.say('correction'),
  })
}
