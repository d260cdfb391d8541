import { uuidv7 } from 'uuidv7'

import { handle } from '#app/handle.ts'
import type { SittingAnswer } from '#contract/sitting-answers.ts'
import type { Actor } from '#domain/role.ts'

import { openDoor } from './door.ts'
import { actor } from './house.ts'
import { player, playRoad } from './played.ts'
import { businessRoad } from './roads.ts'

export const committeeOffice = 'comite-cameroun'
export const people = {
  paul: player('committee-secretary'),
  helene: player('committee-chair'),
  marthe: player('committee-member'),
  ibrahim: actor('ibrahim', 'committee-member', committeeOffice),
}
export type Who = keyof typeof people

/** A planned sitting of today with two files, behind a real server, and its people: Paul is the secretary, Hélène the chair. */
export async function openCommittee() {
  const door = await openDoor()
  const { home, server } = door
  const road = Object.values(businessRoad)
  const submitted = road.slice(0, Object.keys(businessRoad).indexOf('submitted') + 1)
  const { sitting, case: file } = await playRoad(home, submitted)
  const { case: other } = await playRoad(home, submitted)
  const cookies = new Map<Who, string>()
  for (const who of Object.keys(people) as Who[]) cookies.set(who, await door.signIn(who))

  function act(who: Actor, name: string, input: object, stream = sitting, seen?: number) {
    const envelope = { command: uuidv7(), name, stream, input, ...(seen === undefined ? {} : { seen }) }
    return handle(home.house, who, envelope)
  }
  /** Throws when it is refused. */
  async function done(who: Who, name: string, input: object, stream?: string): Promise<void> {
    const answer = await act(people[who], name, input, stream)
    if (answer.status === 'refused') throw new Error(`${name}: ${JSON.stringify(answer.refusal)}`)
  }
  async function refusalOf(who: Who, name: string, input: object, seen?: number) {
    const answer = await act(people[who], name, input, sitting, seen)
    return answer.status === 'refused' ? answer.refusal : undefined
  }
  function ask(who: Who, url: string) {
    return server.inject({ method: 'GET', url, headers: { cookie: cookies.get(who) ?? '' } })
  }
  async function seenBy(who: Who): Promise<SittingAnswer> {
    return (await ask(who, `/api/sittings/${sitting}`)).json()
  }

  const on = home.house.clock.today()
  const coordinator = player('coordinator')
  await done('paul', 'move-sitting', { on, place: 'Yaoundé', reason: 'words' })
  await act(coordinator, 'recall-file', { on, reason: 'words' }, other)
  await act(coordinator, 'submit-to-committee', { sitting, on }, other)
  return { door, home, sitting, file, other, act, done, refusalOf, ask, seenBy }
}
