import type { PublicEdition } from '#domain/scheme/public-edition.ts'
import { verdictsOf, type Answered, type CandidateVerdict } from '#domain/scheme/questions.ts'
import type { Reason } from '#domain/scheme/rules.ts'

import { callable } from './call-back.ts'
import { drawing, element, type Child } from './element.ts'
import { nextSteps } from './next-steps.ts'
import type { View } from './page.ts'
import type { Words } from './words.ts'

type Result = Reason['result']

const order: readonly Result[] = ['met', 'not-known', 'not-met']
const marks: Readonly<Record<Result, string>> = {
  met: 'm4.5 10.5 3.5 3.5 7.5-8',
  'not-known': 'M10 4v7m0 3.5v.1',
  'not-met': 'm5 5 10 10m0-10-10 10',
}

/** What the answers come to, scheme by scheme, with every reason, what comes next, and the answers it rests on. */
export function drawResult(view: View): HTMLElement {
  const { page, acts } = view
  const { words } = page
  if (page.editions.length === 0) return nothingKnown(view)
  const verdicts = [...verdictsOf(page.candidates, page.walk)].sort(
    (one, other) => order.indexOf(one.verdict.result) - order.indexOf(other.verdict.result),
  )
  const best = verdicts[0]?.verdict.result ?? 'not-known'
  return element(
    'div',
    { class: 'result' },
    element('h1', { tabindex: -1 }, words('result-title')),
    element('p', { class: 'lead' }, words(`result-${best}`)),
    element('p', { class: 'help' }, words('advice')),
    callable(page).length > 0 &&
      element(
        'button',
        { type: 'button', class: 'main', onclick: () => acts.go({ at: 'call-back' }) },
        words('call-back'),
      ),
    verdicts.map((verdict) => schemeSection(view, verdict)),
    answersSection(view),
    element(
      'div',
      { class: 'others' },
      element('button', { type: 'button', onclick: () => print() }, words('print')),
      element('button', { type: 'button', onclick: () => acts.restart() }, words('restart')),
      element('button', { type: 'button', onclick: () => acts.back() }, words('back')),
    ),
    sharing(view),
  )
}

function nothingKnown({ page, acts }: View): HTMLElement {
  const { words } = page
  return element(
    'div',
    {},
    element('h1', { tabindex: -1 }, words('no-scheme')),
    element('p', { class: 'lead' }, words('no-scheme-help')),
    element('button', { type: 'button', class: 'main', onclick: () => acts.restart() }, words('restart')),
  )
}

function schemeSection(view: View, { candidate, verdict, aids }: CandidateVerdict): HTMLElement {
  const { words } = view.page
  const { edition } = candidate
  const known = view.page.editions.find(({ scheme }) => scheme === edition.scheme)
  const isClosed = verdict.result === 'not-met'
  return element(
    'section',
    { 'data-result': verdict.result },
    element('h2', {}, words.of(edition.title)),
    element(
      'p',
      { class: 'verdict' },
      markOf(verdict.result),
      element('strong', {}, words(`verdict-${verdict.result}`)),
    ),
    element('p', {}, words.of(edition.summary)),
    element('h3', {}, words('reasons')),
    element(
      'ul',
      { class: 'reasons' },
      verdict.reasons.map((reason) => reasonLine(view, candidate.edition, reason, isClosed)),
    ),
    !isClosed &&
      aids.length > 0 && [
        element('h3', {}, words('aids')),
        element(
          'ul',
          { class: 'reasons' },
          aids.map(({ aid, verdict: opens }) =>
            element(
              'li',
              {},
              markOf(opens.result),
              element(
                'span',
                {},
                words.of(aid.title),
                ' ',
                element('em', {}, words(`aid-${opens.result}`)),
                element('small', {}, words.of(aid.summary)),
              ),
            ),
          ),
        ),
      ],
    !isClosed && known && nextSteps(words, known),
    element('p', { class: 'quiet' }, words('edition', { date: words.day(edition.from) })),
  )
}

/** A rule as a sentence, what it came to, where it comes from, and why it is still open. */
function reasonLine(view: View, edition: PublicEdition, reason: Reason, isClosed: boolean): HTMLElement {
  const { words } = view.page
  const rule = edition.rules.find((each) => each.rule === reason.rule)
  const source = rule && edition.sources[rule.source]
  return element(
    'li',
    {},
    markOf(reason.result),
    element(
      'span',
      {},
      rule ? words.of(rule.title) : reason.rule,
      ' ',
      element('em', {}, words(`reason-${reason.result}`)),
      reason.result === 'not-known' && element('small', {}, words(whyOpen(view, reason, isClosed))),
      source && element('small', {}, words(`source-${source.certainty}`, { source: words.of(source.title) })),
    ),
  )
}

function whyOpen({ page }: View, { missing }: Reason, isClosed: boolean) {
  const isSkipped = page.walk.asked.some(
    ({ question, answer }) => missing.includes(question.fact.fact) && 'unknown' in answer,
  )
  if (isSkipped) return 'not-answered'
  return isClosed ? 'no-longer-asked' : 'found-out-later'
}

function markOf(result: Result): SVGSVGElement {
  return drawing(`mark-${result}`, '0 0 20 20', marks[result])
}

function answersSection(view: View): Child {
  const { page, acts } = view
  const { words } = page
  if (page.walk.asked.length === 0) return undefined
  return element(
    'section',
    {},
    element('h2', {}, words('your-answers')),
    element(
      'dl',
      {},
      page.walk.asked.map(({ question, answer }, index) =>
        element(
          'div',
          {},
          element('dt', {}, words.of(question.fact.ask)),
          element('dd', {}, element('bdi', {}, answerWords(words, { question, answer }))),
          element(
            'dd',
            { class: 'screen-only' },
            element(
              'button',
              {
                type: 'button',
                'aria-label': words('change-of', { question: words.of(question.fact.ask) }),
                onclick: () => acts.go({ at: 'question', index }),
              },
              words('change'),
            ),
          ),
        ),
      ),
    ),
  )
}

function answerWords(words: Words, { question: { fact, currency }, answer }: Answered): string {
  if ('unknown' in answer) return words(answer.unknown === 'refused' ? 'rather-not' : 'do-not-know')
  const { known } = answer
  switch (fact.type) {
    case 'yes-no':
      return words(known === true ? 'yes' : 'no')
    case 'choice': {
      const option = fact.options?.find((each) => each.option === known)
      return option ? words.of(option.title) : String(known)
    }
    case 'number':
      return words.number(Number(known))
    case 'amount':
      return words.amount(Number(known), currency)
    case 'date':
      return words.day(String(known))
  }
}

/** The address of this questionnaire, which never holds an answer. */
function sharing({ page }: View): HTMLElement {
  const { words } = page
  const link = new URL('/eligible', location.origin)
  if (page.scheme !== undefined) link.searchParams.set('scheme', page.scheme)
  link.searchParams.set('language', words.language)
  const told = element('p', { role: 'status', class: 'quiet' })
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(link.href)
    told.textContent = words('copied')
  }
  return element(
    'section',
    { class: 'screen-only' },
    element('h2', {}, words('share')),
    element('p', { class: 'help' }, words('share-help')),
    element('p', {}, element('a', { href: link.href }, element('bdi', {}, link.href))),
    'clipboard' in navigator && element('button', { type: 'button', onclick: () => void copy() }, words('copy')),
    told,
  )
}
