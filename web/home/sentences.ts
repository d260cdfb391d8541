import type { HomeAnswer } from '#contract/answers.ts'
import { addDays } from '#domain/calendar.ts'

import type { ListWords } from '../cases/list-words.ts'
import { formatDay, formatDistance } from '../locale.ts'

export const whens = ['late', 'soon', 'later'] as const
export type When = (typeof whens)[number]

/** A part of the home's sentence: what is owed, how much of it, since or until when; and the tasks behind it. */
export type Sentence = {
  readonly id: string
  readonly words: string
  /** The oldest delay, or the next date. */
  readonly note: string | undefined
  readonly search: { readonly kind: string; readonly step?: string; readonly when?: 'late' | 'soon' }
}

type Group = HomeAnswer['groups'][number]

/** The beginning of the sentence: how many tasks there are of this urgency. */
export function headingOf({ groups, today }: HomeAnswer, when: When, { text }: ListWords): string {
  const count = groups.reduce((sum, group) => sum + group[when], 0)
  return text(`home.${when}`, { count, date: formatDay(addDays(today, week), text.locale, 'weekday') })
}

const week = 7

/** The rest of it, the largest part first. */
export function sentencesOf(home: HomeAnswer, when: When, words: ListWords): readonly Sentence[] {
  return home.groups
    .filter((group) => group[when] > 0)
    .toSorted((one, other) => other[when] - one[when])
    .map((group) => ({
      id: `${group.kind} ${group.step ?? ''}`,
      words: whatIsOwed(group, group[when], home, words),
      note: noteOf(group, when, home.today, words),
      search: {
        kind: group.kind,
        ...(group.step === null ? {} : { step: group.step }),
        ...(when === 'later' ? {} : { when }),
      },
    }))
}

/** `3 first contacts`. Two steps of one kind (two interviews) are told apart by their titles. */
function whatIsOwed({ kind, step }: Group, count: number, { groups }: HomeAnswer, words: ListWords): string {
  const { text } = words
  if (kind !== 'step' || step === null) return text.maybe(`obligation.${kind}.count`, { count }) ?? String(count)
  const kindOfStep = words.stepKind(step)
  const counted = text.maybe(`step.${kindOfStep}.count`, { count })
  if (counted === undefined) return text('home.step-count', { count, step: words.step(step) })
  const twins = groups.filter((each) => each.step !== null && words.stepKind(each.step) === kindOfStep)
  return twins.length > 1 ? text('home.of-step', { what: counted, step: words.step(step) }) : counted
}

function noteOf({ oldest, next }: Group, when: When, today: string, { text }: ListWords): string | undefined {
  if (when === 'late' && oldest !== null)
    return text('home.oldest', { distance: formatDistance(oldest, today, text.locale) })
  if (when === 'soon' && next !== null)
    return next === today ? text('home.today') : text('home.next', { date: formatDay(next, text.locale, 'weekday') })
  return undefined
}
