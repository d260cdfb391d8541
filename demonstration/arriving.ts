// From the airport to an operator who says yes.
import type { Story } from './story.ts'

export function handOver(story: Story, wait: readonly [number, number] = [0, 1]): void {
  story.wait(...wait)
  const to = story.coordinator.office
  story.act(story.host, 'hand-over-custody', { to, reason: story.say('hand-over'), on: { onDay: story.day() } })
}

export function acceptCustody(story: Story): void {
  story.wait(0, 2)
  story.act(story.coordinator, 'accept-custody', { on: { onDay: story.day() } })
}

export function returnCustody(story: Story): void {
  story.wait(1, 2)
  story.act(story.coordinator, 'return-custody', { reason: story.say('take-back'), on: { onDay: story.day() } })
}

export function firstContact(story: Story, wait: readonly [number, number] = [2, 12]): void {
  const departed = story.day()
  story.wait(...wait)
  const { town } = story.family
  story.act(story.coordinator, 'record-first-contact', {
    arrivedOn: { onDay: departed },
    region: town.region,
    text: story.say('first-contact'),
    on: { onDay: story.day() },
  })
}

export function changeAid(story: Story, aid: string): void {
  story.wait(1, 6)
  const reason = story.say('aid-change')
  story.act(story.coordinator, 'choose-aid', { aid, reason, on: { onDay: story.day() } })
}

export function designate(story: Story, operator?: string): void {
  if (operator !== undefined) story.setOperator(operator)
  story.wait(2, 9)
  story.act(story.coordinator, 'designate-operator', {
    operator: story.adviser().office,
    reason: story.say('designation'),
    on: { onDay: story.day() },
  })
}

export function operatorAccepts(story: Story): void {
  story.wait(1, 6)
  story.act(story.adviser(), 'accept-designation', { on: { onDay: story.day() } })
}

export function operatorRefuses(story: Story): void {
  story.wait(2, 6)
  const reason = story.say('no-capacity')
  story.act(story.adviser(), 'refuse-designation', { reason, on: { onDay: story.day() } })
}

/** Another operator of the scheme than the present one. */
export function anotherOperator(story: Story): string {
  const offices = story.world.actors('adviser').map(({ office }) => office)
  return story.chance.pick(offices.filter((office) => office !== story.adviser().office))
}

/** Everything between the airport and the operator, now and then with a change of aid or a second operator. */
export function arrive(story: Story, changes: { readonly aid?: string; readonly refused?: boolean } = {}): void {
  handOver(story)
  acceptCustody(story)
  firstContact(story)
  if (changes.aid !== undefined) changeAid(story, changes.aid)
  if (story.chance.maybe(0.15)) story.act(story.coordinator, 'add-note', { text: story.say('notes') })
  designate(story)
  if (changes.refused === true) {
    operatorRefuses(story)
    designate(story, anotherOperator(story))
  }
  operatorAccepts(story)
}
