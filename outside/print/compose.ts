/**
 * From the data of a letter to what its template reads: every text isolated, every amount and date in words of the
 * language, every optional part present as `null` or an empty list. Sums are taken here, so that a table adds up.
 */
import type {
  CommitmentContract,
  DecisionLetter,
  Language,
  LetterBase,
  LetterTranche,
  PrintData,
  PrintKind,
  ProjectSheet,
} from '#app/ports.ts'
import type { Answer } from '#domain/answer.ts'
import type { Money } from '#domain/money.ts'
import { subtract, sum } from '#domain/money.ts'
import { certificate } from './compose-certificate.ts'
import { businessPlan } from './compose-plan.ts'
import { agenda, minutes, pack, sittingBase } from './compose-sitting.ts'
import type { Composed } from './head.ts'
import { answered, head } from './head.ts'
import type { Writing } from './writing.ts'
import { writingIn } from './writing.ts'

/** The view of a letter, JSON only. Throws when amounts of one table are in different currencies. */
export function compose<K extends PrintKind>(kind: K, data: PrintData[K], language: Language): Composed {
  const write = writingIn(language)
  const composers: { [L in PrintKind]: (data: PrintData[L]) => Composed } = {
    'decision-letter': (letter) => ({ ...base(letter, write), ...decisionLetter(letter, write) }),
    'commitment-contract': (letter) => ({ ...base(letter, write), ...commitmentContract(letter, write) }),
    'project-sheet': (letter) => ({ ...base(letter, write), ...projectSheet(letter, write) }),
    'business-plan': (plan) => ({ ...base(plan, write), ...businessPlan(plan, write) }),
    agenda: (paper) => ({ ...sittingBase(paper, write), ...agenda(paper, write) }),
    pack: (paper) => ({ ...sittingBase(paper, write), ...pack(paper, write) }),
    'signature-certificate': (paper) => ({ ...head(paper, write), ...certificate(paper, write) }),
    minutes: (paper) => ({ ...sittingBase(paper, write), ...minutes(paper, write) }),
  }
  return composers[kind](data)
}

function base(data: LetterBase, write: Writing): Composed {
  return {
    ...head(data, write),
    person: {
      name: write.text(data.person.name),
      file: write.code(data.person.file),
      address: (data.person.address ?? []).map(write.text),
    },
    road: (data.road ?? []).map((stage) => ({ title: write.text(stage.title), state: stage.state })),
  }
}

function decisionLetter(data: DecisionLetter, write: Writing): Composed {
  return {
    committee: write.text(data.committee),
    'sitting-on': write.date(data.sittingOn),
    project: write.text(data.project),
    decision: decision(data.decision, write),
    currency: 'award' in data.decision ? write.currency(data.decision.award.currency) : null,
    next: data.next ? { text: write.text(data.next.text), by: data.next.by ? write.date(data.next.by) : null } : null,
    appeal: data.appeal ? write.text(data.appeal) : null,
    'appeal-until': data.appealUntil ? write.date(data.appealUntil) : null,
    signatory: data.signatory
      ? { title: write.text(data.signatory.title), name: data.signatory.name ? write.text(data.signatory.name) : null }
      : null,
  }
}

function decision(made: DecisionLetter['decision'], write: Writing): Composed {
  const outcome = made.outcome
  if (outcome === 'postpone') {
    return { outcome, asked: made.asked.map(write.text), until: made.until ? write.date(made.until) : null }
  }
  if (outcome === 'refuse') return { outcome, grounds: made.grounds.map(write.text) }
  if (outcome === 'absent') {
    return { outcome, 'next-sitting-on': made.nextSittingOn ? write.date(made.nextSittingOn) : null }
  }
  const granted = {
    outcome,
    award: write.amount(made.award),
    'in-words': write.amountInWords(made.award),
    conditions: made.conditions.map(write.text),
    ...tranches(made.tranches ?? [], made.award.currency, write),
  }
  if (outcome === 'select') return granted
  return { ...granted, requested: write.amount(made.requested), reason: made.reason ? write.text(made.reason) : null }
}

function tranches(rows: readonly LetterTranche[], currency: string, write: Writing): Composed {
  return {
    tranches: rows.map((row) => ({
      title: write.text(row.title),
      amount: write.digits(row.amount),
      payee: row.payee ?? null,
      conditions: row.conditions.map(write.text),
    })),
    'tranches-total': write.digits(
      sum(
        rows.map((row) => row.amount),
        currency,
      ),
    ),
  }
}

function commitmentContract(data: CommitmentContract, write: Writing): Composed {
  return {
    parties: data.parties.map((party) => ({
      party: party.party,
      name: write.text(party.name),
      details: (party.details ?? []).map(write.text),
      'represented-by': party.representedBy ? write.text(party.representedBy) : null,
    })),
    project: write.text(data.project),
    sector: data.sector ? write.text(data.sector) : null,
    place: data.place ? write.text(data.place) : null,
    decided: data.decided
      ? {
          by: write.text(data.decided.by),
          on: write.date(data.decided.on),
          reference: data.decided.reference ? write.code(data.decided.reference) : null,
        }
      : null,
    award: write.amount(data.award),
    currency: write.currency(data.award.currency),
    'own-contribution': data.ownContribution ? write.amount(data.ownContribution) : null,
    ...tranches(data.tranches, data.award.currency, write),
    duties: data.parties.map(({ party }) => ({ party, duties: data.duties?.[party]?.map(write.text) ?? null })),
    monitoring: data.monitoring ? monitoring(data.monitoring, write) : null,
    signatures: data.signatures.map((one) => ({
      party: one.party,
      name: write.text(one.name),
      signed: one.signed ? { on: write.date(one.signed.on), means: one.signed.means } : null,
    })),
    fingerprint: data.fingerprint ? write.code(data.fingerprint) : null,
    'fingerprint-short': data.fingerprint ? write.code(shortFingerprint(data.fingerprint)) : null,
  }
}

function monitoring(
  { months, starts, visits, reports = [] }: NonNullable<CommitmentContract['monitoring']>,
  write: Writing,
): Composed {
  return { months, starts, visits, reports: reports.map(({ title, month }) => ({ title: write.text(title), month })) }
}

/** Enough of a fingerprint to compare two papers by eye. */
function shortFingerprint(fingerprint: string): string {
  return (fingerprint.slice(0, 16).match(/.{1,4}/g) ?? []).join(' ')
}

function projectSheet(data: ProjectSheet, write: Writing): Composed {
  const budget = sum(
    data.budget.map((row) => row.amount),
    data.currency,
  )
  const funding = sum(
    data.funding.map((row) => row.amount),
    data.currency,
  )
  const traits: [string, Answer<string> | undefined][] = [
    ['place', data.place],
    ['sector', data.sector],
    ['operator', data.operator],
    ['adviser', data.adviser],
  ]
  const shown = traits.flatMap(([key, answer]) => (answer ? [{ key, answer: answered(answer, write.text) }] : []))
  if (data.jobs) shown.push({ key: 'jobs', answer: answered(data.jobs, write.number) })
  return {
    project: write.text(data.project),
    summary: data.summary ? answered(data.summary, write.text) : null,
    traits: shown,
    currency: write.currency(data.currency),
    budget: data.budget.map((row) => ({ label: write.text(row.label), amount: write.digits(row.amount) })),
    'budget-total': write.digits(budget),
    funding: data.funding.map((row) => ({
      label: write.text(row.label),
      state: row.state,
      amount: write.digits(row.amount),
    })),
    'funding-total': write.digits(funding),
    gap: data.funding.length > 0 ? gap(budget, funding, write) : null,
    dates: data.dates.map((row) => ({ label: write.text(row.label), date: answered(row.date, write.date) })),
  }
}

function gap(budget: Money, funding: Money, write: Writing): Composed | null {
  const missing = subtract(budget, funding)
  if (missing.amount === 0) return null
  return missing.amount > 0
    ? { kind: 'missing', amount: write.digits(missing) }
    : { kind: 'surplus', amount: write.digits(subtract(funding, budget)) }
}
