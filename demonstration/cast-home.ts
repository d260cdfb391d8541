// Files that are still in France, and files that ended there.
import {
  assess,
  choose,
  closeAtHome,
  depart,
  interview,
  judge,
  meet,
  open,
  planTravel,
  withdrawAtHome,
} from './preparing.ts'
import { today } from './building.ts'
import type { Part } from './part.ts'
import { ending } from './part.ts'
import type { Story } from './story.ts'

const aids = ['business', 'business', 'business', 'employment', 'social'] as const

function judged(story: Story): void {
  open(story)
  interview(story)
  assess(story)
  judge(story)
}

function chosen(story: Story): void {
  judged(story)
  choose(story, story.chance.pick(aids))
}

export const partsAtHome: readonly Part[] = [
  ending(5, [1, 9], (story, index) => open(story, { early: index % 2 === 0, anywhere: index === 3 })),
  ending(4, [1, 5], (story) => {
    open(story)
    story.wait(1, 3)
    meet(story, 'counsellor')
  }),
  // Something is not known, so nobody can say whether the scheme is open.
  ending(5, [2, 30], (story) => {
    open(story, { anywhere: true })
    interview(story, { gap: 'unknown' })
    assess(story)
  }),
  ending(3, [2, 20], (story) => {
    open(story)
    interview(story, { gap: 'refused' })
  }),
  ending(1, [3, 8], askedAgain),
  ending(5, [1, 14], (story) => {
    open(story)
    interview(story)
    assess(story)
  }),
  ending(5, [1, 12], judged, { spouse: true, children: 2 }),
  ending(5, [1, 12], chosen),
  ending(2, [1, 10], newborn, { spouse: true, children: 1 }),
  ending(6, [2, 8], (story) => {
    chosen(story)
    planTravel(story, [14, 30])
  }),
  // The day of departure has passed and nobody has confirmed it.
  ending(2, [26, 34], (story) => {
    chosen(story)
    planTravel(story, [8, 16])
  }),
  ending(2, [3, 12], movedJourney),
  ending(6, [30, 560], notEligible),
  ending(2, [1, 6], (story) => {
    open(story)
    interview(story, { situation: 'autre' })
    assess(story)
    judge(story)
  }),
  ending(4, [20, 500], (story) => {
    judged(story)
    withdrawAtHome(story)
    closeAtHome(story, 'stopped', 'withdrawal')
  }),
  ending(1, [2, 4], (story) => {
    judged(story)
    withdrawAtHome(story)
  }),
  ending(2, [40, 300], (story) => {
    chosen(story)
    planTravel(story)
    story.wait(40, 60)
    closeAtHome(story, 'not-departed', 'not-departed')
  }),
  ending(1, [3, 9], backFromClosure),
  ending(2, [2, 20], consentTakenBack),
]

/** An answer that was missing is found later and replaces the gap. */
function askedAgain(story: Story): void {
  open(story)
  interview(story, { gap: 'unknown' })
  assess(story)
  story.wait(2, 6)
  const facts = { 'aide déjà reçue': { known: false } }
  story.act(story.host, 'record-facts', { facts })
}

function newborn(story: Story): void {
  judged(story)
  story.wait(3, 9)
  story.act(story.host, 'add-member', { person: story.family.later, on: today(story) })
}

function movedJourney(story: Story): void {
  chosen(story)
  planTravel(story, [6, 9])
  story.wait(2, 4)
  depart(story, planTravel(story, [3, 6]))
}

function notEligible(story: Story, index: number): void {
  open(story)
  interview(story, index % 2 === 0 ? { situation: 'autre' } : { aidBefore: true })
  assess(story)
  judge(story)
  closeAtHome(story, 'not-eligible', 'not-eligible')
}

function backFromClosure(story: Story): void {
  judged(story)
  withdrawAtHome(story)
  closeAtHome(story, 'stopped', 'withdrawal')
  story.wait(30, 60)
  const [programme] = story.world.actors('programme-manager')
  const actor = programme ?? story.host
  story.act(actor, 'reopen-case', { reason: story.say('reopening'), on: today(story) })
}

function consentTakenBack(story: Story): void {
  judged(story)
  story.wait(2, 8)
  story.act(story.host, 'record-consent', { purpose: 'research', given: false, on: today(story) })
}
