import { choice, date, longText, optional, pick } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { committeeOf } from '../../scheme/committee.ts'
import { committeeCommand } from '../decide.ts'
import type { Mandate } from '../state.ts'

/**
 * Somebody takes a seat of a committee, or stands in for its holder, from one day until another. Refusals:
 * `no-such-scheme`, `unknown-choice` (committee, seat), `alternates-not-possible`, `until-before-from`, `seat-taken`
 * (a seat has one holder at a time), `mandate-twice`.
 */
export const giveMandate = committeeCommand({
  name: 'give-mandate',
  fields: {
    scheme: pick('schemes'),
    committee: pick('committees'),
    office: pick('offices'),
    seat: pick('seats'),
    member: pick('committee-members'),
    as: choice(['holder', 'alternate']),
    from: date(),
    until: optional(date()),
    reason: longText(),
  },
  decide(
    { mandates },
    { scheme, committee: id, office, until = null, reason, ...given },
    { running, offices, id: fresh },
  ) {
    const committee = committeeOf(running.edition, id)
    const seat = committee?.seats.find((each) => each.seat === given.seat)
    const mandate = { mandate: fresh('mandate'), ...given, until }
    const meanwhile = mandates.filter((each) => each.seat === given.seat && overlap(each, mandate))
    const holder = meanwhile.find((each) => each.as === 'holder')
    const refusal = firstRefusal(
      running.scheme.scheme !== scheme && refuse('no-such-scheme', { scheme }, 'scheme'),
      !committee && refuse('unknown-choice', { value: id }, 'committee'),
      !(offices.byRole['committee-secretary'] ?? []).includes(office) &&
        refuse('unknown-choice', { value: office }, 'office'),
      !seat && refuse('unknown-choice', { value: given.seat }, 'seat'),
      given.as === 'alternate' &&
        committee?.rules?.alternates === 'no' &&
        refuse('alternates-not-possible', { committee: id }, 'as'),
      until !== null && until < given.from && refuse('until-before-from', { from: given.from, until }, 'until'),
      meanwhile.some((each) => each.member === given.member) &&
        refuse('mandate-twice', { member: given.member, seat: given.seat }, 'member'),
      given.as === 'holder' &&
        holder !== undefined &&
        refuse('seat-taken', { seat: given.seat, member: holder.member, until: holder.until }, 'seat'),
    )
    if (refusal) return refusal
    const data = { ...mandate, scheme, committee: id, office, reason }
    return accept({ events: [{ type: 'mandate-given', data }] })
  },
})

function overlap(one: Mandate, other: Mandate): boolean {
  return (one.until === null || other.from <= one.until) && (other.until === null || one.from <= other.until)
}
