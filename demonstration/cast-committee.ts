// Files that go before the committee, what it decided, and the year that follows.
import { arrive } from './arriving.ts'
import { build, decide, moneyFor, submitFile, today } from './building.ts'
import type { Decision, Money } from './building.ts'
import { mostAsked } from './cast-project.ts'
import { close, follow } from './following.ts'
import type { Year } from './following.ts'
import { pay, sign, train } from './launching.ts'
import type { Stop } from './launching.ts'
import { prepare } from './preparing.ts'
import type { Part } from './part.ts'
import { decisionMinute, sittingId, sittings } from './sittings.ts'
import type { SittingName } from './sittings.ts'
import type { Story } from './story.ts'

const aid = 'business'

function written(story: Story): Money {
  const money = moneyFor(story, aid, mostAsked.business)
  prepare(story, aid)
  arrive(story, { refused: story.chance.maybe(0.15) })
  build(story, money)
  return money
}

/** A file on its way to a meeting: handed in some days or weeks before it. */
function tabled(story: Story, sitting: SittingName, days: readonly [number, number]): Money {
  const money = written(story)
  story.wait(2, 9)
  submitFile(story, sittingId(sitting))
  story.wait(...days)
  story.anchor()
  return money
}

type Outcome = Decision['outcome']

function decided(story: Story, sitting: SittingName, outcome: Outcome, money: Money, place: number): number {
  const amount =
    outcome === 'select-for-less' ? Math.floor(money.requested / 10_000) * 10_000 - 300_000 : money.requested
  const granted = outcome === 'select' || outcome === 'select-for-less'
  const words: Readonly<Partial<Record<Outcome, string>>> = {
    postpone: 'postponed',
    refuse: 'refused',
    'select-for-less': 'less',
  }
  const occasion = words[outcome]
  decide(
    story,
    sittingId(sitting),
    {
      outcome,
      ...(granted ? { amount } : {}),
      ...(granted && place % 3 !== 2 ? { conditions: story.say('condition') } : {}),
      ...(occasion ? { text: story.say(occasion) } : {}),
    },
    decisionMinute(place),
  )
  return granted ? amount : 0
}

function launched(story: Story, award: number, stop: Stop): void {
  sign(story)
  if (story.chance.maybe(0.6)) train(story, aid)
  pay(story, aid, award, 0, stop)
}

/** The place on each meeting's agenda, counted as files are written. */
export type Agenda = { next(sitting: SittingName): number }

type Course = (story: Story, award: number, index: number) => void

function part(sitting: SittingName, count: number, outcome: Outcome, agenda: Agenda, course: Course): Part {
  return {
    count,
    placing: { anchorOn: sittings[sitting].day },
    tell(story, index) {
      const money = tabled(story, sitting, [8, 25])
      course(story, decided(story, sitting, outcome, money, agenda.next(sitting)), index)
    },
  }
}

function through(more: (index: number) => Partial<Year>): Course {
  return (story, award, index) => {
    story.wait(3, 8)
    launched(story, award, 'paid')
    const missed = index % 4 === 2 ? { missed: 2 } : {}
    const trouble = index % 3 === 0 ? { trouble: { month: 3 } } : {}
    follow(story, { aid, award, ...missed, ...trouble, ...more(index) })
  }
}

function upTo(stop: Stop): Course {
  return (story, award) => {
    story.wait(3, 8)
    launched(story, award, stop)
  }
}

const signedBy =
  (parties: Parameters<typeof sign>[1]): Course =>
  (story) => {
    story.wait(4, 10)
    sign(story, parties)
  }

/** A file that comes back to the next meeting with better papers. */
function again(
  from: SittingName,
  to: SittingName,
  outcome: 'postpone' | 'absent',
  agenda: Agenda,
  count: number,
  course: Course,
): Part {
  return {
    count,
    placing: { anchorOn: sittings[from].day },
    tell(story, index) {
      const money = tabled(story, from, [8, 25])
      decided(story, from, outcome, money, agenda.next(from))
      story.goTo(story.day() + sittings[to].day - sittings[from].day - 25)
      submitFile(story, sittingId(to))
      story.goTo(story.day() + 25)
      if (sittings[to].day < 0) course(story, decided(story, to, 'select', money, agenda.next(to)), index)
    },
  }
}

const closed: Course = (story) => {
  story.wait(10, 25)
  close(story, 'refused-by-committee')
}

const nothing: Course = () => undefined

export function partsOfCommittee(agenda: Agenda): readonly Part[] {
  return [
    part(
      'first',
      9,
      'select',
      agenda,
      through((index) => ({ ending: index === 7 ? 'renewed' : index === 8 ? 'reported' : 'closed' })),
    ),
    part(
      'first',
      1,
      'select-for-less',
      agenda,
      through(() => ({ ending: 'closed', weak: 4 })),
    ),
    part('first', 1, 'refuse', agenda, closed),
    again(
      'first',
      'second',
      'postpone',
      agenda,
      1,
      through(() => ({ ending: 'closed' })),
    ),
    part(
      'second',
      7,
      'select',
      agenda,
      through((index) => ({ ending: 'closed', ...(index % 2 ? { behind: 14 } : { weak: 3 }) })),
    ),
    part(
      'second',
      1,
      'select-for-less',
      agenda,
      through(() => ({ ending: 'left-again', endsIn: 5 })),
    ),
    part(
      'second',
      1,
      'select',
      agenda,
      through(() => ({ ending: 'withdrawn', endsIn: 6, stopped: 3 })),
    ),
    part('second', 1, 'refuse', agenda, closed),
    again(
      'second',
      'third',
      'absent',
      agenda,
      1,
      through(() => ({ ending: 'closed' })),
    ),
    moved(2, agenda),
    part(
      'third',
      6,
      'select',
      agenda,
      through((index) => ({
        ending: 'closed',
        ...(index === 1 ? { trouble: { month: 4, open: true } } : {}),
        ...(index === 3 ? { behind: 35 } : {}),
      })),
    ),
    part(
      'third',
      2,
      'select-for-less',
      agenda,
      through(() => ({ ending: 'closed', weak: 3 })),
    ),
    part('third', 1, 'refuse', agenda, closed),
    again('third', 'fourth', 'postpone', agenda, 2, upTo('paid')),
    again('third', 'fourth', 'absent', agenda, 1, upTo('papers')),
    part(
      'fourth',
      4,
      'select',
      agenda,
      through((index) => ({ ending: 'closed', ...(index === 0 ? { trouble: { month: 1, open: true } } : {}) })),
    ),
    part('fourth', 2, 'select', agenda, signedBy(['beneficiary', 'operator'])),
    part('fourth', 1, 'select-for-less', agenda, signedBy([])),
    part('fourth', 2, 'select', agenda, upTo('requested')),
    part('fourth', 1, 'select', agenda, upTo('returned')),
    part('fourth', 2, 'select', agenda, upTo('released')),
    part('fourth', 1, 'select-for-less', agenda, upTo('part-paid')),
    part('fourth', 1, 'refuse', agenda, nothing),
    part('fourth', 1, 'postpone', agenda, nothing),
    again('fourth', 'coming', 'postpone', agenda, 1, nothing),
    again('fourth', 'coming', 'absent', agenda, 1, nothing),
    { count: 8, placing: { anchorOn: sittings.coming.day }, tell: (story) => void tabled(story, 'coming', [18, 40]) },
  ]
}

/** Files of the meeting that did not take place, which go to the next one. */
function moved(count: number, agenda: Agenda): Part {
  return {
    count,
    placing: { anchorOn: sittings.cancelled.day },
    tell(story, index) {
      const money = tabled(story, 'cancelled', [14, 25])
      const shift = sittings.cancelled.day - story.day()
      story.wait(1, 4)
      const secretary = story.one('committee-secretary')
      story.act(secretary, 'recall-file', { reason: story.say('recalled'), on: today(story) })
      story.goTo(sittings.third.day - 12 - shift)
      submitFile(story, sittingId('third'))
      story.goTo(sittings.third.day - shift)
      const award = decided(story, 'third', 'select', money, agenda.next('third'))
      through(() => ({ ending: 'closed' }))(story, award, index)
    },
  }
}
