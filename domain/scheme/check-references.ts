import type { CaseEventType } from '../case/events.ts'
import { checkElsewhere } from './check-elsewhere.ts'
import { checkFunding } from './check-funding.ts'
import { checkBeneficiary, checkSameBeneficiary } from './check-beneficiary.ts'
import { checkJourney } from './check-journey.ts'
import { checkOperators } from './check-operators.ts'
import type { Path, Report } from './problem.ts'
import { nearest } from './problem.ts'
import { checkResults } from './check-results.ts'
import type { Edition, Scheme } from './scheme.ts'

/** Words in braces that a notice may use; they are filled in when it is sent. */
export const noticeWords = ['person', 'file', 'office', 'operator', 'date', 'place', 'amount', 'step', 'link'] as const

/** Every event type, kept complete by the compiler. */
const eventTypes: Readonly<Record<CaseEventType, true>> = {
  'case-registered': true,
  'member-added': true,
  'participants-enrolled': true,
  'person-linked': true,
  'person-unlinked': true,
  'consent-recorded': true,
  'facts-recorded': true,
  'document-attached': true,
  'note-added': true,
  'appointment-planned': true,
  'step-completed': true,
  'assessment-recorded': true,
  'verdict-given': true,
  'aid-chosen': true,
  'travel-planned': true,
  'departure-confirmed': true,
  'custody-offered': true,
  'custody-accepted': true,
  'custody-returned': true,
  'first-contact-made': true,
  'operator-designated': true,
  'designation-accepted': true,
  'designation-refused': true,
  'idea-submitted': true,
  'idea-approved': true,
  'idea-returned': true,
  'project-saved': true,
  'price-recorded': true,
  'feasibility-recorded': true,
  'plan-submitted': true,
  'file-submitted-to-committee': true,
  'file-recalled': true,
  'committee-decided': true,
  'appeal-lodged': true,
  'award-granted': true,
  'commitment-signed': true,
  'signature-asked': true,
  'signing-link-sent': true,
  'document-signed': true,
  'signature-declined': true,
  'signature-cancelled': true,
  'training-recorded': true,
  'session-recorded': true,
  'completion-recorded': true,
  'tranche-requested': true,
  'tranche-released': true,
  'tranche-returned': true,
  'payment-recorded': true,
  'visit-recorded': true,
  'difficulty-raised': true,
  'difficulty-resolved': true,
  'report-submitted': true,
  'monitoring-renewed': true,
  'deadline-paused': true,
  'deadline-resumed': true,
  'deadline-passed': true,
  'designation-ended': true,
  'deadline-undone': true,
  'person-withdrew': true,
  'person-remigrated': true,
  'case-closed': true,
  'case-reopened': true,
  'edition-moved': true,
  'event-corrected': true,
}

/** Whatever names something else must name something that is there; and what must hold inside a file holds. */
export function checkReferences(scheme: Scheme, report: Report): void {
  checkTexts(scheme, [], new Set(Object.keys(scheme.sources)), report)
  checkDates(scheme, report)
  checkSameBeneficiary(scheme, report)
  checkElsewhere(scheme, report)
  scheme.editions.forEach((edition, index) => {
    checkEdition(edition, ['editions', index], report)
    checkFunding(edition, scheme.currency, ['editions', index], report)
  })
}

/** Sources named anywhere exist; no text holds markup or control characters. Rules are left to the rules' own check. */
function checkTexts(value: unknown, path: Path, sources: ReadonlySet<string>, report: Report): void {
  if (typeof value === 'string') {
    // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
    if (/[<>\u0000-\u0008\u000b-\u001f]/.test(value)) report({ path, code: 'text-with-markup', facts: {} })
    return
  }
  if (typeof value !== 'object' || value === null) return
  for (const [key, part] of Object.entries(value)) {
    if (key === 'publicodes') continue
    const here = [...path, Array.isArray(value) ? Number(key) : key]
    if (key === 'source' && typeof part === 'string') mustBe('source', part, sources, here, report)
    checkTexts(part, here, sources, report)
  }
}

function checkDates({ editions }: Scheme, report: Report): void {
  editions.forEach((edition, index) => {
    const path: Path = ['editions', index]
    if (edition.to !== undefined && edition.to < edition.from)
      report({ path: [...path, 'to'], code: 'ends-before-it-begins', facts: { from: edition.from, to: edition.to } })
    const other = editions.find(
      (each, at) => at !== index && edition.from <= each.from && (edition.to ?? '9999-12-31') >= each.from,
    )
    if (other)
      report({
        path: [...path, edition.to === undefined ? 'from' : 'to'],
        code: 'editions-overlap',
        facts: { edition: edition.edition, other: other.edition, from: other.from },
      })
  })
  checkTwice(
    editions.map((each) => each.edition),
    (index) => ['editions', index, 'edition'],
    report,
  )
}

function checkEdition(edition: Edition, path: Path, report: Report): void {
  checkNamesOnce(edition, path, report)
  checkRuleNames(edition, path, report)
  const instruments = new Set(edition.instruments.map((each) => each.instrument))
  edition.facts.forEach((fact, index) => {
    const at = [...path, 'facts', index]
    if (fact.type === 'choice' && !fact.options?.length)
      report({ path: at, code: 'options-missing', facts: { fact: fact.fact } })
    if (fact.derived === 'score' || fact.derived === 'band')
      mustBe('instrument', fact.instrument ?? '', instruments, [...at, 'instrument'], report)
    fact.options?.forEach(({ option }, place) => {
      if (/['"]/.test(option))
        report({ path: [...at, 'options', place, 'option'], code: 'quote-in-option', facts: { option } })
    })
  })
  edition.aids.forEach((aid, index) => {
    const shares = aid.tranches.reduce((sum, tranche) => sum + tranche.share, 0)
    if (aid.tranches.length > 0 && Math.abs(shares - 100) > 1e-9)
      report({
        path: [...path, 'aids', index, 'tranches'],
        code: 'shares-not-hundred',
        facts: { aid: aid.aid, sum: shares },
      })
    if (aid.decidedBy === 'committee' && !edition.committees)
      report({ path: [...path, 'aids', index, 'decidedBy'], code: 'committee-missing', facts: { aid: aid.aid } })
  })
  edition.instruments.forEach((instrument, index) => {
    const starts = instrument.bands.map((band) => band.from)
    if (starts[0] !== 0 || starts.some((start, at) => at > 0 && start <= (starts[at - 1] ?? 0)))
      report({
        path: [...path, 'instruments', index, 'bands'],
        code: 'bands-not-rising',
        facts: { instrument: instrument.instrument },
      })
  })
  checkNotices(edition, path, report)
  checkJourney(edition, path, report)
  checkBeneficiary(edition, path, report)
  checkResults(edition, [...path, 'results'], report)
  checkOperators(edition, path, report)
}

function checkNotices(edition: Edition, path: Path, report: Report): void {
  const words: ReadonlySet<string> = new Set(noticeWords)
  edition.notices.forEach((notice, index) => {
    const at = [...path, 'notices', index]
    mustBe('event', notice.on, new Set(Object.keys(eventTypes)), [...at, 'on'], report)
    for (const part of ['subject', 'body'] as const)
      for (const [language, text] of Object.entries(notice[part]))
        for (const [, word = ''] of text.matchAll(/\{([^}]*)\}/g))
          mustBe('placeholder', word, words, [...at, part, language], report)
  })
}

function checkRuleNames(edition: Edition, path: Path, report: Report): void {
  const rules = new Set(edition.rules.map((each) => each.rule))
  mustBe('rule', edition.eligibility, rules, [...path, 'eligibility'], report)
  edition.aids.forEach((aid, index) => {
    mustBe('rule', aid.opensWith, rules, [...path, 'aids', index, 'opensWith'], report)
    if (aid.ceiling !== 'unknown') mustBe('rule', aid.ceiling, rules, [...path, 'aids', index, 'ceiling'], report)
  })
  edition.allowances?.forEach((each, index) =>
    mustBe('rule', each.amount, rules, [...path, 'allowances', index, 'amount'], report),
  )
}

function checkNamesOnce(edition: Edition, path: Path, report: Report): void {
  const lists: readonly (readonly [string, string, readonly string[]])[] = [
    ['facts', 'fact', edition.facts.map((each) => each.fact)],
    ['aids', 'aid', edition.aids.map((each) => each.aid)],
    ['journey', 'stage', edition.journey.map((each) => each.stage)],
    ['committees', 'committee', (edition.committees ?? []).map((each) => each.committee)],
    ['instruments', 'instrument', edition.instruments.map((each) => each.instrument)],
    ['consents', 'purpose', edition.consents.map((each) => each.purpose)],
    ['papers', 'paper', edition.papers.map((each) => each.paper)],
    ['notices', 'notice', edition.notices.map((each) => each.notice)],
    ['closures', 'name', edition.closures.map((each) => each.name)],
  ]
  for (const [list, key, names] of lists) checkTwice(names, (index) => [...path, list, index, key], report)
  const facts = edition.facts.map((each) => each.fact)
  checkTwice(
    [...facts, ...edition.rules.map((each) => each.rule)],
    (index) => [...path, 'rules', index - facts.length, 'rule'],
    report,
  )
  edition.aids.forEach((aid, index) =>
    checkTwice(
      aid.tranches.map((each) => each.tranche),
      (place) => [...path, 'aids', index, 'tranches', place, 'tranche'],
      report,
    ),
  )
}

export function checkTwice(names: readonly string[], pathOf: (index: number) => Path, report: Report): void {
  names.forEach((name, index) => {
    if (names.indexOf(name) < index) report({ path: pathOf(index), code: 'twice', facts: { word: name } })
  })
}

/** Reports `unknown-…` with the nearest known name. */
export function mustBe(kind: string, name: string, known: ReadonlySet<string>, path: Path, report: Report): void {
  if (known.has(name)) return
  const suggestion = nearest(name, known)
  const finding = { path, code: `unknown-${kind}`, facts: { word: name, known: [...known] } }
  report(suggestion === undefined ? finding : { ...finding, suggestion })
}
