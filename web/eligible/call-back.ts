import type { PublicEditionAnswer } from '#contract/questionnaire-answers.ts'
import { bestTimes, keptDays, keptDaysSettled } from '#domain/call-back.ts'
import { verdictsOf } from '#domain/scheme/questions.ts'

import { languageNames, languages } from '../locale.ts'
import { element, type Child } from './element.ts'
import { sendRequest, wrongIn, type Mistake, type RequestDraft } from './request.ts'
import type { Page, View } from './page.ts'

/** The schemes about which somebody can be called: those with an office that holds the first interview. */
export function callable({ editions }: Page): readonly PublicEditionAnswer[] {
  return editions.filter(({ offices }) => offices.length > 0)
}

/** An empty request in the language of the page, about the schemes that are not closed to the person. */
export function newRequest(page: Page): RequestDraft {
  const offered = callable(page)
  const closed = verdictsOf(page.candidates, page.walk).filter(({ verdict }) => verdict.result === 'not-met')
  const open = offered.filter(({ scheme }) => !closed.some(({ candidate }) => candidate.edition.scheme === scheme))
  return {
    name: '',
    phone: '',
    email: '',
    bestTime: 'any',
    language: page.words.language,
    schemes: (open.length > 0 ? open : offered).map(({ scheme }) => scheme),
    offices: Object.fromEntries(offered.map(({ scheme, offices }) => [scheme, offices[0]?.office ?? ''])),
    consent: false,
  }
}

/** As little as it takes to reach somebody. What was typed stays until the page is closed. */
export function drawCallBack({ page, acts }: View): HTMLElement {
  const { words } = page
  const draft = (page.request ??= newRequest(page))
  const wrong = page.isWrong ? wrongIn(draft) : []
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault()
    page.isWrong = wrongIn(draft).length > 0
    page.sending = undefined
    if (!page.isWrong) page.sending = await sendRequest(draft)
    if (page.sending === 'sent') return acts.go({ at: 'called' })
    acts.draw('error')
  }
  const problem = page.sending === undefined || page.sending === 'sent' ? undefined : page.sending
  return element(
    'form',
    { novalidate: true, onsubmit: (event) => void submit(event) },
    element('h1', { tabindex: -1 }, words('call-back')),
    element('p', { class: 'help' }, words('call-back-help')),
    problem && element('p', { class: 'wrong', role: 'alert', tabindex: -1 }, words(problem)),
    typed(page, draft, 'name', wrong),
    typed(page, draft, 'phone', wrong),
    typed(page, draft, 'email', wrong),
    element('p', { class: 'help' }, words('contact-help')),
    oneOf(words('best-time'), 'bestTime', draft, bestTimes, (time) => words(`time-${time}`)),
    oneOf(words('speak'), 'language', draft, languages, (language) => languageNames[language]),
    wishes(page, draft, wrong),
    element('fieldset', {}, mistake(page, wrong, 'consent'), consent(page, draft, wrong)),
    element('button', { class: 'main' }, words('send')),
    element(
      'div',
      { class: 'others' },
      element('button', { type: 'button', onclick: () => acts.back() }, words('back')),
    ),
  )
}

export function drawCalled({ page, acts }: View): HTMLElement {
  const { words } = page
  return element(
    'div',
    {},
    element('h1', { tabindex: -1 }, words('sent-title')),
    element('p', { class: 'lead' }, words('sent')),
    element('button', { type: 'button', class: 'main', onclick: () => acts.go({ at: 'result' }) }, words('to-result')),
  )
}

type Typed = 'name' | 'phone' | 'email'
const inputs = {
  name: { type: 'text', autocomplete: 'name' },
  phone: { type: 'tel', autocomplete: 'tel', dir: 'ltr' },
  email: { type: 'email', autocomplete: 'email', dir: 'ltr' },
} as const

function typed(page: Page, draft: RequestDraft, name: Typed, wrong: readonly Mistake[]): HTMLElement {
  return element(
    'p',
    { class: 'field' },
    element('label', { for: name }, page.words(name)),
    mistake(page, wrong, name),
    element('input', {
      ...inputs[name],
      ...invalid(wrong, name),
      id: name,
      name,
      value: draft[name],
      oninput: ({ target }) => (draft[name] = (target as HTMLInputElement).value),
    }),
  )
}

function oneOf<Name extends 'bestTime' | 'language'>(
  legend: string,
  name: Name,
  draft: RequestDraft,
  values: readonly RequestDraft[Name][],
  title: (value: RequestDraft[Name]) => string,
): HTMLElement {
  return element(
    'fieldset',
    {},
    element('legend', {}, legend),
    values.map((value) =>
      choice(title(value), {
        type: 'radio',
        name,
        value,
        checked: draft[name] === value,
        onchange: () => (draft[name] = value),
      }),
    ),
  )
}

/** Which schemes, and for each that several offices look after, which of them. */
function wishes(page: Page, draft: RequestDraft, wrong: readonly Mistake[]): Child {
  const { words } = page
  const offered = callable(page)
  const several = offered.filter(({ offices }) => offices.length > 1)
  const toggle = (scheme: string) => () => {
    const { schemes } = draft
    draft.schemes = schemes.includes(scheme) ? schemes.filter((each) => each !== scheme) : [...schemes, scheme]
  }
  return [
    element(
      'fieldset',
      {},
      element('legend', {}, words('about')),
      mistake(page, wrong, 'about'),
      offered.map(({ scheme, title }) =>
        choice(words.of(title), {
          ...invalid(wrong, 'about'),
          type: 'checkbox',
          name: 'about',
          value: scheme,
          checked: draft.schemes.includes(scheme),
          onchange: toggle(scheme),
        }),
      ),
    ),
    several.map(({ scheme, title, offices }) =>
      element(
        'p',
        { class: 'field' },
        element('label', { for: `office-${scheme}` }, words('which-office', { scheme: words.of(title) })),
        element(
          'select',
          {
            id: `office-${scheme}`,
            onchange: ({ target }) => (draft.offices[scheme] = (target as HTMLSelectElement).value),
          },
          offices.map(({ office, name }) =>
            element('option', { value: office, selected: draft.offices[scheme] === office }, name),
          ),
        ),
      ),
    ),
  ]
}

function consent({ words }: Page, draft: RequestDraft, wrong: readonly Mistake[]): HTMLElement {
  return choice(words('consent', { days: keptDays, settled: keptDaysSettled }), {
    ...invalid(wrong, 'consent'),
    type: 'checkbox',
    name: 'consent',
    checked: draft.consent,
    onchange: ({ target }) => (draft.consent = (target as HTMLInputElement).checked),
  })
}

function choice(title: string, attributes: Parameters<typeof element>[1]): HTMLElement {
  return element('label', { class: 'choice' }, element('input', attributes), element('span', {}, title))
}

function mistake({ words }: Page, wrong: readonly Mistake[], field: Mistake['field']): Child {
  const found = wrong.find((each) => each.field === field)
  return found && element('span', { class: 'wrong', id: `wrong-${field}`, role: 'alert' }, words(found.words))
}

function invalid(wrong: readonly Mistake[], field: Mistake['field']): Record<string, string> {
  return wrong.some((each) => each.field === field)
    ? { 'aria-invalid': 'true', 'aria-describedby': `wrong-${field}` }
    : {}
}
