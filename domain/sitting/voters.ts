import { isCurrent } from '../committee/committee.ts'
import type { Mandate } from '../committee/state.ts'
import type { Refusal } from '../outcome.ts'
import { refuse } from '../outcome.ts'
import type { Committee } from '../scheme/committee.ts'
import type { SittingState } from './state.ts'

/** What is known of a committee beside its sitting. */
export type CommitteeGround = {
  /** The rules and seats of the edition. */
  readonly committee?: Committee | undefined
  /** No mandates at all = the committee keeps no list: whoever is named for the sitting may sit. */
  readonly mandates?: readonly Mandate[]
  readonly today: string
}

/** Whose vote counts on a file, and who may give it: themselves, or the proxy they named. */
export type Voter = { readonly member: string; readonly by: string }

/** Who takes part: those present; without a meeting, all who were named for it. */
export function takingPart({ procedure, present, members }: SittingState): readonly string[] {
  return procedure === 'meeting' ? present : members
}

export function recusedFrom({ interests }: Pick<SittingState, 'interests'>, file: string): readonly string[] {
  return interests.filter((each) => each.case === file).map((each) => each.member)
}

/**
 * Who may vote on a file now. A seat votes once: its holder; an alternate only when the holder is absent; else the proxy
 * whom the holder named for this sitting. Nobody votes who stepped aside from the file, and no proxy who did.
 */
export function votersOf(state: SittingState, file: string, ground: CommitteeGround): readonly Voter[] {
  const recused = recusedFrom(state, file)
  const here = takingPart(state).filter((member) => !recused.includes(member))
  const absent = (member: string) => !takingPart(state).includes(member)
  const throughProxy = (member: string): Voter[] => {
    const named = ground.committee?.rules?.proxies === 'no' ? undefined : proxyOf(state, member)
    if (named === undefined || !absent(member) || recused.includes(member) || !here.includes(named)) return []
    return [{ member, by: named }]
  }
  const own = (member: string): Voter => ({ member, by: member })
  const { mandates = [], today } = ground
  if (mandates.length === 0) return [...here.map(own), ...state.members.flatMap(throughProxy)]
  const current = mandates.filter((mandate) => isCurrent(mandate, today) && votes(mandate.seat, ground.committee))
  const seats = [...new Set(current.map(({ seat }) => seat))]
  const voters = seats.flatMap((seat) => {
    const of = (as: Mandate['as']) => current.filter((each) => each.seat === seat && each.as === as)
    const [holder] = of('holder')
    if (holder && !absent(holder.member)) return here.includes(holder.member) ? [own(holder.member)] : []
    const alternate = of('alternate').find(({ member }) => here.includes(member))
    if (alternate && ground.committee?.rules?.alternates !== 'no') return [own(alternate.member)]
    return holder ? throughProxy(holder.member) : []
  })
  return voters.filter(({ member }, index) => voters.findIndex((each) => each.member === member) === index)
}

function votes(seat: string, committee: Committee | undefined): boolean {
  return committee?.seats.find((each) => each.seat === seat)?.votes !== 'no'
}

function proxyOf({ proxies }: SittingState, member: string): string | undefined {
  return proxies.find((each) => each.member === member)?.proxy
}

/**
 * Whether somebody may sit on a day: where the committee keeps a list of mandates, a current one is needed, or to be
 * named as a proxy for this sitting. Refusals: `no-mandate`, `mandate-over` with its last day.
 */
export function mandateRefusal(
  members: readonly string[],
  { proxies }: Pick<SittingState, 'proxies'>,
  { mandates = [] }: Pick<CommitteeGround, 'mandates'>,
  on: string,
  field?: string,
): Refusal | undefined {
  if (mandates.length === 0) return undefined
  for (const member of members) {
    const own = mandates.filter((each) => each.member === member)
    if (own.some((each) => isCurrent(each, on)) || proxies.some(({ proxy }) => proxy === member)) continue
    const last = own.filter(({ from }) => from <= on).map(({ until }) => until ?? on)
    if (last.length > 0) return refuse('mandate-over', { member, until: last.sort().at(-1) }, field)
    return refuse('no-mandate', { member }, field)
  }
  return undefined
}
