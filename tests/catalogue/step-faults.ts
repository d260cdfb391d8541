import type { Fault } from './scheme-faults.ts'

/** What can be wrong with a step: for whom it is, how often, and which committee decides. */
export const stepFaults: Record<string, Fault> = {
  'a score of an instrument that is not there': {
    replace: 'derived: project-cost\n',
    by: 'derived: score\n        instrument: wel-being\n',
    elsewhere: true,
    says: { code: 'unknown-instrument', suggestion: 'well-being' },
  },
  'a committee that the edition does not have': {
    replace: '            committee: small-committee\n',
    by: '            committee: smal-committee\n',
    says: { code: 'unknown-committee', suggestion: 'small-committee' },
  },
  'a signature under a paper that is not there': {
    replace: '            kind: aid-choice\n',
    by: '            kind: aid-choice\n            signing: { paper: contract, withoutPaper: true, source: test }\n',
    elsewhere: true,
    says: { code: 'unknown-paper' },
  },
  'a decision of no committee in particular': {
    replace: '            committee: small-committee\n',
    by: '',
    elsewhere: true,
    says: { code: 'committee-not-named' },
  },
  'a committee at a step that it does not decide': {
    replace: '            kind: aid-choice\n',
    by: '            kind: aid-choice\n            committee: small-committee\n',
    elsewhere: true,
    says: { code: 'committee-not-here' },
  },
  'a step for people whom no rule describes': {
    replace: 'by: adviser, for: [business], source: test }',
    by: 'by: adviser, when: elligible, source: test }',
    says: { code: 'unknown-rule', suggestion: 'eligible' },
  },
  'a step for people by a rule that is an amount': {
    replace: 'by: adviser, for: [business], source: test }',
    by: 'by: adviser, when: ceiling, source: test }',
    says: { code: 'rule-is-no-condition' },
  },
  'an opening of the case for some people only': {
    replace: 'ar: a }, by: counsellor, source: test }',
    by: 'ar: a }, by: counsellor, when: eligible, source: test }',
    says: { code: 'when-not-here' },
  },
  'a choice that repeats': {
    replace: '            kind: aid-choice\n',
    by: '            kind: aid-choice\n            repeats: true\n',
    elsewhere: true,
    says: { code: 'repeats-not-here' },
  },
  'a deadline that closes the case for no reason': {
    replace: 'deadline: { within: 1, unit: months, after: idea, source: test }',
    by: `deadline: { within: 1, unit: months, after: idea, source: test, then: ${passing('act: close-case')} }`,
    says: { code: 'closure-missing' },
  },
  'a deadline that closes the case for a reason that is not there': {
    replace: 'deadline: { within: 1, unit: months, after: idea, source: test }',
    by: `deadline: { within: 1, unit: months, after: idea, source: test, then: ${passing('act: close-case, closure: complete')} }`,
    says: { code: 'unknown-closure', suggestion: 'completed' },
  },
  'a deadline that ends a designation where nobody is named': {
    replace: 'deadline: { within: 1, unit: months, after: idea, source: test }',
    by: `deadline: { within: 1, unit: months, after: idea, source: test, then: ${passing('act: end-designation')} }`,
    says: { code: 'no-designation-here' },
  },
  'a time to answer where nobody is named': {
    replace: 'deadline: { within: 1, unit: months, after: idea, source: test }',
    by: 'answer: { within: 5, unit: days, source: test }',
    says: { code: 'no-designation-here' },
  },
  'a deadline that nobody could take back': {
    replace: 'deadline: { within: 1, unit: months, after: idea, source: test }',
    by: `deadline: { within: 1, unit: months, after: idea, source: test, then: ${passing('act: close-case, closure: completed').replace('coordinator', 'cordinator')} }`,
    says: { code: 'unknown-role', suggestion: 'coordinator' },
  },
}

function passing(act: string): string {
  return `{ ${act}, title: { fr: a, en: a, ar: a }, undoneBy: coordinator, source: test }`
}
