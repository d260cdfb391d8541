import * as z from 'zod/mini'

import * as byItself from '#contract/by-itself-schemas.ts'
import { operatorsAnswer } from '#contract/designation-answers.ts'
import * as moves from '#contract/move-schemas.ts'
import * as scheme from '#contract/scheme-schemas.ts'
import * as shape from '#contract/schemas.ts'
import { page, rows, text } from '#contract/schemas.ts'
import * as staff from '#contract/staff-schemas.ts'
import { callBackSchema } from '#domain/call-back.ts'
import { personSchema } from '#domain/field.ts'

import * as administration from './administration.ts'
import { foreseenQuery, languageQuery, passedQuery } from './by-itself.ts'
import { outcomeBody, pageQuery } from './call-backs.ts'
import { checkQuery, draftEdition } from './drafts.ts'
import { moveAsked, moveCasesQuery } from './edition-moves.ts'
import { elsewhereQuery } from './other-cases.ts'
import { signingDescribed } from './openapi-signing.ts'
import { printQuery } from './papers.ts'
import { publicQuery } from './questionnaire.ts'
import * as reads from './reads.ts'
import * as session from './session.ts'
import { operatorRoutes } from './openapi-operators.ts'
import { sittingRoutes } from './openapi-sittings.ts'
import { projectRoutes } from './openapi-projects.ts'
import { uploadRoutes } from './openapi-uploads.ts'
import * as work from './work.ts'

/** What one way into the API takes and answers, for its description. */
export type DescribedRoute = {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete' | 'head' | 'options'
  /** With its parts in braces, as OpenAPI writes them. */
  readonly path: string
  readonly summary: string
  /** The name under which the description keeps the shape of the answer, and the shape; or a media type. */
  readonly answer?: readonly [name: string, shape: z.ZodMiniType] | string
  readonly query?: z.ZodMiniObject
  readonly body?: z.ZodMiniType | string
  readonly headers?: readonly string[]
  readonly status?: 200 | 201 | 204
  /** Nobody needs to be signed in. */
  readonly open?: true
}

type More = Omit<DescribedRoute, 'method' | 'path' | 'summary' | 'answer'>

function get(path: string, summary: string, answer: DescribedRoute['answer'], more: More = {}): DescribedRoute {
  return { method: 'get', path, summary, ...(answer === undefined ? {} : { answer }), ...more }
}

function send(
  method: DescribedRoute['method'],
  path: string,
  summary: string,
  answer: readonly [string, z.ZodMiniType],
  more: More = {},
): DescribedRoute {
  return { method, path, summary, answer, ...more }
}

const said = <K extends string>(key: K) => z.strictObject({ [key]: z.boolean() })
const signedIn = ['Session', staff.session] as const
const signedOut = ['SignedOut', said('signedOut')] as const
const changed = ['Changed', said('changed')] as const
const secondFactor = ['SecondFactor', said('secondFactor')] as const
const moveTurned = ['MoveTurned', z.strictObject({ move: shape.id })] as const

const sessions: readonly DescribedRoute[] = [
  get('/api/session', 'Who is signed in, in which seat', signedIn),
  send('post', '/api/session', 'Sign in', signedIn, { body: session.credentials, open: true }),
  send('delete', '/api/session', 'Sign out', signedOut, { open: true }),
  send('post', '/api/session/seat', 'Sit in another of one’s seats', signedIn, { body: session.seatChoice }),
  send('put', '/api/session/password', 'Change one’s own password', changed, { body: session.ownPassword }),
  get('/api/devices', 'Where the person is signed in', ['Devices', staff.devices]),
  send('delete', '/api/devices/{id}', 'Sign a device out', signedOut),
  get('/api/second-factor', 'Whether the account has a second factor', secondFactor),
  send('post', '/api/second-factor', 'A new secret for an authenticator', [
    'NewSecondFactor',
    z.strictObject({ secret: text, address: text }),
  ]),
  send('put', '/api/second-factor', 'Keep the secret, by a code from it', secondFactor, { body: session.confirmation }),
  send('delete', '/api/second-factor', 'Take the second factor away', secondFactor, { body: session.codeOnly }),
]

const cases: readonly DescribedRoute[] = [
  get('/api/cases', 'A page of the office’s cases', ['CasesPage', page(shape.listRow)], { query: reads.listQuery }),
  get('/api/cases/{id}', 'One case: state, people, words, documents; the opening is recorded', [
    'Case',
    shape.caseAnswer,
  ]),
  get('/api/cases/{id}/story', 'The events of a case, newest first', ['StoryPage', page(shape.storyEvent)], {
    query: reads.storyQuery,
  }),
  get('/api/cases/{id}/readings', 'Who opened the file', ['ReadingsPage', page(shape.reading)], {
    query: reads.readingsQuery,
  }),
  get('/api/cases/{id}/elsewhere', 'What the same person’s other cases answer', ['Elsewhere', shape.elsewhere], {
    query: elsewhereQuery,
  }),
  get('/api/cases/{id}/operators', 'Whom the case could be given to, ranked, each score with its reasons', [
    'Operators',
    operatorsAnswer,
  ]),
  get('/api/cases/{id}/appointments/{appointment}', 'One meeting as a calendar file', 'text/calendar'),
  get('/api/cases/{id}/papers', 'Papers that can be printed from the case, and what each still needs', [
    'Papers',
    rows(shape.printablePaper),
  ]),
  send(
    'post',
    '/api/cases/{id}/papers/{paper}',
    'Print a paper; it is kept as a document',
    ['Document', shape.document],
    { query: printQuery, status: 201 },
  ),
  get('/api/documents/{id}', 'One document; the download is recorded', '*/*'),
  get('/api/counts', 'Cases by region and stage', ['Counts', rows(shape.countRow)]),
  get('/api/results', 'What the schemes have come to, counted, beside what was published', [
    'Results',
    rows(scheme.results),
  ]),
  get('/api/search', 'People by name, in any spelling or script', ['FoundPeople', rows(shape.foundPerson)], {
    query: reads.searchQuery,
  }),
  send(
    'post',
    '/api/duplicates',
    'People already known who may be this one',
    ['PossibleDuplicates', rows(shape.foundPerson)],
    { body: personSchema },
  ),
]

const everyday: readonly DescribedRoute[] = [
  get('/api/home', 'What the role owes now, what is late', ['Home', shape.home]),
  get('/api/tasks', 'Obligations of the role, most urgent first', ['TasksPage', page(shape.owed)], {
    query: work.taskQuery,
  }),
  ...sittingRoutes,
  get('/api/views', 'Saved views', ['Views', rows(shape.savedView)]),
  send('put', '/api/views', 'Save a view', ['Saved', said('saved')], { body: work.viewBody }),
  send('delete', '/api/views/{name}', 'Remove a view', ['Removed', said('removed')]),
  get('/api/live', 'Which streams of the office moved, as they move', 'text/event-stream'),
]

const schemes: readonly DescribedRoute[] = [
  get('/api/schemes', 'Published schemes', ['Schemes', rows(staff.schemeRow)]),
  get('/api/schemes/{scheme}/budgets', 'What the scheme may still grant this year', ['Budgets', rows(shape.budget)]),
  get('/api/schemes/{scheme}/{edition}', 'One edition of a scheme', ['Edition', scheme.edition]),
  get('/api/scheme-words', 'Names of every scheme’s stages, steps, aids and results', [
    'SchemeWords',
    rows(scheme.schemeWords),
  ]),
  get('/api/regions', 'First-level regions of a country', ['Regions', rows(scheme.region)], {
    query: reads.regionQuery,
  }),
  get('/api/offices', 'Offices', ['Offices', rows(scheme.office)]),
  get('/api/public/schemes', 'Schemes in force, for anybody', ['PublicSchemes', rows(scheme.publicScheme)], {
    open: true,
  }),
  get(
    '/api/public/editions',
    'What decides on entering the schemes in force, for anybody',
    ['PublicEditions', rows(scheme.publicEdition)],
    { query: publicQuery, open: true },
  ),
  get('/api/schemes/{scheme}/moves', 'Moves of all open cases of a scheme to another edition, newest first', [
    'EditionMoves',
    rows(moves.editionMove),
  ]),
  send('post', '/api/edition-moves', 'Ask what moving all open cases of a scheme would change', moveTurned, {
    body: moveAsked,
  }),
  get('/api/edition-moves/{id}/cases', 'What a move changes, case by case', ['MoveCases', page(moves.moveCase)], {
    query: moveCasesQuery,
  }),
  send('post', '/api/edition-moves/{id}/confirm', 'Say yes: the cases are moved', moveTurned),
  send('post', '/api/edition-moves/{id}/stop', 'Stop a move on its way', moveTurned),
  send('post', '/api/edition-moves/{id}/cancel', 'Give a move up', moveTurned),
  get('/api/drafts', 'Drafts of schemes', ['Drafts', staff.draftList]),
  get('/api/drafts/{id}', 'One draft with its text and its story', ['Draft', staff.draft]),
  get(
    '/api/drafts/{id}/check',
    'What is wrong with the text of a draft, line by line',
    ['DraftCheck', staff.draftCheck],
    { query: checkQuery },
  ),
  get('/api/drafts/{id}/simulation', 'Invented people walk an edition of a draft', ['Simulation', staff.simulation], {
    query: draftEdition,
  }),
  send(
    'post',
    '/api/drafts/{id}/trials',
    'Try an edition of a draft on past cases',
    ['TrialBegun', z.strictObject({ trial: shape.id })],
    { body: draftEdition },
  ),
  get('/api/trials/{id}', 'A draft tried on past cases', ['Trial', staff.trial]),
]

const callBacks: readonly DescribedRoute[] = [
  send(
    'post',
    '/api/public/call-backs',
    'Ask to be called back, for anybody',
    ['CallBackAsked', z.strictObject({ asked: z.int() })],
    { body: callBackSchema, open: true },
  ),
  get('/api/by-itself', 'What will happen by itself because deadlines pass', ['Foreseen', page(byItself.foreseen)], {
    query: foreseenQuery,
  }),
  get('/api/by-itself/passed', 'What happened by itself', ['Passed', page(byItself.passed)], { query: passedQuery }),
  get('/api/by-itself/calendar', 'What will happen by itself, as a calendar file', 'text/calendar', {
    query: languageQuery,
  }),
  get('/api/call-backs', 'Who asked the office to be called back', ['CallBacks', staff.callBacks], {
    query: pageQuery,
  }),
  get('/api/call-backs/{id}', 'One who asked to be called back', ['CallBack', staff.callBack]),
  send(
    'put',
    '/api/call-backs/{id}',
    'Say how a request to be called back ended, or put it back',
    ['CallBackSettled', outcomeBody],
    { body: outcomeBody },
  ),
]

const accounts: readonly DescribedRoute[] = [
  get('/api/accounts', 'Accounts with their seats', ['Accounts', rows(staff.account)]),
  send('post', '/api/accounts', 'Open an account', ['AccountOpened', z.strictObject({ account: shape.id })], {
    body: administration.accountBody,
  }),
  send('put', '/api/accounts/{id}/active', 'Let somebody in or keep them out', ['Active', said('active')], {
    body: administration.activeBody,
  }),
  send('put', '/api/accounts/{id}/password', 'Give a new password', changed, { body: administration.passwordBody }),
  send('put', '/api/accounts/{id}/seats', 'Give seats', ['SeatsGiven', z.strictObject({ seats: z.int() })], {
    body: administration.seatsBody,
  }),
  send('post', '/api/offices', 'Open an office', ['OfficeOpened', z.strictObject({ office: text })], {
    body: administration.officeBody,
  }),
  send(
    'put',
    '/api/offices/{id}/parts',
    'Give an office its parts in schemes',
    ['PartsGiven', z.strictObject({ parts: z.int() })],
    { body: administration.partsBody },
  ),
  send(
    'put',
    '/api/administration/schemes/{id}/parts',
    'Give the parts of a scheme to offices, beside those that play them already',
    ['PartsGiven', z.strictObject({ parts: z.int() })],
    { body: administration.schemePartsBody },
  ),
  get('/api/administration/offices', 'Offices with the parts they play in schemes', [
    'OfficesInAdministration',
    rows(staff.officeInAdministration),
  ]),
  get('/api/administration/log', 'What was done to accounts and offices', [
    'AdministrationLog',
    rows(staff.administrationEntry),
  ]),
  get('/api/notices', 'Notices that were sent or kept', ['NoticesPage', page(staff.notice)], {
    query: work.noticeQuery,
  }),
]

const machine: readonly DescribedRoute[] = [
  get('/api/openapi.json', 'This description', 'application/json', { open: true }),
  get('/healthz', 'Whether the process lives', ['Alive', said('alive')], { open: true }),
  get('/readyz', 'Whether it can answer', ['Ready', said('ready')], { open: true }),
]

/** Every way into the API but the commands, which describe themselves. */
export const describedRoutes: readonly DescribedRoute[] = [
  ...sessions,
  ...cases,
  ...uploadRoutes,
  ...everyday,
  ...schemes,
  ...callBacks,
  ...operatorRoutes,
  ...signingDescribed,
  ...projectRoutes,
  ...accounts,
  ...machine,
]
