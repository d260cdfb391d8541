// From the decision to the first payment: signatures, training, tranches.
import type { Tranche } from '#domain/scheme/scheme.ts'

import { today, tradeOf } from './building.ts'
import { first } from './story.ts'
import type { Story } from './story.ts'
import { notePrice } from './workshop.ts'

const everyone = ['beneficiary', 'operator', 'office'] as const

export function sign(story: Story, parties: readonly (typeof everyone)[number][] = everyone): void {
  for (const party of parties) {
    story.wait(1, 5)
    const actor = party === 'office' ? story.coordinator : story.adviser()
    const means = party === 'beneficiary' ? story.chance.pick(['on-paper', 'on-device'] as const) : 'on-paper'
    story.act(actor, 'sign-commitment', { party, means, on: today(story) })
  }
}

export function train(story: Story, aid: string): void {
  story.wait(4, 14)
  const days = story.chance.whole(3, 20)
  const attended = story.chance.maybe(0.75) ? days : Math.max(days - story.chance.whole(1, 4), 1)
  const title = tradeOf(story, aid).training
  story.act(story.adviser(), 'record-training', { title, days, attended, on: today(story) })
}

export type Stop = 'papers' | 'requested' | 'returned' | 'released' | 'part-paid' | 'paid'

/**
 * One tranche on its way, up to where it stops: papers, request, release by a second person, payment. `award` is in
 * francs CFA and a multiple of ten, so that shares are whole.
 */
export function pay(story: Story, aid: string, award: number, place = 0, stop: Stop = 'paid'): void {
  const { chance } = story
  const plan = trancheAt(story, aid, place)
  const tranche = plan.tranche
  const evidence = story.chance.maybe(0.2) && stop === 'paid' ? later(story, plan) : papersFor(story, plan)
  if (stop === 'papers') return
  const finance = story.one('finance-officer')
  const approver = story.one('payment-approver')
  const payee = chance.pick(payeesOf(story, aid))
  const request = () => {
    story.wait(1, 6)
    story.act(finance, 'request-tranche', { tranche, payee, evidence, on: today(story) })
  }
  request()
  if (stop === 'requested') return
  if (stop === 'returned' || chance.maybe(0.08)) {
    story.wait(1, 4)
    const reason = story.say('tranche-returned')
    story.act(approver, 'return-tranche', { tranche, reason, on: today(story) })
    if (stop === 'returned') return
    request()
  }
  story.wait(1, 4)
  story.act(approver, 'release-tranche', { tranche, on: today(story) })
  if (stop === 'released') return
  const amount = Math.round((award * plan.share) / 100)
  const part = stop === 'part-paid' || chance.maybe(0.12) ? Math.round(amount * 0.6) : amount
  transfer(story, tranche, part)
  if (stop !== 'part-paid' && part < amount) transfer(story, tranche, amount - part)
}

function transfer(story: Story, tranche: string, amount: number): void {
  story.wait(1, 5)
  const { chance } = story
  const means = chance.pick(['bank', 'bank', 'cheque', 'mobile-money'] as const)
  const reference = `${means === 'bank' ? 'VIR' : means === 'cheque' ? 'CHQ' : 'MM'}-${chance.whole(100_000, 999_999)}`
  story.act(story.one('finance-officer'), 'record-payment', { tranche, amount, means, reference, on: today(story) })
}

function trancheAt(story: Story, aid: string, place: number): Tranche {
  const found = story.world.edition.aids.find((each) => each.aid === aid)?.tranches[place]
  if (!found) throw new Error(`no tranche ${place} of ${aid}`)
  return found
}

function payeesOf(story: Story, aid: string): readonly string[] {
  return story.world.edition.aids.find((each) => each.aid === aid)?.payees ?? ['beneficiary']
}

/** The papers that the tranche's conditions ask for; receipts have no kind of their own and come as bills. */
function papersFor(story: Story, { conditions }: Tranche): string[] {
  const { papers } = story.world.edition
  return conditions
    .filter(({ proof }) => proof === 'document' || proof === 'payment-receipts')
    .map(({ condition }) => {
      story.wait(1, 6)
      const paper =
        papers.find((each) => each.paper === condition) ?? first(papers.filter((each) => each.paper === 'bill'))
      const amount = `${story.chance.whole(180, 2400)} 000 F CFA`
      const document = story.attach(story.adviser(), paper.paper, paper.title.fr, [story.family.town.name, amount])
      if (paper.paper === 'bill') notePrice(story, document)
      return document
    })
}

/** The same papers, after a person had to be asked twice. */
function later(story: Story, tranche: Tranche): string[] {
  story.wait(4, 10)
  story.act(story.adviser(), 'add-note', { text: story.say('notes') })
  return papersFor(story, tranche)
}
