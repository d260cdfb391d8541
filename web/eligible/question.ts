import { questionAt, rulesWaitingFor, type Question } from '#domain/scheme/questions.ts'

import { element } from './element.ts'
import type { View } from './page.ts'
import { answerFrom } from './typed.ts'

const mistakes = {
  'yes-no': 'choose-one',
  choice: 'choose-one',
  number: 'write-number',
  amount: 'write-number',
  date: 'write-date',
} as const

/** One question to a screen. Whoever does not know, or would rather not say, goes on without an answer. */
export function drawQuestion(view: View, index: number): HTMLElement {
  const { page, acts } = view
  const { words } = page
  const question = questionAt(page.walk, index)
  if (question === undefined) return element('div')
  const { fact } = question
  const wrong = page.isWrong ? words(mistakes[fact.type]) : undefined
  const submit = (event: Event): void => {
    event.preventDefault()
    const answer = answerFrom(question, page.draft)
    if (answer) return acts.answer(question.key, answer)
    page.isWrong = true
    acts.draw('error')
  }
  const skip = (reason: 'unknown' | 'refused') => () => acts.answer(question.key, { unknown: reason })
  return element(
    'form',
    { novalidate: true, onsubmit: submit },
    index > 0 && element('p', { class: 'quiet' }, words('answered', { count: index })),
    element(
      'fieldset',
      { 'aria-describedby': fact.help ? 'help' : undefined },
      element('legend', {}, element('h1', { tabindex: -1 }, words.of(fact.ask))),
      fact.help && element('p', { class: 'help', id: 'help' }, words.of(fact.help)),
      fact.sensitive === true && element('p', { class: 'help' }, words('sensitive')),
      wrong !== undefined && element('p', { class: 'wrong', id: 'wrong', role: 'alert' }, wrong),
      control(view, question),
    ),
    element('button', { class: 'main' }, words('continue')),
    element(
      'div',
      { class: 'others' },
      element('button', { type: 'button', onclick: skip('unknown') }, words('do-not-know')),
      element('button', { type: 'button', onclick: skip('refused') }, words('rather-not')),
      element('button', { type: 'button', onclick: () => acts.back() }, words('back')),
    ),
    why(view, question),
  )
}

function control({ page }: View, question: Question): readonly HTMLElement[] {
  const { words } = page
  const { fact } = question
  const invalid = { 'aria-invalid': 'true', 'aria-describedby': 'wrong' }
  const shared = { name: 'answer', ...(page.isWrong ? invalid : {}) }
  const choices =
    fact.type === 'yes-no'
      ? [
          { value: 'true', title: words('yes') },
          { value: 'false', title: words('no') },
        ]
      : (fact.options ?? []).map(({ option, title }) => ({ value: option, title: words.of(title) }))
  if (fact.type === 'yes-no' || fact.type === 'choice')
    return choices.map(({ value, title }) =>
      element(
        'label',
        { class: 'choice' },
        element('input', {
          ...shared,
          type: 'radio',
          value,
          checked: page.draft === value,
          onchange: () => (page.draft = value),
        }),
        element('span', {}, title),
      ),
    )
  const isDate = fact.type === 'date'
  return [
    element(
      'p',
      { class: 'typed' },
      element('input', {
        ...shared,
        type: isDate ? 'date' : 'text',
        inputmode: isDate ? undefined : 'decimal',
        autocomplete: 'off',
        'aria-label': words.of(fact.ask),
        value: page.draft,
        oninput: ({ target }) => (page.draft = (target as HTMLInputElement).value),
      }),
      fact.type === 'amount' && element('bdi', {}, question.currency),
    ),
  ]
}

/** The rules that wait for this answer, scheme by scheme. */
function why({ page }: View, question: Question): HTMLElement {
  const { words } = page
  const waiting = rulesWaitingFor(page.candidates, page.walk, question)
  return element(
    'details',
    { open: question.fact.sensitive === true },
    element('summary', {}, words('why')),
    element(
      'ul',
      {},
      waiting.map(({ edition, rule }) => {
        const source = edition.sources[rule.source]
        return element(
          'li',
          {},
          words('why-rule', { scheme: words.of(edition.title), rule: words.of(rule.title) }),
          source && element('small', {}, words(`source-${source.certainty}`, { source: words.of(source.title) })),
        )
      }),
    ),
  )
}
