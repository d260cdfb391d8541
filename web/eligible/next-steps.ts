import type { PublicEditionAnswer } from '#contract/questionnaire-answers.ts'

import { element } from './element.ts'
import type { Words } from './words.ts'

/** What somebody can do now, as far as the scheme says; what it does not say is said not to be known. */
export function nextSteps(words: Words, edition: PublicEditionAnswer): HTMLElement {
  const { firstInterview, offices, owner, papers } = edition
  const named = papers.map(({ title }) => words.of(title))
  return element(
    'div',
    { class: 'next' },
    element('h3', {}, words('next')),
    firstInterview !== null &&
      element(
        'p',
        {},
        words('next-interview', { step: words.of(firstInterview.title), role: words.role(firstInterview.by) }),
      ),
    element('h4', {}, words('whom')),
    offices.length === 0
      ? element('p', {}, words('whom-unknown', { owner }))
      : element(
          'ul',
          {},
          offices.map(({ name, country }) =>
            element('li', {}, words('office', { office: name, country: words.country(country) })),
          ),
        ),
    element('h4', {}, words('bring')),
    element('p', {}, words('bring-unknown')),
    named.length > 0 && element('p', { class: 'help' }, words('bring-later', { papers: words.list(named) })),
  )
}
