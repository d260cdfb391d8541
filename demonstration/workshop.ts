// Projects that were worked out in the workshop: begun from a template, with the price book's starting prices.
import { loadActivities, loadPrices } from '#catalogue/load-activities.ts'
import { moneyFromUnits } from '#domain/money.ts'
import { projectFrom } from '#domain/project/activity.ts'
import type { Activity } from '#domain/project/activity.ts'
import type { Project } from '#domain/project/project.ts'
import { projectResult } from '#domain/project/result.ts'

import type { Month } from './act.ts'
import type { Story } from './story.ts'

/** A project whose first month is a day of the story. */
export type ToldProject = Omit<Project, 'firstMonth'> & { readonly firstMonth: Month }

export type WorkedOut = { readonly own: number; readonly requested: number; project(of: Judged): ToldProject }
type Judged = { readonly relevance: 'good' | 'fair'; readonly market: 'good' | 'fair' }

/** Own part in percent of what is needed; of every hundred, what is put aside for the unforeseen. */
type Terms = { readonly share: number; readonly most: number }
const unforeseen = 12

/**
 * What the workshop came to in this story; undefined where the trade has no template, or its adviser worked without the
 * workshop: every second file, by its id, so that no throw of the dice moves.
 */
export function workedOut(story: Story, { share, most }: Terms): WorkedOut | undefined {
  const template = templateOf(story)
  if (!template || digitOf(story) % 2 === 1) return undefined
  const start = { country: 'CM', region: story.family.town.region, currency: 'XAF', firstMonth: '2026-01' } as const
  const begun = projectFrom(template, { ...start, language: languageOf(story) }, pricesIn(start))
  const result = projectResult(begun)
  if (result.refused) throw new Error(`${template.activity}: ${result.code}`)
  const whole = Math.ceil((result.value.startUp.total * (100 + unforeseen)) / 100_000) * 1000
  const own = Math.round((whole * share) / 100_000) * 1000
  const requested = Math.min(whole - own, most)
  return {
    own,
    requested,
    project: ({ relevance, market }) => ({
      ...begun,
      firstMonth: { monthOf: story.day() + 60 },
      words: { idea: story.fill(story.business.idea), budget: story.fill(story.business.study) },
      judgements: { relevance, market, budget: 'good' },
      money: { aid: requested, own, family: 0 },
    }),
  }
}

/** What the first thing that such a trade buys cost on this bill: the price book's own, a few percent up or down. */
export function notePrice(story: Story, document: string): void {
  const bought = templateOf(story)?.investments[0]
  const prices = bought && pricesIn({ country: 'CM', currency: 'XAF' })
  const usual = prices?.find(({ item, unit }) => item === bought?.item && unit === bought.unit)
  if (!bought || !usual) return
  const { item, unit } = bought
  const amount = Math.round((usual.median * (94 + digitOf(story))) / 100)
  story.act(story.adviser(), 'record-price', { document, item, unit, amount, on: { onDay: story.day() } })
}

function templateOf(story: Story): Activity | undefined {
  return loadActivities().find(({ activity }) => activity === story.business.template)
}

function digitOf({ case: id }: Story): number {
  return Number.parseInt(id.slice(-1), 16)
}

function languageOf({ family }: Story): 'fr' | 'en' | 'ar' {
  return family.language === 'en' || family.language === 'ar' ? family.language : 'fr'
}

function pricesIn({ country, currency }: { readonly country: string; readonly currency: string }) {
  return loadPrices()
    .filter((file) => file.country === country && file.currency === currency)
    .flatMap(({ prices }) => prices)
    .map(({ item, unit, price }) => ({ item, unit, currency, median: moneyFromUnits(price, currency).amount }))
}
