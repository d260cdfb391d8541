import type { DocumentAnswer } from '#contract/answers.ts'
import { committeeOfDecision } from '#domain/case/committee.ts'
import { fileNumber } from '#domain/case/file-number.ts'
import { ceilingOf } from '#domain/case/money-of-case.ts'
import { requestedIn } from '#domain/case/state.ts'
import type { Project } from '#domain/project/project.ts'
import { projectResult } from '#domain/project/result.ts'
import type { ProjectVersion } from '#domain/project/version.ts'
import { aidOf } from '#domain/scheme/journey.ts'
import { committeeOf } from '#domain/scheme/committee.ts'
import type { PackPaper, SittingPaperBase } from '#domain/sitting/papers.ts'

import { decidingOf } from './business-plan.ts'
import { inCurrency, knownOr, linesOf, nameOf, officeName, placeName, projectTitle } from './papers.ts'
import type { PaperFacts } from './papers.ts'
import type { Language } from './ports.ts'

/** What the pack of one file is made from, besides the case. */
export type PackFacts = PaperFacts & {
  readonly documents: readonly DocumentAnswer[]
  readonly sitting: {
    readonly id: string
    /** The office that calls the committee together. */
    readonly office: string
    readonly committee: string | null
    readonly on: string
    readonly time?: string
    readonly place?: string
    readonly writtenUntil?: string
  }
  /** Where the file stands on the agenda. */
  readonly number: number
  readonly files: number
  /** The version of the project that the study was made from, or the last one saved, with its content. */
  readonly project?: { readonly version: ProjectVersion; readonly plan: Project }
}

/**
 * A file as the committee reads it. Only what serves the decision enters: nothing of health, family matters, protection
 * needs or the reasons of the return, whatever the case knows.
 */
export function packData(facts: PackFacts, language: Language): PackPaper {
  const { state, running } = facts
  const ceiling = ceilingOf(state, running)
  const requested = requestedIn(state)
  const study = state.feasibility
  const summary = linesOf(state.idea?.text ?? null, facts).join(' ')
  const place = state.region === null ? {} : { place: placeName(state.region, language) }
  const returned = state.marks['arrival']
  const plan = linesOf(state.plan?.text ?? null, facts).join('\n')
  return {
    ...sittingHead(facts, language),
    reference: `${fileNumber(state.case, state.registeredOn, running.scheme.country)}/${state.version}`,
    number: facts.number,
    files: facts.files,
    person: {
      name: nameOf(facts),
      file: fileNumber(state.case, state.registeredOn, running.scheme.country),
      household: state.members.length,
      ...place,
      ...(returned === undefined ? {} : { returnedOn: returned }),
    },
    aid: aidOf(running.edition, state.aid)?.title[language] ?? running.scheme.title[language],
    ...(state.operator ? { operator: officeName(state.operator.office, facts) } : {}),
    project: {
      title: projectTitle(facts, language),
      ...place,
      summary: knownOr(summary === '' ? null : summary),
    },
    request: {
      requested: requested === null ? null : inCurrency(requested, facts),
      cost: study ? inCurrency(study.cost, facts) : null,
      ownContribution: study ? inCurrency(study.ownContribution, facts) : null,
      ceiling: ceiling ? inCurrency(ceiling.amount, facts) : null,
    },
    questions: questionsOf(facts),
    currency: running.scheme.currency,
    budget: (study?.lines ?? []).map(({ line, amount }) => ({ label: line, amount: inCurrency(amount, facts) })),
    ...cashFlowOf(facts),
    ...(plan === '' ? {} : { plan }),
    opinion: opinionOf(facts),
    earlier: earlierOf(facts, language),
    papers: papersOf(facts, language),
  }
}

/** What every paper of a sitting begins with. */
export function sittingHead(
  facts: Pick<PackFacts, 'sitting' | 'running' | 'offices' | 'today'>,
  language: Language,
): SittingPaperBase {
  const { sitting, running, offices, today } = facts
  const { on, time, place, writtenUntil } = sitting
  const office = offices[sitting.office]
  const name = office?.name ?? sitting.office
  return {
    scheme: running.scheme.title[language],
    committee: committeeOf(running.edition, sitting.committee)?.title[language] ?? name,
    office: { name, place: office?.place ?? name },
    reference: `${on}/${sitting.id.slice(-6)}`,
    date: today,
    sitting: {
      on,
      ...(time === undefined ? {} : { time }),
      ...(place === undefined ? {} : { place }),
      ...(writtenUntil === undefined ? {} : { writtenUntil }),
    },
  }
}

/** The workshop's own judgements and words; else what the study recorded, which does not judge the budget. */
function questionsOf({ state, project }: PackFacts): PackPaper['questions'] {
  const kinds = ['relevance', 'market', 'budget'] as const
  const study = state.feasibility
  const recorded = { relevance: study?.relevance ?? null, market: study?.market ?? null, budget: null }
  return kinds.map((question) => {
    const text = project?.plan.words[question]
    return {
      question,
      judgement: project?.plan.judgements[question] ?? recorded[question],
      ...(text === undefined || text === '' ? {} : { text }),
    }
  })
}

function cashFlowOf(facts: PackFacts): Pick<PackPaper, 'cashFlow'> {
  const { project } = facts
  const result = project && projectResult(project.plan)
  if (!project || !result || result.refused) return {}
  const { months, breakEven } = result.value
  return {
    cashFlow: {
      months: months.map(({ ins, outs, cash }) => ({
        in: inCurrency(ins, facts),
        out: inCurrency(outs, facts),
        balance: inCurrency(cash, facts),
      })),
      ...(breakEven.sales === null ? {} : { breakEven: inCurrency(breakEven.sales, facts) }),
      deciding: decidingOf(project.version, project.plan, result.value),
    },
  }
}

function opinionOf(facts: PackFacts): PackPaper['opinion'] {
  const { state } = facts
  const study = state.feasibility
  if (!study) return null
  const text = linesOf(study.text, facts).join('\n')
  return {
    viable: study.viable,
    on: study.on,
    ...(state.operator ? { by: officeName(state.operator.office, facts) } : {}),
    ...(text === '' ? {} : { text }),
  }
}

/** Decisions of other sittings on this case, the latest first. */
function earlierOf(facts: PackFacts, language: Language): PackPaper['earlier'] {
  const { state, running, sitting } = facts
  return state.decisions
    .filter((each) => each.sitting !== sitting.id)
    .toReversed()
    .map((made) => {
      const { on, outcome, amount, text } = made
      const committee = committeeOfDecision(running.edition, made)?.title[language]
      const words = linesOf(text, facts).join(' ')
      return {
        on,
        outcome,
        ...(committee === undefined ? {} : { committee }),
        ...(amount === null ? {} : { amount: inCurrency(amount, facts) }),
        ...(words === '' ? {} : { text: words }),
      }
    })
}

/**
 * The plan itself, and what Homeward wrote from the project. Whatever else was added to the case may be about the
 * person: no edition says which papers are not, so none of them is named.
 */
function papersOf({ documents, running, state }: PackFacts, language: Language): PackPaper['papers'] {
  const kinds = new Map(running.edition.papers.map((each) => [each.paper, each]))
  return documents
    .filter(({ document, paper }) => document === state.plan?.document || kinds.get(paper)?.letter !== undefined)
    .map(({ paper, createdAt, fingerprint }) => ({
      title: kinds.get(paper)?.title[language] ?? paper,
      on: createdAt.slice(0, 10),
      fingerprint,
    }))
}
