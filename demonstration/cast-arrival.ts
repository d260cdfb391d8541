// Files on their way: handed over, waiting for the first contact or for an operator.
import {
  acceptCustody,
  anotherOperator,
  arrive,
  changeAid,
  designate,
  firstContact,
  handOver,
  operatorAccepts,
  operatorRefuses,
  returnCustody,
} from './arriving.ts'
import { today } from './building.ts'
import { meet, prepare } from './preparing.ts'
import type { Part } from './part.ts'
import { ending } from './part.ts'
import type { Story } from './story.ts'

const aids = ['business', 'business', 'employment', 'social'] as const

function left(story: Story): void {
  prepare(story, story.chance.pick(aids))
}

function offered(story: Story): void {
  left(story)
  handOver(story)
}

function taken(story: Story): void {
  offered(story)
  acceptCustody(story)
}

function met(story: Story): void {
  taken(story)
  firstContact(story)
}

function named(story: Story): void {
  met(story)
  designate(story)
}

export const partsOnArrival: readonly Part[] = [
  ending(3, [1, 2], left),
  ending(1, [7, 9], left),
  ending(5, [1, 2], offered, { spouse: true, children: 3 }),
  ending(2, [6, 9], offered),
  ending(3, [1, 4], (story) => {
    offered(story)
    returnCustody(story)
  }),
  // Offered to the wrong office, and taken back by the one that offered it.
  ending(1, [1, 3], (story) => {
    left(story)
    story.wait(1)
    const to = anotherHost(story)
    story.act(story.host, 'hand-over-custody', { to, reason: story.say('hand-over'), on: today(story) })
    story.wait(1)
    story.act(story.host, 'return-custody', { reason: story.say('take-back'), on: today(story) })
  }),
  ending(5, [1, 6], (story, index) => {
    taken(story)
    if (index % 2 === 0) meet(story, 'coordinator')
  }),
  ending(3, [22, 30], taken),
  ending(4, [1, 9], met, { spouse: true, children: 1 }),
  ending(2, [20, 26], met),
  ending(2, [1, 8], (story) => {
    prepare(story, 'business')
    handOver(story)
    acceptCustody(story)
    firstContact(story)
    changeAid(story, 'social')
  }),
  ending(5, [1, 6], named),
  ending(1, [18, 22], named),
  ending(3, [1, 5], (story) => {
    named(story)
    operatorRefuses(story)
  }),
  ending(3, [1, 4], (story) => {
    named(story)
    operatorRefuses(story)
    designate(story, anotherOperator(story))
  }),
  ending(1, [2, 6], (story) => {
    left(story)
    arrive(story)
    story.wait(10, 20)
    designate(story, anotherOperator(story))
    operatorAccepts(story)
  }),
]

function anotherHost(story: Story): string {
  const offices = story.world.actors('counsellor').map(({ office }) => office)
  return story.chance.pick(offices.filter((office) => office !== story.host.office))
}
