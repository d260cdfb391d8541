import type { Fault } from './scheme-faults.ts'

/** What the good file's aid is given beside what it has. */
function withAid(lines: string, says: Fault['says']): Fault {
  const end = '        source: test\n    journey:'
  return { replace: end, by: `${lines}\n${end}`, elsewhere: true, says }
}

function funded(shares: readonly (number | 'unknown')[], says: Fault['says']): Fault {
  const lines = shares.map(
    (share, index) =>
      `          - { funder: funder-${index}, title: { fr: Un, en: One, ar: واحد }, share: ${share}, source: test }`,
  )
  return withAid(['        funders:', ...lines].join('\n'), says)
}

function budgeted(amount: string, says: Fault['says']): Fault {
  return withAid(`        budget: [{ year: 2026, amount: ${amount}, source: test }]`, says)
}

/** What the good file's first fact is given beside what it has; it is a number unless it is said to be a yes or no. */
function answered(elsewhere: string, type: 'number' | 'yes-no', says: Fault['says']): Fault {
  const unit = type === 'number' ? '\n        unit: mois' : ''
  return {
    replace: 'type: number\n        unit: mois\n        from: intake\n        source: test',
    by: `type: ${type}${unit}\n        from: intake\n        elsewhere: ${elsewhere}\n        source: test`,
    elsewhere: true,
    says,
  }
}

/** What can be wrong with who pays, with what may be granted, and with what other cases answer. */
export const fundingFaults: Record<string, Fault> = {
  'funders whose shares are not the whole': funded([60, 30], {
    code: 'funders-not-hundred',
    facts: { aid: 'business', sum: 90 },
  }),
  'funders of whom only some have a share': funded([60, 'unknown'], { code: 'funders-known-in-part' }),
  'a funder with more than everything': funded([160, 30], { code: 'too-big' }),
  'a budget in another currency': budgeted('50000 EUR', { code: 'budget-in-other-currency' }),
  'a budget with decimals that the currency has not': budgeted('50000.5 XOF', {
    code: 'too-many-decimals',
    facts: { found: '50000.5', currency: 'XOF', allowed: 0 },
  }),
  'a budget that is no amount': budgeted('50 000', { code: 'not-an-amount', suggestion: '50000 XOF' }),
  'a number that other cases answer with yes': answered('{ aidedBy: [another-scheme] }', 'number', {
    code: 'elsewhere-not-yes-no',
  }),
  'a step of its own that is misspelt elsewhere': answered('{ completedStep: [small/registation] }', 'yes-no', {
    code: 'unknown-step',
    suggestion: 'registration',
  }),
  'an aid of its own that is not there': answered('{ aidedBy: [small/housing] }', 'yes-no', { code: 'unknown-aid' }),
  'a step elsewhere without its scheme': answered('{ completedStep: [training] }', 'yes-no', { code: 'not-elsewhere' }),
  'two budgets for one year': budgeted('unknown, source: test }, { year: 2026, amount: unknown', { code: 'twice' }),
}
