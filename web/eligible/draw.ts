import { languageNames, languages } from '../locale.ts'
import { drawCallBack, drawCalled } from './call-back.ts'
import { drawing, element } from './element.ts'
import type { Focus, View } from './page.ts'
import { drawQuestion } from './question.ts'
import { drawResult } from './result.ts'
import { drawStart } from './start.ts'

const mark = 'M1.5 28.5c6 0 8-2.6 8-8.2v-5L21 5l11.5 10.3v13.2H21.8v-7'

/** Draws the whole page anew: it is small, and so nothing on it can be out of date. */
export function drawPage(view: View, focus?: Focus): void {
  const root = document.getElementById('root')
  const screen = screenOf(view)
  root?.replaceChildren(header(view), element('main', {}, screen), footer(view))
  const heading = document.querySelector<HTMLElement>('h1')
  document.title = `${heading?.textContent ?? ''} · Homeward`
  if (focus === undefined) return
  const places = {
    heading: 'h1',
    language: '.languages [aria-pressed="true"]',
    error: '[aria-invalid="true"], .wrong[tabindex]',
  }
  document.querySelector<HTMLElement>(places[focus])?.focus()
  if (focus === 'heading') scrollTo(0, 0)
}

function screenOf(view: View): HTMLElement {
  const { page, acts } = view
  const { words } = page
  if (page.isLoading) return element('p', { role: 'status', class: 'lead' }, words('loading'))
  if (page.trouble !== undefined)
    return element(
      'div',
      { role: 'alert' },
      element('h1', { tabindex: -1 }, words(page.scheme === undefined ? 'title' : 'scheme-title')),
      element('p', { class: 'lead' }, words(page.trouble)),
      element('button', { type: 'button', class: 'main', onclick: () => void acts.again() }, words('again')),
    )
  switch (page.place.at) {
    case 'start':
      return drawStart(view)
    case 'question':
      return drawQuestion(view, page.place.index)
    case 'result':
      return drawResult(view)
    case 'call-back':
      return drawCallBack(view)
    case 'called':
      return drawCalled(view)
  }
}

function header({ page, acts }: View): HTMLElement {
  const { words } = page
  return element(
    'header',
    {},
    element(
      'a',
      { href: '/eligible', class: 'mark' },
      drawing('home', '0 0 40 32', mark),
      element('bdi', { lang: 'en' }, 'Homeward'),
    ),
    element(
      'div',
      { role: 'group', 'aria-label': words('language'), class: 'languages' },
      languages.map((language) =>
        element(
          'button',
          {
            type: 'button',
            lang: language,
            'aria-pressed': language === words.language ? 'true' : 'false',
            onclick: () => void acts.speak(language),
          },
          languageNames[language],
        ),
      ),
    ),
  )
}

function footer({ page }: View): HTMLElement {
  const { words, place } = page
  const isSending = place.at === 'call-back' || place.at === 'called'
  return element(
    'footer',
    {},
    // Where something is sent on purpose, it would not be true.
    !isSending && element('p', {}, words('private')),
    element('p', { class: 'screen-only' }, element('a', { href: '/sign-in' }, words('office-door'))),
  )
}
