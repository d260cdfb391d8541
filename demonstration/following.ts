// The year of visits and reports, and how files end.
import { today } from './building.ts'
import { pay } from './launching.ts'
import type { Trouble } from './read-data.ts'
import type { Story } from './story.ts'

const month = 30.44

export type Year = {
  readonly aid: string
  readonly award: number
  /** Days that the adviser runs behind. */
  readonly behind?: number
  /** A difficulty in this month; `open` leaves it unresolved. */
  readonly trouble?: { readonly month: number; readonly open?: boolean; readonly day?: number; readonly what?: Trouble }
  /** A visit that met nobody, before the visit with this number. */
  readonly missed?: number
  readonly ending?: 'closed' | 'reported' | 'renewed' | 'withdrawn' | 'left-again'
  /** The month in which the person withdraws or leaves. */
  readonly endsIn?: number
  /** The visit, counted from 1, that finds sales falling, and the one that finds nothing. */
  readonly weak?: number
  readonly stopped?: number
}

type Item = { readonly day: number; readonly tell: () => void }

/** What happens in the year after the first payment, in the order of its days; the calendar cuts what is ahead. */
export function follow(story: Story, year: Year): void {
  const start = story.day()
  const at = (months: number, from = -6, to = 9) =>
    start + Math.max(Math.round(months * month) + story.chance.whole(from, to), 2)
  const items = [...visits(story, year, at), ...money(story, year, at), ...troubles(story, year, at)]
  const own = story.chance.whole(4, 9)
  items.push({ day: at(own), tell: () => visit(story, 'own', year) })
  items.push({ day: at(6) + (year.behind ?? 0), tell: () => report(story, 'interim') })
  if (year.ending === 'renewed') items.push({ day: at(11.6, -4, 4), tell: () => renew(story) })
  const end = year.endsIn === undefined ? Infinity : at(year.endsIn)
  for (const { day, tell } of items.sort((one, other) => one.day - other.day)) {
    if (day >= end) break
    story.goTo(day)
    tell()
  }
  finish(story, year, end)
}

function visits(story: Story, year: Year, at: (months: number) => number): Item[] {
  const months = story.world.edition.monitoring?.visits.at ?? []
  return months.flatMap((number, index) => {
    const day = at(number) + (year.behind ?? 0)
    const made: Item = { day, tell: () => visit(story, index + 1, year) }
    if (year.missed !== index + 1) return [made]
    return [{ day: day - 5, tell: () => visit(story, 'missed', year) }, made]
  })
}

/** A second tranche is released on bills and a visit; it waits for the first one. */
function money(
  story: Story,
  { aid, award, behind = 0 }: Year,
  at: (months: number, from?: number, to?: number) => number,
): Item[] {
  const tranches = story.world.edition.aids.find((each) => each.aid === aid)?.tranches.length ?? 1
  return tranches < 2 ? [] : [{ day: at(2.1, 0, 20) + behind, tell: () => pay(story, aid, award, 1) }]
}

function troubles(story: Story, { trouble, aid }: Year, at: (months: number) => number): Item[] {
  if (!trouble) return []
  const lists = story.world.words.troubles(story.family.language)
  const what = trouble.what ?? (aid === 'business' ? story.business.trouble : story.chance.pick(lists))
  const day = trouble.day ?? at(trouble.month)
  let raised = 0
  const tell = () => {
    const { about, text } = what
    raised = story.act(story.adviser(), 'raise-difficulty', { about, text: story.fill(text), on: today(story) })
  }
  const solve = () => {
    const difficulty = story.idFrom(raised, 'difficulty')
    story.act(story.adviser(), 'resolve-difficulty', { difficulty, text: story.fill(what.end), on: today(story) })
  }
  const raise = { day, tell }
  return trouble.open === true ? [raise] : [raise, { day: day + story.chance.whole(18, 48), tell: solve }]
}

export function visit(story: Story, which: number | 'own' | 'missed', year: Year): void {
  const { chance } = story
  const actor = which === 'own' ? story.coordinator : story.adviser()
  const documents = which === 'own' && chance.maybe(0.4) ? [photo(story)] : []
  const offline = which !== 'own' && chance.maybe(0.35)
  const finding =
    which === 'missed'
      ? 'not-met'
      : which === year.stopped
        ? 'stopped'
        : which === year.weak
          ? 'needs-support'
          : 'on-course'
  const earns = year.aid !== 'social' && finding !== 'not-met'
  const income = earns
    ? { income: chance.whole(finding === 'on-course' ? 70 : 15, finding === 'on-course' ? 340 : 60) * 1000 }
    : {}
  const text = wordsOf(story, which, finding, year)
  story.act(actor, 'record-visit', { finding, documents, text, ...income, on: today(story) }, { offline })
}

function wordsOf(story: Story, which: number | 'own' | 'missed', finding: string, { aid }: Year): string {
  if (finding === 'not-met') return story.say('not-met')
  if (finding === 'needs-support') return story.say('needs-support')
  if (finding === 'stopped') return story.say('stopped-visit')
  if (which === 'own') return story.say('own-visit')
  if (aid === 'social') return story.say('settled-visit')
  if (which === 1) return story.say('first-visit')
  const sentences = aid === 'business' ? story.business.visits : story.job.visits
  return story.fill(story.chance.pick(sentences))
}

function photo(story: Story): string {
  return story.attach(story.coordinator, 'visit-photo', 'Photo de visite', [
    story.family.town.name,
    'Prise avec l’accord de la personne',
  ])
}

function report(story: Story, which: 'interim' | 'final'): void {
  story.act(story.adviser(), 'submit-report', {
    report: which,
    text: story.say(`${which}-report`),
    documents: [],
    on: today(story),
  })
}

function renew(story: Story): void {
  story.act(story.coordinator, 'renew-monitoring', { reason: story.say('renewal'), on: today(story) })
}

function finish(story: Story, { ending, behind = 0 }: Year, end: number): void {
  if (ending === 'renewed' || ending === undefined) return
  if (end !== Infinity) story.goTo(end)
  if (ending === 'withdrawn') {
    story.act(story.coordinator, 'withdraw', { reason: story.say('withdrawal'), on: today(story) })
    close(story, 'stopped')
    return
  }
  if (ending === 'left-again') {
    story.act(story.adviser(), 'record-remigration', { text: story.say('left-again'), on: today(story) })
    close(story, 'left-again')
    return
  }
  story.wait(3 + behind, 9 + behind)
  report(story, 'final')
  if (ending === 'closed') close(story, 'completed')
}

export function close(story: Story, reason: string): number {
  story.wait(4, 12)
  return story.act(story.coordinator, 'close-case', { reason, text: story.say('closing'), on: today(story) })
}

export function reopen(story: Story): void {
  story.wait(5, 20)
  story.act(story.coordinator, 'reopen-case', { reason: story.say('reopening'), on: today(story) })
}
