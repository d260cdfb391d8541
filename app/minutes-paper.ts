import type { MinutesAnswer, MinutesPart } from '#contract/answers.ts'
import { dateIn } from '#domain/calendar.ts'
import { fileNumber } from '#domain/case/file-number.ts'
import { isCurrent } from '#domain/committee/committee.ts'
import type { Mandate } from '#domain/committee/state.ts'
import type { Actor } from '#domain/role.ts'
import { committeeOf } from '#domain/scheme/committee.ts'
import type { RecordedFile } from '#domain/sitting/minutes.ts'
import type { MinutesOfFile, MinutesPaper, SeatedMember } from '#domain/sitting/papers.ts'
import { takingPart } from '#domain/sitting/voters.ts'
import { formatAmount } from '#domain/money.ts'
import arabic from '#catalogue/letters/texts.ar.json' with { type: 'json' }
import english from '#catalogue/letters/texts.en.json' with { type: 'json' }
import french from '#catalogue/letters/texts.fr.json' with { type: 'json' }

import type { DraftedMinutes } from './minutes.ts'
import { sittingHead } from './pack-paper.ts'
import type { PackFacts } from './pack-paper.ts'
import { projectTitle } from './papers.ts'
import type { Language } from './ports.ts'

type More = {
  readonly offices: PackFacts['offices']
  readonly mandates: readonly Mandate[]
  readonly chairs: readonly string[]
  readonly today: string
  /** Of the country, where times of day are told. */
  readonly zone: string
}

/** The minutes as the paper that is printed, in a language; its fingerprint is that of what is signed. */
export function minutesPaper(minutes: DraftedMinutes, more: More, language: Language): MinutesPaper {
  const { record, hash, scene, running } = minutes
  const { state } = scene
  const { sitting: id, office, committee, on, answerBy } = state
  const sitting = {
    id,
    office,
    committee,
    on,
    place: record.place,
    ...(answerBy === null ? {} : { writtenUntil: answerBy }),
  }
  const member = (account: string) => seated(account, minutes, more, language)
  const time = (at: string | null) => (at === null ? undefined : timeIn(more.zone, at))
  const [openedAt, closedAt] = [time(state.openedAt), time(state.closedAt)]
  const own = [record.text, record.general].filter((each) => each !== null).join('\n')
  return {
    ...sittingHead({ sitting, running, offices: more.offices, today: more.today }, language),
    fingerprint: hash,
    quorum: record.quorum,
    ...(openedAt === undefined ? {} : { openedAt }),
    ...(closedAt === undefined ? {} : { closedAt }),
    present: attending(minutes, more.zone).map(({ account, ...hours }) => ({ ...member(account), ...hours })),
    excused: absentees(minutes).map(member),
    files: record.files.map((file) => fileOf(file, minutes, language)),
    ...(own === '' ? {} : { text: own }),
    signatures: signers(minutes, more).map((account) => {
      const { name, part } = member(account)
      const signed = state.signatures.find((each) => each.member === account && isOf(each, hash))
      if (!signed) return { name, part }
      return { name, part, signed: { on: dateIn(more.zone, signed.at), means: 'on-device' as const } }
    }),
  }
}

/** Who took part and in which hours, where these are not those of the whole sitting; in writing, all who were asked. */
function attending({ record, scene: { state } }: DraftedMinutes, zone: string) {
  if (state.procedure !== 'meeting') return state.members.map((account) => ({ account, remote: true }))
  return record.attendance.map(({ member, remote, from, until }) => ({
    account: member,
    remote,
    ...(from === state.openedAt ? {} : { from: timeIn(zone, from) }),
    ...(until === null ? {} : { until: timeIn(zone, until) }),
  }))
}

function absentees({ record, scene: { state } }: DraftedMinutes): readonly string[] {
  if (state.procedure !== 'meeting') return []
  return state.members.filter((account) => !record.attendance.some(({ member }) => member === account))
}

/** A signature from the time before bears no hash: nothing could be changed then. */
function isOf({ hash: signed }: { readonly hash?: string }, hash: string): boolean {
  return signed === undefined || signed === hash
}

/** Those who took part, and whoever else signed. */
function signers({ scene: { state } }: DraftedMinutes, _more: More): readonly string[] {
  return [...new Set([...takingPart(state), ...state.signatures.map(({ member }) => member)])]
}

function seated(
  account: string,
  { scene, running }: DraftedMinutes,
  { mandates, chairs }: More,
  language: Language,
): SeatedMember {
  const { state, names } = scene
  const mandate = mandates.find((each) => each.member === account && isCurrent(each, state.on))
  const seats = committeeOf(running.edition, state.committee)?.seats ?? []
  const seat = seats.find((each) => each.seat === mandate?.seat)?.title[language]
  const isChair = state.chair === null ? chairs.includes(account) : state.chair === account
  const isMember = state.members.includes(account)
  const part = isChair ? 'chair' : !isMember ? 'secretary' : mandate?.as === 'alternate' ? 'alternate' : 'member'
  return { name: names[account] ?? '', part, ...(seat === undefined ? {} : { seat }) }
}

function fileOf(file: RecordedFile, { scene, running }: DraftedMinutes, language: Language): MinutesOfFile {
  const row = scene.files.find((each) => each.case === file.case)
  const money = (amount: number) => ({ amount, currency: running.scheme.currency })
  const { decision } = file
  const vote = file.votes.at(-1)
  const byConsensus = vote !== undefined && vote.count.for + vote.count.against + vote.count.abstain === 0
  return {
    number: file.number,
    name: row?.name ?? '',
    file: row ? fileNumber(row.case, row.state.registeredOn, running.scheme.country) : '',
    project: row ? projectTitle({ state: row.state, running }, language) : '',
    requested: file.requested === null ? null : money(file.requested),
    recused: file.recused.map((account) => scene.names[account] ?? ''),
    voting: file.voting.length,
    heard: file.hearing && file.hearing.how !== 'not-heard',
    questions: file.questions.map(({ text, answer }) =>
      [text, answer]
        .filter((each) => each !== null)
        .map(isolated)
        .join(' — '),
    ),
    ...(vote ? { vote: byConsensus ? { by: 'consensus' } : { by: 'vote', ...countOf(vote) } } : {}),
    ...(file.addition === null ? {} : { words: file.addition }),
    decision: decision && {
      outcome: decision.outcome,
      ...(decision.amount === null ? {} : { amount: money(decision.amount) }),
      conditions: decision.conditions,
      grounds: decision.text === null ? [] : [decision.text],
    },
  }
}

/** Words of another direction than the line they stand in keep their own. */
function isolated(typed: string): string {
  return `\u2068${typed}\u2069`
}

function countOf({ count, casting }: RecordedFile['votes'][number]) {
  return { for: count.for, against: count.against + count.objection, abstained: count.abstain, casting }
}

function timeIn(zone: string, at: string): string {
  const parts = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone } as const
  return new Intl.DateTimeFormat('en-GB', parts).format(new Date(at))
}

const texts: Readonly<Record<Language, Readonly<Record<string, string>>>> = { fr: french, en: english, ar: arabic }

/** A sentence of the letters with its values filled in. */
function sentence(language: Language, key: string, values: Readonly<Record<string, string | number>> = {}): string {
  return (texts[language][key] ?? key).replace(/\{([a-z-]+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

/**
 * The draft as its readers see it on screen, part by part. A file that the reader stepped aside from keeps its place and
 * tells nothing.
 */
export function minutesAnswer(minutes: DraftedMinutes, more: More, language: Language, reader: Actor): MinutesAnswer {
  const { record, hash, scene } = minutes
  const { state, names } = scene
  const paper = minutesPaper(minutes, more, language)
  const say = (key: string, values?: Readonly<Record<string, string | number>>) => sentence(language, key, values)
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  const files = record.files.map((file, index): MinutesPart => {
    const set = paper.files[index]
    const isHidden = file.recused.includes(reader.user)
    if (isHidden || !set) return { part: file.case, title: String(file.number), lines: [], addition: null, isHidden }
    const title = `${file.number}. ${set.name}, ${set.project}`
    return { part: file.case, title, lines: linesOf(set, paper, language), addition: file.addition, isHidden }
  })
  const [present, quorum] = [paper.present.length, record.quorum]
  const opening = [
    ...(paper.openedAt === undefined ? [] : [say('minutes.opened', { time: paper.openedAt })]),
    quorum === null ? say('minutes.presence-open', { present }) : say('minutes.presence', { present, quorum }),
    list.format(paper.present.map((each) => withHours(each, say))),
    ...(paper.excused.length > 0
      ? [say('minutes.excused', { names: list.format(paper.excused.map(({ name }) => name)) })]
      : []),
  ]
  const closing = paper.closedAt === undefined ? [] : [say('minutes.closed', { time: paper.closedAt })]
  const general = record.text === null ? [] : [record.text]
  const part = (id: string, title: string, lines: readonly string[], addition: string | null = null) => ({
    part: id,
    title,
    lines,
    addition,
    isHidden: false,
  })
  const missing = takingPart(state).filter(
    (account) => !state.signatures.some((each) => each.member === account && isOf(each, hash)),
  )
  return {
    language,
    hash,
    title: say('minutes.heading'),
    parts: [
      part('opening', say('minutes.opening'), opening),
      ...files,
      part('general', say('minutes.closing'), [...general, ...closing], record.general),
    ],
    signatures: state.signatures.map((each) => ({
      member: each.member,
      name: names[each.member] ?? '',
      at: each.at,
      isValid: isOf(each, hash),
    })),
    missing: missing.map((member) => ({ member, name: names[member] ?? '' })),
  }
}

type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string

/** A name, with the hours where somebody came later or left, and whether from a distance. */
function withHours({ name, remote, from, until }: MinutesPaper['present'][number], say: Say): string {
  const said = [
    ...(remote ? [say('minutes.remote')] : []),
    ...(from === undefined ? [] : [say('minutes.from', { time: from })]),
    ...(until === undefined ? [] : [say('minutes.until', { time: until })]),
  ]
  return said.length === 0 ? name : `${name} (${said.join(say('list-comma'))})`
}

function linesOf(file: MinutesOfFile, { quorum }: MinutesPaper, language: Language): readonly string[] {
  const say = (key: string, values?: Readonly<Record<string, string | number>>) => sentence(language, key, values)
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  const colon = language === 'fr' ? ' : ' : ': '
  const { voting, decision, vote } = file
  const money = (each: NonNullable<MinutesOfFile['requested']>) => formatAmount(each, language)
  return [
    ...(file.requested ? [`${say('minutes.requested')}${colon}${money(file.requested)}`] : []),
    ...(file.recused.length > 0 ? [`${say('minutes.recused')}${colon}${list.format(file.recused)}`] : []),
    quorum === null ? say('minutes.voting-open', { voting }) : say('minutes.voting-of', { voting, quorum }),
    ...(file.heard === null
      ? []
      : [`${say('minutes.candidate')}${colon}${say(file.heard ? 'minutes.heard' : 'minutes.not-heard')}`]),
    ...file.questions,
    ...(vote ? [voteLine(vote, say)] : []),
    ...(decision
      ? [
          [say(`outcome-${decision.outcome}`), ...(decision.amount ? [money(decision.amount)] : [])].join(colon),
          ...decision.conditions.map((each) => `${say('minutes.conditions')}${colon}${each}`),
          ...decision.grounds.map(
            (each) => `${say(decision.outcome === 'postpone' ? 'minutes.asked' : 'minutes.grounds')}${colon}${each}`,
          ),
        ]
      : [say('minutes.not-reached')]),
  ]
}

function voteLine(
  vote: NonNullable<MinutesOfFile['vote']>,
  say: (key: string, values?: Readonly<Record<string, string | number>>) => string,
): string {
  if (vote.by === 'consensus') return say('minutes.consensus')
  const { against, abstained } = vote
  const votes = say('minutes.votes', { 'in-favour': vote.for, against, abstained })
  return vote.casting ? `${votes} ${say('minutes.casting')}` : votes
}
