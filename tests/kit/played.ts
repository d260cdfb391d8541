import { uuidv7 } from 'uuidv7'

import { handle } from '#app/handle.ts'
import { caseCommands } from '#domain/case/commands/index.ts'
import { asActor } from '#db/connect.ts'
import { keepDocument } from '#db/documents.ts'
import { addDays, daysBetween } from '#domain/calendar.ts'
import type { Actor, Role } from '#domain/role.ts'

import type { Deed } from './case.ts'
import { actor } from './house.ts'
import type { TestHouse } from './house.ts'
import { bill, child, contract, payslip, principal, quote } from './roads.ts'

/** Who plays which role when a road is walked in a real house; the same offices as in the demonstration. */
export const players = {
  counsellor: 'claire',
  coordinator: 'serge',
  adviser: 'aicha',
  'employment-adviser': 'serge',
  'committee-secretary': 'paul',
  'committee-chair': 'helene',
  'committee-member': 'marthe',
  'finance-officer': 'nadia',
  'payment-approver': 'olivier',
  'programme-manager': 'sophie',
  evaluator: 'anne',
  administrator: 'lucie',
} as const satisfies Partial<Record<Role, string>>

export const playedOffices = {
  lyon: 'ofii-lyon',
  yaounde: 'ofii-yaounde',
  'operator-one': 'sahel-entreprendre',
  'operator-two': 'wouri-conseil',
  committee: 'comite-cameroun',
  finance: 'ofii-finances',
  programme: 'ofii-programme',
} as const

const officeOfRole: Partial<Record<Role, string>> = {
  counsellor: 'ofii-lyon',
  coordinator: 'ofii-yaounde',
  'employment-adviser': 'ofii-yaounde',
  adviser: 'sahel-entreprendre',
  'committee-secretary': 'comite-cameroun',
  'committee-chair': 'comite-cameroun',
  'committee-member': 'comite-cameroun',
  'finance-officer': 'ofii-finances',
  'payment-approver': 'ofii-finances',
  'programme-manager': 'ofii-programme',
  evaluator: 'ofii-programme',
  administrator: 'homeward',
}

export function player(role: Role): Actor {
  return actor((players as Partial<Record<Role, string>>)[role] ?? '', role, officeOfRole[role] ?? 'homeward')
}

export type PlayedCase = {
  readonly case: string
  readonly sitting: string
  readonly principal: string
  readonly child: string
  /** The day of the last deed, which is today. */
  readonly today: string
  /** What a deed of the road would say in this case, today. */
  inputOf(deed: Deed): Record<string, unknown>
}

/**
 * Walks a road in a real house, deed by deed through the one door, each at nine in the morning of its day; the days are
 * moved so that the last one is today. Ids are fresh, so that a house holds many. Throws when a deed is refused.
 */
export async function playRoad(home: Pick<TestHouse, 'house'>, deeds: readonly Deed[]): Promise<PlayedCase> {
  const today = home.house.clock.today()
  const shift = daysBetween(deeds.at(-1)?.day ?? today, today)
  const ids = new Map([principal, child, quote, bill, contract, payslip, 'sitting-one'].map((id) => [id, uuidv7()]))
  const names = new Map<string, string>([...Object.entries(playedOffices), ...ids])
  const stream = uuidv7()
  const sitting = ids.get('sitting-one') ?? ''
  for (const deed of deeds) {
    const day = addDays(deed.day, shift)
    if (deed.command === 'submit-to-committee') await act(home, 'committee-secretary', day, sitting, planSitting(day))
    if (deed.command === 'record-decision') await act(home, 'committee-secretary', day, sitting, openSitting)
    if (deed.command === 'attach-document')
      await keepPaper(home, stream, ids.get(String(deed.input?.['document'])) ?? '')
    await act(home, deed.by, day, stream, { name: deed.command, input: inputOf(deed, day, names, shift) })
  }
  return {
    case: stream,
    sitting,
    principal: ids.get(principal) ?? '',
    child: ids.get(child) ?? '',
    today,
    inputOf: (deed) => inputOf(deed, today, names, shift),
  }
}

function inputOf({ command, input }: Deed, day: string, names: ReadonlyMap<string, string>, shift: number) {
  const dated = 'on' in (caseCommands[command]?.fields ?? {}) ? { on: day } : {}
  return { ...dated, ...(moved(input ?? {}, names, shift) as Record<string, unknown>) }
}

/** The file that an attachment names, as an upload leaves it. */
async function keepPaper({ house }: Pick<TestHouse, 'house'>, file: string, document: string): Promise<void> {
  const kept = await house.files.write(document, Buffer.from(`a paper ${document}`))
  if (kept.refused) throw new Error(kept.code)
  const { user, office } = player('adviser')
  const about = {
    case: file,
    name: 'paper.txt',
    paper: 'quote',
    mediaType: 'text/plain',
    storageKey: document,
    exif: null,
  }
  await asActor(house.database, 'system', (tx) =>
    keepDocument(tx, { document, ...about, ...kept.value, uploadedBy: user, office }),
  )
}

const present = ['helene', 'marthe', 'ibrahim'].map((who) => actor(who, 'committee-member', '').user)

function planSitting(day: string) {
  const input = { scheme: 'ofii-cameroon', on: addDays(day, 1), place: 'Yaoundé', members: present, quorum: 3 }
  return { name: 'plan-sitting', input }
}

const openSitting = { name: 'open-sitting', input: { present } }

async function act(
  home: Pick<TestHouse, 'house'>,
  by: Role,
  day: string,
  stream: string,
  what: { name: string; input: object },
) {
  const clock = { now: () => `${day}T09:00:00.000Z`, today: () => day }
  const answer = await handle({ ...home.house, clock }, player(by), { command: uuidv7(), stream, ...what })
  if (answer.status === 'refused')
    throw new Error(`${what.name} on ${day}: ${answer.refusal.code} ${JSON.stringify(answer.refusal)}`)
}

/** The same input with this house's offices and ids, and its days moved. */
function moved(value: unknown, names: ReadonlyMap<string, string>, shift: number): unknown {
  if (typeof value === 'string') return names.get(value) ?? (isDay(value) ? addDays(value, shift) : value)
  if (Array.isArray(value)) return value.map((each) => moved(each, names, shift))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, moved(each, names, shift)]))
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text)
}
