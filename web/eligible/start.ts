import { element } from './element.ts'
import type { View } from './page.ts'

const elsewhere = 'elsewhere'

/** The first screen: which country, or the one scheme that the address names. */
export function drawStart(view: View): HTMLElement {
  const { page } = view
  if (page.scheme === undefined) return countryQuestion(view)
  return page.editions.length === 0 ? unknownScheme(view) : oneScheme(view)
}

function countryQuestion({ page, acts }: View): HTMLElement {
  const { words } = page
  const codes = [...new Set(page.schemes.map(({ country }) => country))]
  const named = codes
    .map((code) => ({ code, name: words.country(code) }))
    .sort((one, other) => one.name.localeCompare(other.name, words.language))
  const invalid = page.isWrong ? { 'aria-invalid': 'true', 'aria-describedby': 'wrong' } : {}
  const radios = [...named, { code: elsewhere, name: words('other-country') }].map(({ code, name }) =>
    element(
      'label',
      { class: 'choice' },
      element('input', {
        type: 'radio',
        name: 'country',
        value: code,
        checked: page.draft === code,
        ...invalid,
        onchange: () => (page.draft = code),
      }),
      element('span', {}, name),
    ),
  )
  const submit = (event: Event): void => {
    event.preventDefault()
    if (page.draft !== '') return void acts.chooseCountry(page.draft)
    page.isWrong = true
    acts.draw('error')
  }
  return element(
    'form',
    { novalidate: true, onsubmit: submit },
    element('h1', { tabindex: -1 }, words('title')),
    element('p', { class: 'lead' }, words('intro')),
    element(
      'fieldset',
      {},
      element('legend', {}, words('country')),
      element('p', { class: 'help' }, words('country-help')),
      page.isWrong && element('p', { class: 'wrong', id: 'wrong', role: 'alert' }, words('choose-country')),
      radios,
    ),
    element('button', { class: 'main' }, words('begin')),
  )
}

function oneScheme({ page, acts }: View): HTMLElement {
  const { words } = page
  return element(
    'div',
    {},
    element('h1', { tabindex: -1 }, words('scheme-title')),
    page.editions.map((edition) => [
      element('p', { class: 'lead' }, element('strong', {}, words.of(edition.title))),
      element('p', {}, words.of(edition.summary)),
    ]),
    element('p', {}, words('intro')),
    element('button', { type: 'button', class: 'main', onclick: () => acts.begin() }, words('begin')),
    element('p', {}, element('a', { href: `/eligible?language=${words.language}` }, words('all-schemes'))),
  )
}

function unknownScheme({ page }: View): HTMLElement {
  const { words } = page
  return element(
    'div',
    {},
    element('h1', { tabindex: -1 }, words('unknown-scheme')),
    element('p', { class: 'lead' }, words('unknown-scheme-help')),
    element('p', {}, element('a', { href: `/eligible?language=${words.language}` }, words('all-schemes'))),
  )
}
