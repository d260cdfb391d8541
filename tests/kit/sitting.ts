import type { Circumstances, CommitteeSheet, Effects } from '#domain/command.ts'
import type { Outcome, Refusal } from '#domain/outcome.ts'
import type { Role } from '#domain/role.ts'
import { sittingCommands } from '#domain/sitting/commands/index.ts'
import { attemptSitting } from '#domain/sitting/decide.ts'
import type { SittingEvent } from '#domain/sitting/events.ts'
import { evolveSitting, noSitting } from '#domain/sitting/sitting.ts'
import type { SittingState } from '#domain/sitting/state.ts'

import { circumstancesOf, noDeeds } from './case.ts'

/** Given, when, then for sittings: deeds are done by the same judge and fold as everywhere. */
export type Act = {
  readonly command: string
  readonly by: Role
  readonly day: string
  readonly input?: Readonly<Record<string, unknown>>
  readonly user?: string
  readonly office?: string
}

export function emptySitting(): SittingState {
  return noSitting('sitting-one')
}

/** `committee`: what is known of the committee beside the sitting. */
export function judged(state: SittingState, act: Act, committee?: CommitteeSheet): Outcome<Effects<SittingEvent>> {
  const command = sittingCommands[act.command]
  if (!command) throw new Error(`no command ${act.command}`)
  const circumstances = circumstancesFor(act, state.version)
  return attemptSitting(command, state, { ...act.input }, { ...circumstances, ...(committee ? { committee } : {}) })
}

export function refusalIn(state: SittingState, act: Act, committee?: CommitteeSheet): Refusal | undefined {
  const outcome = judged(state, act, committee)
  return outcome.refused ? outcome : undefined
}

/** The sitting after these acts. Throws when one is refused. */
export function sittingAfter(state: SittingState, ...acts: readonly Act[]): SittingState {
  return acts.reduce((before, act) => {
    const outcome = judged(before, act)
    if (outcome.refused) throw new Error(`${act.command}: ${outcome.code} ${JSON.stringify(outcome.facts)}`)
    return outcome.value.events.reduce((last, event) => fold(last, event, act), before)
  }, state)
}

function fold(state: SittingState, event: SittingEvent, act: Act): SittingState {
  const { actor, now } = circumstancesFor(act)
  const envelope = { actor: actor.user, role: actor.role, office: actor.office, happenedAt: now, recordedAt: now }
  return evolveSitting(state, { ...event, ...envelope, version: state.version + 1 })
}

function circumstancesFor({ command, by, day, user, office }: Act, version = 0): Circumstances {
  const circumstances = circumstancesOf(noDeeds(), {
    command,
    by,
    day,
    ...(user === undefined ? {} : { user }),
    ...(office === undefined ? {} : { office }),
  })
  return { ...circumstances, id: (purpose) => `${purpose}-${version}` }
}
