import { readFileSync } from 'node:fs'

import { askCallBack } from '#app/call-backs.ts'
import { handle } from '#app/handle.ts'
import type { House } from '#app/house.ts'
import { systemActor } from '#db/connect.ts'
import { addDays } from '#domain/calendar.ts'
import { derivedId } from '#domain/derived-id.ts'
import type { Actor, Role } from '#domain/role.ts'

const union = 'eurp-cameroon'
const ofii = 'ofii-cameroon'
const benin = new URL('../docs/first-scheme/benin.yaml', import.meta.url)

/** One thing done on a day, counted back from the day of the founding. */
type Deed = {
  readonly ago: number
  readonly by: Actor
  readonly name: string
  readonly stream: string
  readonly input: Readonly<Record<string, unknown>>
}

/**
 * What the offices find beside the year's files: a scheme that waits for its second person, two people who want to be
 * called, somebody with a file in two schemes, an application that will be dropped by itself and one that was.
 */
export async function playBeside(house: House, today: string): Promise<void> {
  for (const deed of deeds(house, today)) await play(house, today, deed)
  const office = 'ofii-lyon'
  for (const [name, contact, schemes] of [
    ['Mireille', { phone: '+33 6 98 76 54 32' }, [ofii, union]],
    ['Y. A.', { email: 'y.a@exemple.example' }, [ofii]],
  ] as const) {
    const wishes = schemes.map((scheme) => ({ scheme, office }))
    const asked = { name, ...contact, bestTime: 'afternoon', language: 'fr', wishes, consent: true } as const
    const outcome = await askCallBack(at(house, addDays(today, -1)), asked)
    if (outcome.refused) throw new Error(`a call back was refused: ${outcome.code}`)
  }
}

function deeds(house: House, today: string): readonly Deed[] {
  const claire = account('claire', 'counsellor', 'ofii-lyon')
  const sophie = account('sophie', 'programme-manager', 'ofii-programme')
  const day = (ago: number) => addDays(today, -ago)
  const draft = id('draft')
  const opened = (name: string, scheme: string, ago: number, person: Readonly<Record<string, string>>): Deed => {
    const people = [{ ...person, person: id(`${name} person`), relation: 'principal' }]
    const consents = house.editions.current(scheme, day(ago))?.edition.consents.map(({ purpose }) => purpose) ?? []
    return {
      ago,
      by: claire,
      name: 'register-case',
      stream: id(name),
      input: { scheme, people, consents, on: day(ago) },
    }
  }
  const applied = (name: string, ago: number): Deed => {
    const said = { retour: 'volontaire', 'nationalité camerounaise': true, 'déjà aidé par le programme': false }
    const answers = Object.entries({ ...said, 'déjà de retour': true }).map(([fact, known]) => [fact, { known }])
    const input = { step: 'application', on: day(ago), facts: Object.fromEntries(answers) }
    return { ago, by: claire, name: 'complete-step', stream: id(name), input }
  }
  const solange = { givenName: 'Solange', familyName: 'Ateba', birth: '1991', sex: 'female', language: 'fr' }
  const same = {
    known: id('solange-ofii person'),
    reason: 'Le même passeport, présenté aux deux guichets.',
    on: day(4),
  }
  return [
    opened('solange-ofii', ofii, 24, solange),
    opened('dropped', union, 12, { givenName: 'Emmanuel', familyName: 'Nkeng', birth: '1988', sex: 'male' }),
    applied('dropped', 12),
    {
      ago: 4,
      by: systemActor,
      name: 'carry-out-deadline',
      stream: id('dropped'),
      input: { step: 'member-state-answer' },
    },
    opened('solange-union', union, 5, solange),
    applied('solange-union', 4),
    { ago: 4, by: claire, name: 'link-person', stream: id('solange-union'), input: same },
    {
      ago: 3,
      by: sophie,
      name: 'upload-draft',
      stream: draft,
      input: { name: 'benin.yaml', text: readFileSync(benin, 'utf8') },
    },
    { ago: 2, by: sophie, name: 'submit-draft', stream: draft, input: {} },
  ]
}

/** By the one door, on its day. What was done in an earlier start has its answer already. */
async function play(house: House, today: string, { ago, by, name, stream, input }: Deed): Promise<void> {
  const command = derivedId(stream, `beside ${name}`)
  const answer = await handle(at(house, addDays(today, -ago)), by, { command, name, stream, input })
  if (answer.status === 'refused') throw new Error(`${name} was refused: ${JSON.stringify(answer.refusal)}`)
}

function at(house: House, day: string): House {
  const clock = { now: () => `${day}T09:30:00.000Z`, today: () => day }
  return { ...house, clock, publish: () => undefined }
}

function account(who: string, role: Role, office: string): Actor {
  return { user: derivedId('account', `${who}@homeward.example`), role, office }
}

function id(name: string): string {
  return derivedId('beside', name)
}
