// The first chapters: from opening the file in France to the day of departure.
import type { Instrument } from '#domain/scheme/scheme.ts'

import type { Story } from './story.ts'

export type Opening = {
  /** Some answers are given at once, most wait for the interview. */
  readonly early?: boolean
  /** Nobody knows yet where the person will settle. */
  readonly anywhere?: boolean
}

export function open(story: Story, { early = false, anywhere = false }: Opening = {}): void {
  const { world, family, chance, host } = story
  const purposes = world.edition.consents
  const consents = purposes.filter(({ required }) => required || chance.maybe(0.8)).map(({ purpose }) => purpose)
  story.act(host, 'register-case', {
    scheme: world.scheme,
    people: family.people,
    consents,
    on: { onDay: story.day() },
    ...(anywhere ? {} : { region: family.town.region }),
    ...(early ? { facts: { 'mois en France': { known: chance.whole(6, 90), estimated: true } } } : {}),
  })
  if (chance.maybe(0.6)) story.attach(host, 'identity', 'Passeport', ['Copie de la page d’identité', 'Vu à l’accueil'])
}

export type Answers = {
  readonly situation?: 'obligation' | 'fin-etudes' | 'titre-expirant' | 'autre'
  readonly aidBefore?: boolean
  /** What the person could not or would not say. */
  readonly gap?: 'unknown' | 'refused'
}

export function interview(story: Story, { situation, aidBefore = false, gap }: Answers = {}): void {
  const { chance } = story
  const reason = situation ?? chance.pick(['obligation', 'obligation', 'titre-expirant', 'fin-etudes'] as const)
  story.wait(3, 12)
  story.act(story.host, 'complete-step', {
    step: 'first-interview',
    on: { onDay: story.day() },
    text: story.say('interview'),
    facts: {
      'mois en France': { known: chance.whole(5, 96), ...(chance.maybe(0.3) ? { estimated: true } : {}) },
      situation: gap === 'refused' ? { unknown: 'refused' } : { known: reason },
      'aide déjà reçue': gap === undefined ? { known: aidBefore } : { unknown: gap },
      'mois depuis la notification':
        gap === undefined && reason === 'obligation' ? { known: chance.whole(0, 7) } : { unknown: 'not-asked' },
    },
  })
  if (chance.maybe(0.2)) story.act(story.host, 'add-note', { text: story.say('notes') })
}

export function assess(story: Story): void {
  for (const [step, id] of [
    ['resilience', 'resilience-before-return'],
    ['vulnerability', 'vulnerability-screening'],
  ] as const) {
    story.wait(1, 8)
    const instrument = story.world.edition.instruments.find((each) => each.instrument === id)
    const answers = instrument ? invented(instrument, story) : {}
    story.act(story.host, 'record-assessment', { step, answers, on: { onDay: story.day() } })
  }
}

/** Mostly the best answers, which the instruments list first; here and there a question is left open. */
function invented({ questions }: Instrument, { chance }: Story): Record<string, string> {
  const hardship = chance.whole(5, 45) / 100
  const answered = questions.filter(() => !chance.maybe(0.06))
  return Object.fromEntries(
    answered.map(({ question, options }) => {
      const [best] = options
      const chosen = chance.maybe(hardship) ? chance.pick(options) : best
      return [question, chosen?.option ?? '']
    }),
  )
}

export function judge(story: Story): void {
  story.wait(2, 9)
  story.act(story.host, 'give-verdict', { on: { onDay: story.day() } })
}

export function choose(story: Story, aid: string): void {
  story.wait(2, 10)
  story.act(story.host, 'choose-aid', { aid, on: { onDay: story.day() } })
}

export function planTravel(story: Story, days: readonly [number, number] = [10, 24]): number {
  const { chance, family, host } = story
  story.wait(3, 12)
  const departs = story.day() + chance.whole(...days)
  const from = story.world.offices.offices.find(({ office }) => office === host.office)?.place ?? 'Paris'
  story.act(host, 'plan-travel', {
    travellers: family.people.map(({ person }) => person),
    departsOn: { onDay: departs },
    from,
    to: chance.pick(['Yaoundé-Nsimalen', 'Yaoundé-Nsimalen', 'Douala']),
    on: { onDay: story.day() },
  })
  return departs
}

export function depart(story: Story, departs: number): void {
  story.goTo(departs)
  const travellers = story.family.people.map(({ person }) => person)
  story.act(story.host, 'confirm-departure', { travellers, on: { onDay: story.day() } })
}

/** An appointment some days ahead, at the office of whoever plans it. */
export function meet(story: Story, by: 'counsellor' | 'coordinator' | 'adviser'): void {
  const actor = by === 'counsellor' ? story.host : by === 'coordinator' ? story.coordinator : story.adviser()
  const office = story.world.offices.offices.find((each) => each.office === actor.office)
  const at = { atDay: story.day() + story.chance.whole(4, 12), hour: story.chance.whole(8, 15) }
  story.act(actor, 'plan-appointment', { at, place: `${office?.name ?? ''}, ${office?.place ?? ''}`, with: by })
}

/** The whole preparation, up to the day the person leaves. */
export function prepare(story: Story, aid: string, answers: Answers = {}): void {
  open(story)
  if (story.chance.maybe(0.3)) meet(story, 'counsellor')
  interview(story, answers)
  assess(story)
  judge(story)
  choose(story, aid)
  depart(story, planTravel(story))
}

/** The file ends in France: withdrawn, not eligible, not departed. */
export function closeAtHome(story: Story, reason: string, occasion: string): number {
  story.wait(2, 12)
  return story.act(story.host, 'close-case', { reason, text: story.say(occasion), on: { onDay: story.day() } })
}

export function withdrawAtHome(story: Story): void {
  story.wait(5, 20)
  story.act(story.host, 'withdraw', { reason: story.say('withdrawal'), on: { onDay: story.day() } })
}
