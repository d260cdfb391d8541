import { uuidv7 } from 'uuidv7'

import type { CaseAnswer } from '#contract/answers.ts'
import { caseCommands } from '#domain/case/commands/index.ts'
import { derivedId } from '#domain/derived-id.ts'
import type { PersonInput } from '#domain/field.ts'
import { findStep } from '#domain/scheme/journey.ts'
import type { Edition } from '#domain/scheme/scheme.ts'
import { sittingCommands } from '#domain/sitting/commands/index.ts'

import type { AnswerBody, Asked, Door, Method } from './door.ts'
import { metadata, protocol } from './sender.ts'

export type Player = {
  /** The account's id, as committees name their members. */
  readonly id: string
  readonly office: string
  /** Registers a person with the family, who agree to everything that the edition asks. */
  registers(principal: Someone, ...family: readonly (Someone & { relation: string })[]): Promise<void>
  /**
   * Sends a command. Throws when it is refused, for a story is told by what works; and when it fulfils a step although
   * this person's list of tasks did not name the file.
   */
  does(command: string, input?: Input): Promise<void>
  /** Sends a command that is refused, and answers the refusal with its HTTP number. Throws when it is accepted. */
  tries(command: string, input?: Input): Promise<AnswerBody & { readonly status: number }>
  /** Fulfils a step with its answers, all of them known: `{ 'âge': 26 }`. */
  completes(step: string, answers?: Input): Promise<void>
  /** Fulfils a step of assessment, with the first answer of every question. */
  assesses(step: string): Promise<void>
  /** Plans the journey of everybody on the file, and confirms the departure on its day. */
  seesOff(journey: { on: string; from: string; to: string }): Promise<void>
  /**
   * Calls a sitting today, takes the file that is handed in, opens on the day with all members there, records the
   * decision and closes.
   */
  holdsSitting(sitting: Sitting): Promise<void>
  /** Records these signatures, on paper. */
  signs(...parties: readonly ('beneficiary' | 'operator' | 'office')[]): Promise<void>
  /** Asks for a tranche, has it released by somebody else and records that it is paid in full. */
  pays(payment: Payment): Promise<void>
  /** Visits the person on these days, one after the other, and finds all well. */
  visits(...days: readonly string[]): Promise<void>
  /** Uploads a paper and puts it on the file; answers its id. */
  attaches(paper: string): Promise<string>
  /** Prints a paper that the scheme writes, and opens it. */
  prints(paper: string, language: 'fr' | 'en' | 'ar'): Promise<void>
  /** The file as this person opens it. Throws when it may not be opened. */
  opens(): Promise<CaseAnswer>
  /** The kinds of step on this person's list of tasks for the file. */
  owes(): Promise<readonly string[]>
  asks(method: Method, url: string, payload?: unknown): Promise<Asked>
}

type Sitting = {
  readonly on: string
  readonly members: readonly Player[]
  readonly quorum: number
  /** Which committee meets, where the scheme has several. */
  readonly committee?: string
  readonly handedInBy: Player
  readonly decision: Input
}

type Payment = {
  readonly tranche: string
  readonly payee: string
  readonly evidence?: readonly string[]
  readonly text?: string
  /** In minor units. */
  readonly amount: number
  readonly means?: string
  readonly releasedBy: Player
}

export type Input = Readonly<Record<string, unknown>>
type Someone = Omit<PersonInput, 'person' | 'relation'>

/** What is told: whose file, on which day, at which door. */
export type Told = {
  readonly scheme: string
  readonly door: Door
  readonly clock: { day: string }
  readonly stream: string
  sitting: string
  people: string[]
  /** A file stays on the edition in force on this day. */
  registeredOn?: string
}

/** What a study of a viable project says; amounts in minor units. */
export function study(figures: { cost: number; ownContribution: number; requested: number }): Input {
  const { cost, ...sums } = figures
  return { relevance: 'good', market: 'good', viable: true, lines: [{ line: 'equipment', amount: cost }], ...sums }
}

export function emailOf(name: string): string {
  return `${name.toLowerCase()}@homeward.example`
}

/** Somebody of the cast, by name. */
export function playerOf(told: Told, name: string, office: string): Player {
  const { door, stream } = told
  const asks: Player['asks'] = (method, url, payload) =>
    door.ask(name, method, url, payload === undefined ? {} : { payload })
  const send = (command: string, input: Input = {}) => {
    const ofSitting = sittingCommands[command]
    if (command === 'plan-sitting') told.sitting = uuidv7()
    if (command === 'register-case') told.registeredOn = told.clock.day
    const { fields = {} } = ofSitting ?? caseCommands[command] ?? {}
    const filled = { on: told.clock.day, scheme: told.scheme, sitting: told.sitting }
    const known = Object.entries(filled).filter(([field]) => field in fields)
    return door.command(name, command, ofSitting ? told.sitting : stream, { ...Object.fromEntries(known), ...input })
  }
  const owes: Player['owes'] = async () => {
    const { body } = await asks('GET', '/api/tasks')
    return (body.rows ?? []).filter((row) => row['case'] === stream).map((row) => String(row['step'] ?? row['kind']))
  }
  const does: Player['does'] = async (command, input) => {
    if (isOwed(told, command, input) && (await owes()).length === 0)
      throw new Error(`${name} did not know of ${command} on ${told.clock.day}: the file is not on their list`)
    const { status, text } = await send(command, input)
    if (status !== 200) throw new Error(`${name}, ${command} on ${told.clock.day}: ${status} ${text}`)
  }
  return {
    id: derivedId('account', emailOf(name)),
    office,
    asks,
    does,
    async registers(principal, ...family) {
      const consents = editionOf(told).consents.map(({ purpose }) => purpose)
      const people = [{ ...principal, relation: 'principal' }, ...family].map((each) => ({ person: uuidv7(), ...each }))
      told.people = people.map(({ person }) => person)
      await does('register-case', { people, consents })
    },
    async tries(command, input) {
      const { status, body } = await send(command, input)
      if (status === 200) throw new Error(`${name}, ${command} on ${told.clock.day} was not refused`)
      return { status, ...body }
    },
    completes(step, answers = {}) {
      const facts = Object.entries(answers).map(([fact, value]) => [fact, { known: value }])
      return does('complete-step', { step, ...(facts.length > 0 ? { facts: Object.fromEntries(facts) } : {}) })
    },
    assesses(step) {
      const edition = editionOf(told)
      const { instrument } = findStep(edition, step)?.step ?? {}
      const { questions = [] } = edition.instruments.find((each) => each.instrument === instrument) ?? {}
      const answers = questions.map(({ question, options: [first] }) => [question, first?.option])
      return does('record-assessment', { step, answers: Object.fromEntries(answers) })
    },
    async seesOff({ on, ...way }) {
      const travellers = told.people
      await does('plan-travel', { travellers, departsOn: on, ...way })
      told.clock.day = on
      await does('confirm-departure', { travellers })
    },
    async holdsSitting({ on, members, quorum, committee, handedInBy, decision }) {
      const present = members.map((member) => member.id)
      const meeting = { on, place: office, members: present, quorum }
      await does('plan-sitting', committee === undefined ? meeting : { ...meeting, committee })
      await handedInBy.does('submit-to-committee')
      told.clock.day = on
      await does('open-sitting', { present })
      await does('record-decision', decision)
      await does('close-sitting', { minutes: 'one file, decided' })
    },
    async signs(...parties) {
      for (const party of parties) await does('sign-commitment', { party, means: 'on-paper' })
    },
    async pays({ tranche, payee, evidence = [], text, amount, means = 'bank', releasedBy }) {
      await does('request-tranche', { tranche, payee, evidence, ...(text === undefined ? {} : { text }) })
      await releasedBy.does('release-tranche', { tranche })
      await does('record-payment', { tranche, amount, means, reference: 'transfer' })
    },
    async visits(...days) {
      for (const day of days) {
        told.clock.day = day
        await does('record-visit', { finding: 'on-course', documents: [], text: 'all is well' })
      }
    },
    async attaches(paper) {
      const document = await upload(told, name, paper)
      await does('attach-document', { document, paper })
      return document
    },
    async prints(paper, language) {
      const printed = await asks('POST', `/api/cases/${stream}/papers/${paper}?language=${language}`)
      const opened = await asks('GET', String(printed.headers.location))
      if (!opened.text.startsWith('%PDF-')) throw new Error(`${name} could not print ${paper}: ${printed.text}`)
    },
    async opens() {
      const { status, body, text } = await asks('GET', `/api/cases/${stream}`)
      if (status !== 200) throw new Error(`${name} cannot open the file: ${text}`)
      return body as unknown as CaseAnswer
    },
    owes,
  }
}

/** Noted when it happens and changed when the person wishes, owed or not. */
const atAnyTime = ['record-training', 'choose-aid']

/** Whether an act fulfils a step that must be done: then it stands on the list of whoever does it. */
function isOwed(told: Told, name: string, { step: named }: Input = {}): boolean {
  const command = caseCommands[name]
  if (command?.kind !== 'acts' || command.fulfils === undefined || atAnyTime.includes(name)) return false
  const kinds: readonly string[] = [command.fulfils].flat()
  const steps = editionOf(told).journey.flatMap((stage) => stage.steps)
  const meant = steps.filter(({ step, kind }) => (named === undefined ? kinds.includes(kind) : step === named))
  return meant.some(({ optional, repeats }) => !optional && !repeats)
}

/** The edition that the file is stamped with, or would be today. */
function editionOf({ door, scheme, clock, registeredOn = clock.day }: Told): Edition {
  const running = door.home.house.editions.current(scheme, registeredOn)
  if (!running) throw new Error(`no edition of ${scheme} on ${registeredOn}`)
  return running.edition
}

/** A small file in one piece, as the browser sends it. */
async function upload({ door, stream }: Told, name: string, paper: string): Promise<string> {
  const bytes = Buffer.from(`a ${paper}`)
  const described = metadata({ case: stream, name: `${paper}.txt`, paper })
  const begun = await door.ask(name, 'POST', '/api/files', {
    headers: { ...protocol, 'upload-length': String(bytes.length), 'upload-metadata': described },
  })
  const place = String(begun.headers.location)
  const type = 'application/offset+octet-stream'
  const headers = { ...protocol, 'upload-offset': '0', 'content-type': type }
  const sent = await door.ask(name, 'PATCH', place, { payload: bytes, headers })
  if (sent.status !== 204) throw new Error(`${name} could not upload ${paper}: ${begun.text} ${sent.text}`)
  return place.split('/').at(-1) ?? ''
}
