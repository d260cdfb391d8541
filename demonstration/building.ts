// The project: idea, study, plan, committee or the coordinator's own decision.
import type { Day } from './act.ts'
import type { Story } from './story.ts'
import { workedOut } from './workshop.ts'
import type { WorkedOut } from './workshop.ts'

type Trade = {
  readonly sector: string
  readonly idea: string
  readonly training: string
  readonly lines: readonly (readonly [string, number])[]
}

export function tradeOf(story: Story, aid: string): Trade {
  return aid === 'business' ? story.business : story.job
}

export function submitIdea(story: Story, aid: string): void {
  const trade = tradeOf(story, aid)
  story.wait(8, 30)
  const text = story.fill(trade.idea)
  story.act(story.adviser(), 'submit-idea', { activity: trade.sector, text, on: today(story) })
}

export function returnIdea(story: Story): void {
  story.wait(2, 7)
  story.act(story.coordinator, 'return-idea', { text: story.say('idea-returned'), on: today(story) })
}

export function approveIdea(story: Story): void {
  story.wait(2, 9)
  story.act(story.coordinator, 'approve-idea', { text: story.say('idea-approved'), on: today(story) })
}

/** What the study needs cannot be had for a while, so its deadline waits. */
export function pauseStudy(story: Story): void {
  story.wait(1, 2)
  const reason = story.say('deadline-paused')
  story.act(story.coordinator, 'pause-deadline', { step: 'feasibility', reason, on: today(story) })
}

export function resumeStudy(story: Story): void {
  story.wait(1, 2)
  story.act(story.coordinator, 'resume-deadline', { step: 'feasibility', on: today(story) })
}

export type Money = { readonly own: number; readonly requested: number; readonly workshop?: WorkedOut }

/** Costs as in the price list, the person's own part, and what is left to ask for, in whole thousands. */
export function moneyFor(story: Story, aid: string, most: number): Money {
  const cost = costOf(story, aid)
  const share = aid === 'business' ? story.chance.whole(6, 18) : 0
  const workshop = aid === 'business' ? workedOut(story, { share, most }) : undefined
  if (workshop) return { own: workshop.own, requested: workshop.requested, workshop }
  const own = Math.round((cost * share) / 100_000) * 1000
  return { own, requested: Math.min(cost - own, most) }
}

export function costOf(story: Story, aid: string): number {
  return tradeOf(story, aid).lines.reduce((sum, [, amount]) => sum + amount, 0)
}

export function study(story: Story, aid: string, { own, requested, workshop }: Money): void {
  const { chance } = story
  story.wait(20, 55)
  const judgement = () => chance.pick(['good', 'good', 'good', 'fair'] as const)
  const text = aid === 'business' ? story.fill(story.business.study) : story.fill(story.job.title)
  const judged = { relevance: judgement(), market: judgement() }
  const typed = {
    lines: tradeOf(story, aid).lines.map(([line, amount]) => ({ line, amount })),
    ownContribution: own,
    requested,
  }
  const budget = workshop ? { project: saveProject(story, workshop, judged) } : typed
  story.act(story.adviser(), 'record-feasibility', { ...judged, viable: true, ...budget, text, on: today(story) })
}

/** Keeps what the workshop came to as a version, and answers its id: the study takes its lines and amounts from it. */
function saveProject(story: Story, workshop: WorkedOut, judged: Parameters<WorkedOut['project']>[0]): string {
  const place = story.act(story.adviser(), 'save-project', { project: workshop.project(judged), on: today(story) })
  return story.idFrom(place, 'project')
}

export function submitPlan(story: Story, requested: number): void {
  story.wait(10, 25)
  const adviser = story.adviser()
  const document = story.chance.maybe(0.5)
    ? story.attach(adviser, 'business-plan', 'Plan d’affaires', [story.fill(story.business.plan)])
    : undefined
  const text = story.fill(story.business.plan)
  story.act(adviser, 'submit-plan', { requested, text, on: today(story), ...(document ? { document } : {}) })
}

export function place(story: Story): void {
  const { job } = story
  story.wait(12, 40)
  story.act(story.adviser(), 'complete-step', {
    step: 'placement',
    text: story.fill(job.title),
    facts: { 'salaire de base': { known: job.salary }, 'mois de salaire aidés': { known: job.months } },
    on: today(story),
  })
}

export function submitFile(story: Story, sitting: string): void {
  story.act(story.coordinator, 'submit-to-committee', { sitting, on: today(story) }, { beside: sitting })
}

export type Decision = {
  readonly outcome: 'select' | 'select-for-less' | 'postpone' | 'refuse' | 'absent'
  readonly amount?: number
  readonly conditions?: string
  readonly text?: string
}

/** The secretary writes down what the committee decided, in the order of the agenda. */
export function decide(story: Story, sitting: string, decision: Decision, minute: number): void {
  const secretary = story.one('committee-secretary')
  story.act(secretary, 'record-decision', { sitting, ...decision, on: today(story) }, { beside: sitting, minute })
}

/** What the coordinator grants without a committee. */
export function grant(story: Story, amount: number): void {
  story.wait(4, 14)
  story.act(story.coordinator, 'grant-award', { amount, text: story.say('award'), on: today(story) })
}

export function today(story: Story): Day {
  return { onDay: story.day() }
}

/** A project from its idea to a plan that can go to the committee, sometimes on the second try. */
export function build(story: Story, money: Money): void {
  submitIdea(story, 'business')
  if (story.chance.maybe(0.2)) {
    returnIdea(story)
    submitIdea(story, 'business')
  }
  approveIdea(story)
  if (story.chance.maybe(0.15)) story.act(story.adviser(), 'add-note', { text: story.say('notes') })
  study(story, 'business', money)
  submitPlan(story, money.requested)
}
