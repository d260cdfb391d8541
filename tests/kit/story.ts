import { readFileSync } from 'node:fs'

import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect } from 'vitest'

import { verify } from '#app/verify.ts'
import { readScheme } from '#catalogue/load.ts'
import type { CaseAnswer } from '#contract/answers.ts'
import type { CaseState } from '#domain/case/state.ts'
import { paidOn } from '#domain/case/state.ts'
import { stepsOf } from '#domain/case/steps-of-case.ts'
import type { Role } from '#domain/role.ts'
import type { Scheme } from '#domain/scheme/scheme.ts'

import { describedDoor } from './described.ts'
import { openListeningDoor } from './door.ts'
import type { Door } from './door.ts'
import { foundHouse } from './house.ts'
import { emailOf, playerOf } from './story-player.ts'
import type { Player, Told } from './story-player.ts'
import { noticesSeenBy } from './story-notices.ts'

/**
 * A scheme's story through the HTTP door: one server that listens and one database for a file, an account and a session for
 * everybody in the cast, and a clock that the story sets.
 *
 *     const togo = story('ofii-togo', { counsellor: 'ofii-lille', chair: ['committee-chair', 'committee-togo'] })
 *
 *     test('a workshop in Lomé', async () => {
 *       const { on, the, file } = togo.begins()
 *       on('2026-03-02')
 *       await the.counsellor.registers({ givenName: 'Afi', familyName: 'Mensah', birth: '2000' })
 *       await the.counsellor.does('choose-aid', { aid: 'business' })
 *       expect(await the.adviser.tries('submit-plan', { requested: 9 })).toMatchObject({ code: 'amount-above-ceiling' })
 *       await file.isHiddenFrom(the.stranger)
 *       await file.isFinished({ aid: 'business', paid: 3_600_000 })
 *     })
 *
 * A command goes to the file, or to the sitting of the story when it is one of a sitting. What a form fills in by
 * itself is filled in here too: today's date, the scheme, the sitting. Every answer is held against the API's
 * description.
 */
export function story<C extends Cast>(schemes: string | readonly [string, ...string[]], cast: C): Story<C> {
  const names = typeof schemes === 'string' ? ([schemes] as const) : schemes
  const seats = seatsOf(cast)
  const clock = { day: new Date().toISOString().slice(0, 10) }
  let door: Door
  beforeAll(async () => {
    const now = () => `${clock.day}T09:00:00.000Z`
    const founding = foundingOf(names.map(fileOfScheme), seats)
    door = describedDoor(await openListeningDoor(await foundHouse(founding, { now, today: () => clock.day })))
    // Before the story moves the clock: a session begins and ends in the time of the database.
    for (const name of Object.keys(seats)) await door.ask(name, 'GET', '/api/session')
  })
  afterAll(async () => {
    await noticesSeenBy('administrator', door)
    expect((await verify(door.home.house)).faults).toEqual([])
    await door.close()
  })
  return {
    begins(scheme = names[0]) {
      const told: Told = { scheme, door, clock, stream: uuidv7(), sitting: uuidv7(), people: [] }
      const players = Object.entries(seats).map(([name, [, office]]) => [name, playerOf(told, name, office)])
      return {
        on: (day) => void (clock.day = day),
        the: Object.fromEntries(players) as Record<keyof C | 'stranger', Player>,
        file: fileOf(told, Object.keys(seats)),
      }
    },
  }
}

/** Who plays: the office for a name that is a role, role and office for any other. */
export type Cast = Readonly<Record<string, string | readonly [Role, string]>>

export type Story<C extends Cast> = {
  /** A fresh file in the story's house, of its first scheme unless another is named. */
  begins(scheme?: string): {
    /** From now on it is nine in the morning of this day, `YYYY-MM-DD`. */
    on(day: string): void
    /** Everybody in the cast by name; `stranger` is a counsellor of an office that has nothing to do with the file. */
    readonly the: Readonly<Record<keyof C | 'stranger', Player>>
    readonly file: StoryFile
  }
}

export type StoryFile = {
  /** The id of the case. */
  readonly id: string
  /** The principal person first, then the family. */
  readonly people: readonly string[]
  /** What was sent to a telephone number or an e-mail address so far, newest first. */
  messagesTo(recipient: string): Promise<readonly string[]>
  /** Neither the file nor anything that hangs on it is there for this person, nor can they act on it. */
  isHiddenFrom(player: Player): Promise<void>
  /** Closed, every required step done, all that was granted paid (null = nothing was), nobody owes anything. */
  isFinished(ending: { aid: string | null; paid: number | null }): Promise<CaseState>
}

type Seats = Readonly<Record<string, readonly [Role, string]>>

const kindOfRole: Partial<Record<Role, string>> = {
  counsellor: 'agency',
  coordinator: 'representation',
  'employment-adviser': 'representation',
  adviser: 'operator',
  'committee-secretary': 'committee',
  'committee-chair': 'committee',
  'committee-member': 'committee',
  'finance-officer': 'finance',
  'payment-approver': 'finance',
}

function seatsOf(cast: Cast): Seats {
  const seats = Object.entries(cast).map(([name, seat]) => [name, typeof seat === 'string' ? [name, seat] : seat])
  return {
    ...(Object.fromEntries(seats) as Seats),
    stranger: ['counsellor', 'another-office'],
    administrator: ['administrator', 'homeward'],
  }
}

function fileOfScheme(scheme: string): Scheme {
  return readScheme(scheme, readFileSync(`catalogue/schemes/${scheme}.yaml`, 'utf8'))
}

function foundingOf(schemes: readonly Scheme[], seats: Seats) {
  const offices = new Map<string, Role>()
  for (const [role, office] of Object.values(seats)) offices.set(office, offices.get(office) ?? role)
  return {
    schemes,
    offices: [...offices].map(([office, role]) => ({
      office,
      name: office,
      kind: kindOfRole[role] ?? 'programme',
      country: schemes[0]?.country ?? '',
    })),
    parts: schemes.flatMap(({ scheme }) => Object.values(seats).map(([role, office]) => ({ scheme, role, office }))),
    accounts: Object.entries(seats).map(([name, seat]) => ({
      email: emailOf(name),
      name,
      language: 'fr',
      seats: [seat],
    })),
  }
}

function fileOf(told: Told, names: readonly string[]): StoryFile {
  const { stream, door } = told
  return {
    id: stream,
    get people() {
      return told.people
    },
    async messagesTo(recipient) {
      const notices = await noticesSeenBy('administrator', door)
      return notices.filter((notice) => notice.recipient === recipient).map(({ body }) => body)
    },
    async isHiddenFrom(player) {
      for (const part of ['', '/story', '/readings', '/papers', '/elsewhere'])
        expect((await player.asks('GET', `/api/cases/${stream}${part}`)).status, part).toBe(404)
      const { body } = await player.asks('GET', '/api/cases')
      expect(body.rows?.filter((row) => row['case'] === stream)).toEqual([])
      expect(await player.tries('add-note', { text: 'who is this?' })).toMatchObject({ status: 404, code: 'not-found' })
    },
    async isFinished({ aid, paid }) {
      const { name, state } = await seenBy(told, names)
      const listed = await door.ask(name, 'GET', '/api/cases?status=closed')
      const row = listed.body.rows?.find((each) => each['case'] === stream)
      expect(row).toMatchObject({ stage: 'closed', road: expect.stringMatching(/^[ds]+$/), dueOn: null })
      const running = door.home.house.editions.find(state.scheme, state.edition)
      const left = (running ? stepsOf(state, running) : []).filter(
        ({ step }) => !step.optional && state.done[step.step] === undefined,
      )
      expect(left.map(({ step }) => step.step)).toEqual([])
      expect({ status: state.status, aid: state.aid }).toEqual({ status: 'closed', aid })
      const tranches = state.award?.tranches ?? []
      expect(tranches.filter((tranche) => tranche.state !== 'paid')).toEqual([])
      expect(state.award ? tranches.reduce((sum, each) => sum + paidOn(each), 0) : null).toBe(paid)
      for (const name of names) {
        const { body } = await door.ask(name, 'GET', '/api/tasks')
        expect(
          body.rows?.filter((row) => row['case'] === stream),
          name,
        ).toEqual([])
      }
      return state
    },
  }
}

/** The first who may open the file, and its state in the answer. */
async function seenBy({ door, stream }: Told, names: readonly string[]): Promise<{ name: string; state: CaseState }> {
  for (const name of names) {
    const { status, body } = await door.ask(name, 'GET', `/api/cases/${stream}`)
    if (status === 200) return { name, state: (body as unknown as CaseAnswer).case }
  }
  throw new Error('nobody may open the file')
}
