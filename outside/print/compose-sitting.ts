/** The papers of a sitting as their templates read them; see `compose.ts`. */
import type { DecisionOutcome } from '#domain/case/committee.ts'
import type { Money } from '#domain/money.ts'
import { sum } from '#domain/money.ts'
import type {
  AgendaPaper,
  MinutesOfFile,
  MinutesPaper,
  PackPaper,
  SeatedMember,
  SittingPaperBase,
} from '#domain/sitting/papers.ts'
import { deciding } from './compose-plan.ts'
import type { Composed } from './head.ts'
import { answered, head } from './head.ts'
import type { Writing } from './writing.ts'

/** What every paper of a sitting begins with. */
export function sittingBase(data: SittingPaperBase, write: Writing): Composed {
  const { on, time, place, writtenUntil } = data.sitting
  return {
    ...head(data, write),
    committee: write.text(data.committee),
    sitting: {
      on: write.date(on),
      time: orNull(time, write.code),
      place: orNull(place, write.text),
      'written-until': orNull(writtenUntil, write.date),
    },
    'data-fingerprint': orNull(data.fingerprint, write.code),
  }
}

export function agenda(data: AgendaPaper, write: Writing): Composed {
  return {
    'cut-off': orNull(data.cutOff, write.date),
    quorum: orNull(data.quorum, write.number),
    members: data.members.map((each) => member(each, write)),
    files: data.files.map((file) => ({
      number: write.number(file.number),
      name: write.text(file.name),
      file: write.code(file.file),
      project: write.text(file.project),
      place: orNull(file.place, write.text),
      operator: orNull(file.operator, write.text),
      requested: orNull(file.requested, write.digits),
      time: orNull(file.time, write.code),
      minutes: orNull(file.minutes, write.number),
    })),
    currency: currencyOf(
      data.files.map((file) => file.requested),
      write,
    ),
    total: totalOf(
      data.files.map((file) => file.requested),
      write,
    ),
    signatory: data.signatory
      ? { title: write.text(data.signatory.title), name: orNull(data.signatory.name, write.text) }
      : null,
  }
}

export function pack(data: PackPaper, write: Writing): Composed {
  const { person, project, request, opinion, cashFlow } = data
  return {
    number: write.number(data.number),
    files: write.number(data.files),
    person: {
      name: write.text(person.name),
      file: write.code(person.file),
      place: orNull(person.place, write.text),
      household: orNull(person.household, write.number),
      'returned-on': orNull(person.returnedOn, write.date),
    },
    aid: write.text(data.aid),
    operator: orNull(data.operator, write.text),
    project: {
      title: write.text(project.title),
      place: orNull(project.place, write.text),
      summary: answered(project.summary, write.text),
    },
    request: {
      requested: orNull(request.requested, write.amount),
      cost: orNull(request.cost, write.amount),
      'own-contribution': orNull(request.ownContribution, write.amount),
      ceiling: orNull(request.ceiling, write.amount),
    },
    questions: data.questions.map(({ question, judgement, text }) => ({
      question,
      judgement,
      text: orNull(text, write.lines) ?? [],
    })),
    currency: write.currency(data.currency),
    budget: data.budget.map((line) => ({
      label: write.text(line.label),
      quantity: orNull(line.quantity, write.text),
      'unit-price': orNull(line.unitPrice, write.digits),
      amount: write.digits(line.amount),
    })),
    'budget-total': write.digits(
      sum(
        data.budget.map((line) => line.amount),
        data.currency,
      ),
    ),
    'cash-flow': cashFlow ? cashFlowOf(cashFlow, write) : null,
    plan: orNull(data.plan, write.lines) ?? [],
    opinion: opinion && {
      viable: opinion.viable,
      by: orNull(opinion.by, write.text),
      on: write.date(opinion.on),
      text: orNull(opinion.text, write.lines) ?? [],
    },
    earlier: data.earlier.map(({ on, committee, outcome, amount, text }) => ({
      on: write.date(on),
      committee: orNull(committee, write.text),
      outcome,
      amount: orNull(amount, write.amount),
      text: orNull(text, write.text),
    })),
    papers: data.papers.map(({ title, on, fingerprint }) => ({
      title: write.text(title),
      on: orNull(on, write.date),
      fingerprint: orNull(fingerprint, (whole) => write.code(whole.slice(0, 16))),
    })),
  }
}

/** The months as digits, and as shares of the highest amount for the drawing. */
function cashFlowOf(
  { months, breakEven, deciding: found = null }: NonNullable<PackPaper['cashFlow']>,
  write: Writing,
): Composed {
  const highest = Math.max(
    1,
    ...months.flatMap((each) => [each.in.amount, each.out.amount, Math.abs(each.balance.amount)]),
  )
  const least = months.reduce(
    (lowest, each, index) => (each.balance.amount < (months[lowest]?.balance.amount ?? Infinity) ? index : lowest),
    0,
  )
  return {
    months: months.map((each, index) => ({
      number: write.number(index + 1),
      in: write.digits(each.in),
      out: write.digits(each.out),
      balance: write.digits(each.balance),
      share: each.balance.amount / highest,
      short: each.balance.amount < 0,
    })),
    lowest: months[least] && { number: write.number(least + 1), balance: write.amount(months[least].balance) },
    'break-even': orNull(breakEven, write.amount),
    deciding: deciding({ deciding: found }, write),
  }
}

export function minutes(data: MinutesPaper, write: Writing): Composed {
  const decided = data.files.flatMap(({ decision }) => (decision ? [decision] : []))
  const granted = decided.map(({ amount }) => amount ?? null)
  return {
    'opened-at': orNull(data.openedAt, write.code),
    'closed-at': orNull(data.closedAt, write.code),
    quorum: orNull(data.quorum, write.number),
    'present-count': write.number(data.present.length),
    present: data.present.map((each) => ({
      ...member(each, write),
      remote: each.remote,
      from: orNull(each.from, write.code),
      until: orNull(each.until, write.code),
    })),
    excused: data.excused.map((each) => member(each, write)),
    files: data.files.map((file) => fileOfMinutes(file, write)),
    tally: tallyOf(decided.map(({ outcome }) => outcome)).map(([outcome, count]) => ({
      outcome,
      count: write.number(count),
    })),
    'files-count': write.number(data.files.length),
    'total-granted': totalOf(granted, write),
    currency: currencyOf(granted, write),
    text: orNull(data.text, write.lines) ?? [],
    signatures: data.signatures.map(({ name, part, signed }) => ({
      name: write.text(name),
      part,
      signed: signed ? { on: write.date(signed.on), means: signed.means } : null,
    })),
  }
}

function fileOfMinutes(file: MinutesOfFile, write: Writing): Composed {
  const { vote, decision } = file
  return {
    number: write.number(file.number),
    name: write.text(file.name),
    file: write.code(file.file),
    project: write.text(file.project),
    requested: orNull(file.requested, write.amount),
    'presented-by': orNull(file.presentedBy, write.text),
    recused: file.recused.map(write.text),
    voting: write.number(file.voting),
    heard: file.heard,
    questions: file.questions.map(write.text),
    words: orNull(file.words, write.lines) ?? [],
    vote:
      vote === undefined
        ? null
        : vote.by === 'consensus'
          ? { by: vote.by }
          : {
              by: vote.by,
              'in-favour': write.number(vote.for),
              against: write.number(vote.against),
              abstained: write.number(vote.abstained),
              casting: vote.casting,
            },
    decision: decision && {
      outcome: decision.outcome,
      amount: orNull(decision.amount, write.amount),
      digits: orNull(decision.amount, write.digits),
      'in-words': orNull(decision.amount, write.amountInWords),
      conditions: decision.conditions.map(write.text),
      grounds: decision.grounds.map(write.text),
      until: orNull(decision.until, write.date),
    },
  }
}

function tallyOf(outcomes: readonly DecisionOutcome[]): [DecisionOutcome, number][] {
  const kinds = [...new Set(outcomes)]
  return kinds.map((kind) => [kind, outcomes.filter((each) => each === kind).length])
}

function member({ name, seat, part }: SeatedMember, write: Writing): Composed {
  return { name: write.text(name), seat: orNull(seat, write.text), part }
}

function currencyOf(amounts: readonly (Money | null)[], write: Writing): string | null {
  const first = amounts.find((amount) => amount !== null)
  return first ? write.currency(first.currency) : null
}

function totalOf(amounts: readonly (Money | null)[], write: Writing): string | null {
  const known = amounts.filter((amount) => amount !== null)
  return known[0] ? write.digits(sum(known, known[0].currency)) : null
}

function orNull<T, R>(value: T | null | undefined, write: (value: T) => R): R | null {
  return value === undefined || value === null ? null : write(value)
}
