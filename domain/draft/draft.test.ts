import { expect, test } from 'vitest'

import type { Actor, Role } from '../role.ts'
import { roles } from '../role.ts'

import { draftCommandNames, draftCommands } from './commands/index.ts'
import type { ReadFile } from './decide.ts'
import { attemptDraft, mayAttemptDraft } from './decide.ts'
import { evolveDraft, noDraft } from './draft.ts'
import type { RecordedDraftEvent } from './events.ts'
import type { DraftState } from './state.ts'
import { draftStates } from './state.ts'

const right: ReadFile = {
  scheme: 'small',
  title: { fr: 'Petit', en: 'Small', ar: 'صغير' },
  fresh: [{ edition: '2026', fingerprint: 'f' }],
  problems: [],
}
const wrong = { ...right, problems: [{ line: 3, column: 1, path: 'owner', code: 'missing', facts: {} }] }
const text = { name: 'small.yaml', text: 'scheme: small' }

type Act = {
  readonly command: string
  readonly user?: string
  readonly role?: Role
  readonly office?: string
  readonly input?: object
  readonly file?: ReadFile
  readonly managers?: readonly string[]
}

function outcomeOf(state: DraftState, { command, input = {}, file = right, managers = [], ...who }: Act) {
  const actor: Actor = { user: 'sophie', role: 'programme-manager', office: 'programme', ...who }
  return { actor, outcome: attemptDraft(draftCommands[command]!, state, input, { actor, file, managers }) }
}

function after(state: DraftState, ...acts: readonly Act[]): DraftState {
  return acts.reduce((before, act) => {
    const { actor, outcome } = outcomeOf(before, act)
    if (outcome.refused) throw new Error(`${act.command}: ${outcome.code}`)
    return outcome.value.reduce((now, event, index) => {
      const at = '2026-05-12T09:00:00.000Z'
      const { user, role, office } = actor
      const envelope = { version: now.version + index + 1, actor: user, role, office, happenedAt: at, recordedAt: at }
      return evolveDraft(now, { ...event, ...envelope } as RecordedDraftEvent)
    }, before)
  }, state)
}

const nothing = noDraft('one')
const open = after(nothing, { command: 'upload-draft', input: text })
const submitted = after(open, { command: 'submit-draft' })
const published = after(submitted, { command: 'publish-draft', user: 'lucie' })
const discarded = after(open, { command: 'discard-draft' })

test('a draft goes from hand to hand, and names who did what', () => {
  expect(open).toMatchObject({ status: 'open', writtenBy: 'sophie', content: { scheme: 'small', editions: ['2026'] } })
  expect(submitted).toMatchObject({ status: 'submitted', submittedBy: 'sophie' })
  expect(published).toMatchObject({ status: 'published', publishedBy: 'lucie', version: 3 })
  const returned = after(submitted, { command: 'return-draft', user: 'lucie', input: { reason: 'words' } })
  expect(returned).toMatchObject({ status: 'open', submittedBy: null, returned: 'words' })
  const rewritten = after(returned, { command: 'replace-draft', user: 'karim', input: { ...text, text: 'other' } })
  expect(after(rewritten, { command: 'submit-draft' })).toMatchObject({ writtenBy: 'karim', returned: null })
})

test.each<[string, DraftState, Act, string]>([
  ['its submitter as publisher', submitted, { command: 'publish-draft' }, 'second-person-needed'],
  [
    'its writer as publisher, though somebody else submitted it',
    after(open, { command: 'submit-draft', user: 'lucie' }),
    { command: 'publish-draft' },
    'second-person-needed',
  ],
  ['a file with problems', open, { command: 'submit-draft', file: wrong }, 'draft-has-problems'],
  [
    'a file that has problems by now',
    submitted,
    { command: 'publish-draft', user: 'lucie', file: wrong },
    'draft-has-problems',
  ],
  ["another office's scheme", open, { command: 'submit-draft', managers: ['other'] }, 'scheme-not-yours'],
  ['the same text', open, { command: 'replace-draft', input: text }, 'nothing-changes'],
  ['a second beginning', open, { command: 'upload-draft', input: text }, 'already-exists'],
  ['an act on nothing', nothing, { command: 'submit-draft' }, 'not-found'],
  ['an empty text', nothing, { command: 'upload-draft', input: { ...text, text: '' } }, 'invalid-input'],
  [
    'too large a file',
    nothing,
    { command: 'upload-draft', input: { ...text, text: 'x'.repeat(600_000) } },
    'invalid-input',
  ],
])('a draft refuses %s', (_name, state, act, code) => {
  expect(outcomeOf(state, act).outcome).toMatchObject({ refused: true, code })
})

test('an administrator publishes the scheme of any office', () => {
  const act = { command: 'publish-draft', user: 'lucie', role: 'administrator', managers: ['other'] } as const
  expect(outcomeOf(submitted, act).outcome.refused).toBe(false)
})

/** In which states: open, submitted, published, discarded. */
const classified = `
upload-draft   ....
replace-draft  x...
submit-draft   x...
return-draft   .x..
publish-draft  .x..
discard-draft  xx..
`

test('every role and every state of a draft is allowed or forbidden for every command', () => {
  const lines = classified.trim().split('\n')
  expect(lines.map((line) => line.split(/ +/)[0])).toEqual(draftCommandNames)
  const states = { open, submitted, published, discarded }
  for (const [name = '', allowed = ''] of lines.map((line) => line.split(/ +/))) {
    const command = draftCommands[name]!
    for (const role of roles) {
      const code = mayAttemptDraft(command, submitted, { user: 'lucie', role, office: 'programme' })?.code
      expect(code === 'role-may-not', `${name} ${role}`).toBe(!['programme-manager', 'administrator'].includes(role))
    }
    for (const [column, status] of draftStates.entries()) {
      const actor: Actor = { user: 'lucie', role: 'programme-manager', office: 'programme' }
      expect(mayAttemptDraft(command, states[status], actor) === undefined, `${name} ${status}`).toBe(
        allowed[column] === 'x',
      )
    }
  }
})
