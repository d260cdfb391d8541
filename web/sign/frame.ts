import { drawing, element, type Child } from '../eligible/element.ts'
import { languageNames, languages, type Language } from '../locale.ts'
import type { PageWords } from './words.ts'

const mark = 'M1.5 28.5c6 0 8-2.6 8-8.2v-5L21 5l11.5 10.3v13.2H21.8v-7'

type Frame = {
  readonly words: PageWords<'language'>
  readonly screen: HTMLElement
  readonly footer: Child
  readonly speak: (language: Language) => void
}

/** Puts a screen between the house's name, the languages, and the foot of the page; the focus goes to its heading. */
export function drawFrame(
  { words, screen, footer, speak }: Frame,
  focus: 'heading' | 'language' | 'error' | undefined,
): void {
  const header = element(
    'header',
    {},
    element('span', { class: 'mark' }, drawing('home', '0 0 40 32', mark), element('bdi', { lang: 'en' }, 'Homeward')),
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
            onclick: () => speak(language),
          },
          languageNames[language],
        ),
      ),
    ),
  )
  document.getElementById('root')?.replaceChildren(header, element('main', {}, screen), element('footer', {}, footer))
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
