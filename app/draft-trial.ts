import { uuidv7 } from 'uuidv7'

import { asActor } from '#db/connect.ts'
import { enqueue } from '#db/jobs.ts'
import { readDraft } from '#db/reads/draft.ts'
import * as trials from '#db/reads/trial.ts'
import type { CaseState } from '#domain/case/state.ts'
import type { Outcome } from '#domain/outcome.ts'
import { accept, refuse } from '#domain/outcome.ts'
import type { Actor } from '#domain/role.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'
import type { Scheme } from '#domain/scheme/scheme.ts'
import type { Effect } from '#domain/simulation/past-case.ts'

import type { House } from './house.ts'
import { readSchemeFile } from './scheme-file.ts'

const batch = 100
const mostEffects = 1000

/**
 * Has the worker try an edition of a draft on the past cases that the actor may see. Refusals: `not-found`,
 * `draft-has-problems`, `no-such-edition`, `scheme-too-slow`.
 */
export async function beginTrial(
  house: House,
  actor: Actor,
  draft: string,
  edition: string,
): Promise<Outcome<{ trial: string }>> {
  const found = await asActor(house.database, actor, (tx) => readDraft(tx, draft))
  if (!found) return refuse('not-found')
  const checked = await readableEdition(house, found.text, edition)
  if (checked.refused) return checked
  const trial = uuidv7()
  await asActor(house.database, 'system', async (tx) => {
    await trials.beginTrial(tx, actor, { trial, draft, text: found.draft.content.text, edition })
    await enqueue(tx, 'try-draft', { trial })
  })
  return accept({ trial })
}

/**
 * The scheme of a text that has no problem but perhaps with what was published since, and in which there is this
 * edition. Refusals: `draft-has-problems`, `no-such-edition`, `scheme-too-slow`.
 */
export async function readableEdition(
  house: Pick<House, 'schemeDesk' | 'editions'>,
  text: string,
  edition: string,
): Promise<Outcome<Scheme>> {
  const read = await readSchemeFile(house, text)
  if (read.refused) return read
  const { body, problems } = read.value
  if (!body) return refuse('draft-has-problems', { count: problems.length })
  const known = body.editions.some((each) => each.edition === edition)
  return known ? accept(body) : refuse('no-such-edition', {}, 'edition')
}

type Found = { readonly tried: number; readonly total: number; readonly effects: readonly Effect[] }

/**
 * Runs a trial under the rights of whoever asked for it, a batch of cases at a time, and notes how far it is. It ends
 * early when another trial took its place.
 */
export async function runTrial(house: House, trial: string): Promise<void> {
  const task = await asActor(house.database, 'system', (tx) => trials.readTrialTask(tx, trial))
  if (!task) return
  const actor: Actor = { user: task.account, role: task.role, office: task.office }
  const note = (state: string, found: Found) =>
    asActor(house.database, 'system', (tx) =>
      trials.noteTrial(tx, trial, {
        ...found,
        state,
        counts: countsOf(found.effects),
        effects: found.effects.slice(0, mostEffects),
      }),
    )
  let found: Found = { tried: 0, total: 0, effects: [] }
  const checked = await readableEdition(house, task.body, task.edition)
  if (checked.refused) return void (await note('failed', found))
  const scheme = checked.value.scheme
  found = { ...found, total: await asActor(house.database, actor, (tx) => trials.countCases(tx, scheme)) }
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const from = after
    const states = await asActor(house.database, actor, (tx) => trials.readCaseStates(tx, scheme, from, batch))
    const effects = await house.schemeDesk.effects(task.body, task.edition, states, editionsOf(house, states))
    if (effects.refused) return void (await note('failed', found))
    const tried = found.tried + states.length
    found = { tried, total: Math.max(found.total, tried), effects: [...found.effects, ...effects.value] }
    const isLast = states.length < batch
    if (!(await note(isLast ? 'done' : 'running', found)) || isLast) return
    after = states.at(-1)?.case ?? after
  }
}

/** The editions that these cases have, each once. */
function editionsOf({ editions }: House, states: readonly CaseState[]): readonly Scheme[] {
  const names = [...new Set(states.map(({ scheme, edition }) => `${scheme} ${edition}`))]
  const found = names.map((name) => {
    const state = states.find(({ scheme, edition }) => `${scheme} ${edition}` === name)
    return state && editions.find(state.scheme, state.edition)
  })
  return found.filter((each): each is RunningEdition => each !== undefined).map(({ scheme }) => scheme)
}

function countsOf(effects: readonly Effect[]): Record<string, number> {
  return Object.fromEntries([...Map.groupBy(effects, ({ kind }) => kind)].map(([kind, list]) => [kind, list.length]))
}
