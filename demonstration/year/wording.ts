// What colleagues write and name in the year, in place of what the simulation leaves open.
import type { Deed, Scene } from '#domain/simulation/deeds.ts'
import { findStep } from '#domain/scheme/journey.ts'

import type { Family } from '../people.ts'
import type { Business, Words } from '../read-data.ts'

export type Speaker = {
  readonly words: Words
  readonly family: Family
  readonly business: Business
  /** Name and place of the office that answers for the case. */
  readonly office: { readonly name: string; readonly place?: string | undefined } | undefined
  readonly operator: string
}

type Input = Record<string, unknown>

/** Occasions by command and field: which sentences of the demonstration's words are said there. */
const occasions: Readonly<Record<string, string>> = {
  'complete-step text': 'decision',
  'hand-over-custody reason': 'hand-over',
  'designate-operator reason': 'designation',
  'record-first-contact text': 'first-contact',
  'approve-idea text': 'idea-approved',
  'grant-award text': 'award',
  'request-tranche text': 'statement',
  'record-session title': 'session',
  'withdraw reason': 'withdrawal',
  'record-decision postpone': 'postponed',
  'record-decision refuse': 'refused',
  'record-decision select-for-less': 'less',
  'record-decision absent': 'not-present',
  'record-visit on-course': 'settled-visit',
  'record-visit needs-support': 'needs-support',
  'record-visit not-met': 'not-met',
  'record-visit stopped': 'stopped-visit',
  'submit-report interim': 'interim-report',
  'submit-report final': 'final-report',
}

/** The input with sentences, places and names instead of the simulation's stand-ins. */
export function worded({ command, input }: Deed, scene: Scene, speaker: Speaker): Input {
  const { family, business, office } = speaker
  const { town } = family
  const step = findStep(scene.running.edition, String(input['step'] ?? ''))?.step
  switch (command) {
    case 'register-case':
      return { ...input, region: town.region }
    case 'complete-step':
      if (step?.kind === 'interview') return { ...input, text: say(speaker, scene, 'interview') }
      return spoken(command, input, scene, speaker)
    case 'record-first-contact':
      return { ...input, region: town.region, text: say(speaker, scene, 'first-contact') }
    case 'plan-travel':
      return { ...input, from: office?.place ?? 'Paris', to: town.name }
    case 'submit-idea':
      return { ...input, activity: business.sector, text: fill(business.idea, speaker) }
    case 'submit-plan':
      return { ...input, text: fill(business.plan, speaker) }
    case 'record-feasibility':
      return { ...input, lines: budget(input, business), text: fill(business.study, speaker) }
    case 'record-training':
      return { ...input, title: trainingTitle(scene, business) }
    case 'record-payment':
      return { ...input, ...transfer(scene) }
    case 'close-case':
      return { ...input, ...closing(speaker, scene) }
    default:
      return spoken(command, input, scene, speaker)
  }
}

/** Every stand-in that is left becomes a sentence of its occasion. */
function spoken(command: string, input: Deed['input'], scene: Scene, speaker: Speaker): Input {
  const sort = String(input['outcome'] ?? input['finding'] ?? input['report'] ?? '')
  const entries = Object.entries(input).map(([field, value]) => {
    if (value !== 'x') return [field, value] as const
    const occasion = occasions[`${command} ${sort}`] ?? occasions[`${command} ${field}`] ?? 'notes'
    return [field, say(speaker, scene, occasion)] as const
  })
  return Object.fromEntries(entries)
}

function say(speaker: Speaker, { draws }: Scene, occasion: string): string {
  const sentences = speaker.words.sentences(speaker.family.language, occasion)
  return fill(draws.pick(sentences) ?? '', speaker)
}

function fill(sentence: string, { family, operator }: Speaker): string {
  return sentence.replaceAll('{place}', family.town.name).replaceAll('{operator}', operator)
}

/** The cost of the project in lines of the trade, in the shares that its price list has. */
function budget(input: Deed['input'], { lines }: Business): readonly { line: string; amount: number }[] {
  const cost = (input['lines'] as readonly { amount: number }[]).reduce((sum, each) => sum + each.amount, 0)
  const all = lines.reduce((sum, [, amount]) => sum + amount, 0)
  const shares = lines.map(([line, amount]) => ({ line, amount: Math.floor((cost * amount) / all) }))
  const rest = cost - shares.reduce((sum, { amount }) => sum + amount, 0)
  return shares.map((each, index) => (index === 0 ? { ...each, amount: each.amount + rest } : each))
}

function trainingTitle({ state, running }: Scene, { training }: Business): string {
  const open = running.edition.journey
    .flatMap(({ steps }) => steps)
    .filter((step) => step.kind === 'training' && state.done[step.step] === undefined)
  return state.feasibility ? training : (open[0]?.title.fr ?? training)
}

const prefixes = { bank: 'VIR', cheque: 'CHQ', 'mobile-money': 'MM' } as const

function transfer({ draws }: Scene): Input {
  const means = draws.pick(['bank', 'bank', 'cheque', 'mobile-money'] as const) ?? 'bank'
  return { means, reference: `${prefixes[means]}-${draws.between(100_000, 999_999)}` }
}

/** Why a case ends, among the reasons that the edition knows, and what is said. */
function closing(speaker: Speaker, scene: Scene): Input {
  const { state, running } = scene
  const refused = state.decisions.at(-1)?.outcome === 'refuse'
  const [wanted, occasion] =
    state.withdrewOn !== null
      ? ['stopped', 'withdrawal']
      : refused
        ? ['refused-by-committee', 'refused']
        : state.award === null && state.verdict?.result !== 'met'
          ? ['not-eligible', 'not-eligible']
          : ['completed', 'closing']
  const names = running.edition.closures.map(({ name }) => name)
  return { reason: names.includes(wanted) ? wanted : (names[0] ?? ''), text: say(speaker, scene, occasion) }
}
