import { readFileSync } from 'node:fs'

import type { Problem } from '#domain/scheme/problem.ts'

/** A small scheme file that is right; each fault below makes it wrong in one way. */
export const good = readFileSync(new URL('small.yaml', import.meta.url), 'utf8')

/** One change that makes the good file bad: what is replaced by what, and the problem that it must bring about. */
export type Fault = {
  readonly replace: string
  readonly by: string
  readonly says: Partial<Problem>
  /** The problem is shown in another line than that of the change. */
  readonly elsewhere?: true
}

export const faults: Record<string, Fault> = {
  'a line that is no YAML': {
    replace: 'owner: Nobody',
    by: 'owner: [Nobody',
    elsewhere: true,
    says: { code: 'not-yaml' },
  },
  'a key given twice': {
    replace: 'owner: Nobody',
    by: 'owner: A\nowner: B',
    elsewhere: true,
    says: { code: 'not-yaml' },
  },
  'a misspelt key': { replace: 'owner:', by: 'onwer:', says: { code: 'unknown-key', suggestion: 'owner' } },
  'a misspelt key far down': {
    replace: 'decidedBy: committee',
    by: 'decidedby: committee',
    says: { code: 'unknown-key', suggestion: 'decidedBy' },
  },
  'something left out': {
    replace: 'country: TG\n',
    by: '',
    elsewhere: true,
    says: { code: 'missing', path: 'country' },
  },
  'a missing translation': {
    replace: 'title: { fr: Petit, en: Small, ar: صغير }',
    by: 'title: { fr: Petit, en: Small }',
    says: { code: 'missing-translation', facts: { language: 'ar' } },
  },
  'a text where a list belongs': { replace: 'seats: []', by: 'seats: many', says: { code: 'wrong-type' } },
  'a word that is none of the possible ones': {
    replace: 'where: host',
    by: 'where: hots',
    says: { code: 'unknown-word', suggestion: 'host' },
  },
  'a quorum that is neither number nor unknown': {
    replace: 'quorum: unknown',
    by: 'quorum: unknwon',
    says: { code: 'unknown-word', suggestion: 'unknown' },
  },
  'an unknown role': {
    replace: 'by: committee-secretary',
    by: 'by: comittee-secretary',
    says: { code: 'unknown-role', suggestion: 'committee-secretary' },
  },
  'a share above 100': { replace: 'share: 70', by: 'share: 170', says: { code: 'too-big' } },
  'a text that is empty': { replace: 'fr: Comité', by: "fr: ''", says: { code: 'too-small' } },
  'a country in small letters': { replace: 'country: TG', by: 'country: tg', says: { code: 'wrong-value' } },
  'a word with capitals': { replace: 'scheme: small', by: 'scheme: Small', says: { code: 'not-a-word' } },
  'a day that does not exist': { replace: '2025-01-01', by: '2025-02-30', says: { code: 'invalid-date' } },
  'markup in a text': { replace: 'fr: Comité', by: 'fr: <b>Comité</b>', says: { code: 'text-with-markup' } },
  'markup in the title of a source': {
    replace: 'en: A test',
    by: "en: '<script>'",
    says: { code: 'text-with-markup' },
  },
  'a currency that ISO does not know': { replace: 'XOF', by: 'XOX', says: { code: 'unknown-currency' } },
  'a rate that is no number': {
    replace: '    eligibility: eligible',
    by: '    rates: [{ from: MAD, to: XOF, rate: "61,5", date: 2025-01-01, source: test }]\n    eligibility: eligible',
    says: { code: 'not-a-rate' },
  },
  'an unknown source': {
    replace: 'share: 70, conditions: [], source: test',
    by: 'share: 70, conditions: [], source: tset',
    says: { code: 'unknown-source', suggestion: 'test' },
  },
  'an unknown rule': {
    replace: 'opensWith: eligible',
    by: 'opensWith: eligable',
    says: { code: 'unknown-rule', suggestion: 'eligible' },
  },
  'an unknown fact': {
    replace: 'asks: [situation]',
    by: 'asks: [situaton]',
    says: { code: 'unknown-fact', suggestion: 'situation' },
  },
  'an unknown aid': {
    replace: 'for: [business]',
    by: 'for: [bussines]',
    says: { code: 'unknown-aid', suggestion: 'business' },
  },
  'an unknown step': {
    replace: 'needs: [idea]',
    by: 'needs: [idae]',
    says: { code: 'unknown-step', suggestion: 'idea' },
  },
  'a deadline after nothing': {
    replace: 'after: idea',
    by: 'after: departur',
    says: { code: 'unknown-step', suggestion: 'departure' },
  },
  'an unknown instrument': {
    replace: 'instrument: well-being\n            source',
    by: 'instrument: wel-being\n            source',
    says: { code: 'unknown-instrument', suggestion: 'well-being' },
  },
  'an assessment without an instrument': {
    replace: '            instrument: well-being\n',
    by: '',
    elsewhere: true,
    says: { code: 'instrument-missing' },
  },
  'an unknown event': {
    replace: 'on: first-contact-made',
    by: 'on: first-contact',
    says: { code: 'unknown-event', suggestion: 'first-contact-made' },
  },
  'an unknown word in braces': {
    replace: 'Hello {person}',
    by: 'Hello {persn}',
    says: { code: 'unknown-placeholder', suggestion: 'person' },
  },
  'an option that the fact does not have': {
    replace: "situation = 'student'",
    by: "situation = 'studnet'",
    says: { code: 'unknown-option', suggestion: 'student' },
  },
  'an edition that ends before it begins': {
    replace: '    from: 2025-01-01\n',
    by: '    from: 2025-01-01\n    to: 2024-01-01\n',
    elsewhere: true,
    says: { code: 'ends-before-it-begins' },
  },
  'a choice without options': {
    replace: 'type: number',
    by: 'type: choice',
    elsewhere: true,
    says: { code: 'options-missing' },
  },
  'an option with an apostrophe': {
    replace: 'option: other,',
    by: 'option: "l\'autre",',
    says: { code: 'quote-in-option' },
  },
  'tranches that are not the whole': {
    replace: 'share: 30',
    by: 'share: 20',
    elsewhere: true,
    says: { code: 'shares-not-hundred', facts: { aid: 'business', sum: 90 } },
  },
  'a committee that decides but does not exist': {
    replace: /    committees:\n(.*\n)+?(?= {4}instruments:)/.exec(good)?.[0] ?? '',
    by: '',
    elsewhere: true,
    says: { code: 'committee-missing' },
  },
  'bands that do not begin at 0': {
    replace: 'from: 0, title',
    by: 'from: 0.2, title',
    says: { code: 'bands-not-rising' },
  },
  'a step given twice': {
    replace: 'step: interview',
    by: 'step: registration',
    says: { code: 'twice', facts: { word: 'registration' } },
  },
  'a journey without a closure': {
    replace: 'kind: closure',
    by: 'kind: form',
    elsewhere: true,
    says: { code: 'step-missing', facts: { kind: 'closure' } },
  },
  'a journey on which no aid is chosen': {
    replace: 'kind: aid-choice',
    by: 'kind: form',
    elsewhere: true,
    says: { code: 'step-missing', facts: { kind: 'aid-choice' } },
  },
  'a service that is paid in tranches': {
    replace: 'decidedBy: committee',
    by: 'decidedBy: committee\n        money: none',
    elsewhere: true,
    says: { code: 'service-with-money', facts: { aid: 'business', word: 'tranches' } },
  },
  'a service that a committee decides': {
    replace: 'decidedBy: committee',
    by: 'decidedBy: committee\n        money: none',
    elsewhere: true,
    says: { code: 'service-with-money', facts: { aid: 'business', word: 'committee' } },
  },
  'a service with a ceiling': {
    replace: 'decidedBy: committee',
    by: 'decidedBy: committee\n        money: none',
    elsewhere: true,
    says: { code: 'service-with-money', facts: { aid: 'business', word: 'ceiling' } },
  },
  'steps in a circle': {
    replace: 'for: [business], source',
    by: 'for: [business], needs: [committee], source',
    says: { code: 'steps-in-circle', facts: { step: 'idea', needs: ['committee'] } },
  },
  'a step behind a circle': {
    replace: 'asks: [situation]',
    by: 'needs: [look]',
    elsewhere: true,
    says: { code: 'unreachable-step', facts: { step: 'idea' } },
  },
  'a fact whose name rules cannot read': {
    replace: 'fact: cost',
    by: 'fact: "cost > 3"',
    says: { code: 'not-a-rule-name' },
  },
  'a rule with the name of a rate': {
    replace: 'rule: long enough',
    by: 'rule: cours EUR',
    says: { code: 'reserved-name' },
  },
  'a rule that cannot be read': {
    replace: 'months away >= 3 mois',
    by: 'months away >=3 mois',
    says: { code: 'rule-not-readable', path: 'editions.0.rules.0.publicodes' },
  },
  'a misspelt word of the rules': {
    replace: 'toutes ces conditions',
    by: 'toutes ses conditions',
    says: { code: 'unknown-rule-word', suggestion: 'toutes ces conditions' },
  },
  'a rule that speaks of nothing': {
    replace: 'publicodes: months away',
    by: 'publicodes: month away',
    says: { code: 'unknown-name-in-rule', suggestion: 'months away' },
  },
  'rules in a circle': {
    replace: "publicodes: situation = 'student'",
    by: 'publicodes: eligible',
    says: { code: 'rules-in-circle' },
  },
  'a condition that nobody can meet': {
    replace: '[long enough, right situation]',
    by: "[right situation, situation = 'other']",
    says: { code: 'never-true', facts: { rule: 'eligible', because: ['right situation'] } },
  },
  'more decimals than the currency has': {
    replace: '1000 € * cours EUR',
    by: '656000.5 XOF',
    says: { code: 'too-many-decimals', facts: { currency: 'XOF', allowed: 0, found: '656000.5' } },
  },
  'a currency without a rate': {
    replace: '1000 € * cours EUR',
    by: '1000 MAD',
    says: { code: 'currency-without-rate' },
  },
  'two currencies mixed': { replace: '1000 € * cours EUR', by: '1000 €', says: { code: 'units-do-not-mix' } },
  'an amount where a condition is wanted': {
    replace: 'opensWith: eligible',
    by: 'opensWith: ceiling',
    says: { code: 'rule-is-no-condition' },
  },
  'a condition where an amount is wanted': {
    replace: 'ceiling: ceiling',
    by: 'ceiling: eligible',
    says: { code: 'rule-is-no-amount' },
  },
}
