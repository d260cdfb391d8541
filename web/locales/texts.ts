import type access from './en/access.json'
import type account from './en/account.json'
import type administration from './en/administration.json'
import type byItself from './en/by-itself.json'
import type callTexts from './en/call.json'
import type callBacks from './en/call-backs.json'
import type caseTexts from './en/case.json'
import type cases from './en/cases.json'
import type command from './en/command.json'
import type designation from './en/designation.json'
import type eligible from './en/eligible.json'
import type drafts from './en/drafts.json'
import type event from './en/event.json'
import type field from './en/field.json'
import type form from './en/form.json'
import type home from './en/home.json'
import type intake from './en/intake.json'
import type list from './en/list.json'
import type move from './en/move.json'
import type operators from './en/operators.json'
import type obligation from './en/obligation.json'
import type outbox from './en/outbox.json'
import type refusal from './en/refusal.json'
import type results from './en/results.json'
import type role from './en/role.json'
import type schemes from './en/schemes.json'
import type search from './en/search.json'
import type shell from './en/shell.json'
import type signatures from './en/signatures.json'
import type sign from './en/sign.json'
import type signIn from './en/sign-in.json'
import type sittings from './en/sittings.json'
import type stage from './en/stage.json'
import type step from './en/step.json'
import type tasks from './en/tasks.json'
import type ui from './en/ui.json'
import type workshop from './en/workshop.json'

/**
 * The places whose texts exist, one JSON file each in fr, en and ar. The English file gives the keys their types. A new
 * place is three files and one line here; locales.test.ts refuses a file without its line.
 */
export type Texts = {
  access: typeof access
  account: typeof account
  administration: typeof administration
  'by-itself': typeof byItself
  call: typeof callTexts
  'call-backs': typeof callBacks
  case: typeof caseTexts
  cases: typeof cases
  command: typeof command
  designation: typeof designation
  eligible: typeof eligible
  drafts: typeof drafts
  event: typeof event
  field: typeof field
  form: typeof form
  home: typeof home
  intake: typeof intake
  list: typeof list
  move: typeof move
  obligation: typeof obligation
  operators: typeof operators
  outbox: typeof outbox
  refusal: typeof refusal
  results: typeof results
  role: typeof role
  schemes: typeof schemes
  search: typeof search
  shell: typeof shell
  sign: typeof sign
  signatures: typeof signatures
  'sign-in': typeof signIn
  sittings: typeof sittings
  stage: typeof stage
  step: typeof step
  tasks: typeof tasks
  ui: typeof ui
  workshop: typeof workshop
}

export type Place = keyof Texts

/** `shell.sign-out`: the place, a point, the key in its file. */
export type TextKey = { [P in Place]: `${P}.${keyof Texts[P] & string}` }[Place]
