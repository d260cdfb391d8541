import '../eligible/page.css'
import '../eligible/question.css'
import '../eligible/answer.css'
import '../sign/sign.css'

import type { StandingAnswer } from '#contract/signing-schemas.ts'

import { element, type Child } from '../eligible/element.ts'
import { standingOf, type Trouble } from '../sign/api.ts'
import { fingerprintOf } from '../sign/fingerprint.ts'
import { drawFrame } from '../sign/frame.ts'
import { troubleOf } from '../sign/trouble.ts'
import { firstLanguage, rememberLanguage, wordsIn, type Words } from '../sign/words.ts'

/** One file that was checked: its name and fingerprint stay on this device; only the fingerprint was sent. */
type Checked = { readonly name: string; readonly fingerprint: string; readonly answer: StandingAnswer }

let words = await wordsIn(firstLanguage())
let checked: Checked | undefined
let trouble: Trouble | undefined
let isBusy = false
/** Which file was chosen last: an answer about another one comes too late. */
let asked = 0

draw('heading')

async function check(file: File): Promise<void> {
  const mine = ++asked
  isBusy = true
  trouble = undefined
  checked = undefined
  draw()
  try {
    const fingerprint = await fingerprintOf(await file.arrayBuffer())
    const answer = await standingOf(fingerprint)
    if (mine !== asked) return
    if (answer.ok) checked = { name: file.name, fingerprint, answer: answer.value }
    else trouble = answer.trouble
  } catch {
    trouble = { code: 'file-unreadable', facts: {} }
  }
  isBusy = false
  draw()
  document.querySelector<HTMLElement>('.standing h2, .wrong')?.focus()
}

function draw(focus?: 'heading' | 'language'): void {
  const footer = element('p', {}, words('verify-private'))
  const speak = async (language: Words['language']): Promise<void> => {
    words = await wordsIn(language)
    rememberLanguage(language)
    draw('language')
  }
  drawFrame({ words, screen: screen(), footer, speak: (language) => void speak(language) }, focus)
}

function screen(): HTMLElement {
  const input = element('input', {
    type: 'file',
    onchange: (event) => {
      const [file] = (event.target as HTMLInputElement).files ?? []
      if (file) void check(file)
    },
  })
  const over = (is: boolean) => (event: Event) => {
    event.preventDefault()
    ;(event.currentTarget as HTMLElement).dataset['over'] = String(is)
  }
  return element(
    'div',
    {},
    element('h1', { tabindex: -1 }, words('verify-title')),
    element('p', { class: 'lead' }, words('verify-text')),
    element(
      'div',
      {
        class: 'drop',
        ondragover: over(true),
        ondragleave: over(false),
        ondrop: (event) => {
          over(false)(event)
          const [file] = (event as DragEvent).dataTransfer?.files ?? []
          if (file) void check(file)
        },
      },
      element(
        'label',
        { class: 'photo' },
        element('span', {}, words(checked ? 'verify-another' : 'verify-choose')),
        input,
      ),
      element('p', { class: 'quiet' }, words('verify-drop')),
    ),
    isBusy && element('p', { role: 'status', class: 'quiet' }, words('verify-busy')),
    trouble && element('div', { class: 'wrong', role: 'alert', tabindex: -1 }, troubleOf(words, trouble)),
    checked && result(checked),
  )
}

function result({ name, fingerprint, answer }: Checked): HTMLElement {
  const { standing, paper } = answer
  const state = standing.standing === 'valid' && !standing.complete ? 'incomplete' : standing.standing
  const title = paper ? words.of(paper) : ''
  return element(
    'section',
    { class: `standing ${state}`, 'aria-live': 'polite' },
    element('h2', { tabindex: -1 }, words(`standing-${state}`)),
    element('p', {}, words(`standing-${state}-text`, { paper: title })),
    ...parts(standing),
    element(
      'dl',
      {},
      pair('verify-file', element('bdi', {}, name)),
      title !== '' && pair('verify-paper', title),
      pair('verify-print', element('span', { class: 'print', dir: 'ltr' }, fingerprint)),
    ),
  )
}

function parts(standing: StandingAnswer['standing']): Child[] {
  if (standing.standing === 'unknown') return []
  const signed = standing.signed.map((each) => {
    const values = {
      party: words.maybe(`party-${each.party}`) ?? each.party,
      date: words.day(each.on),
      means: words.maybe(`means-${each.means}`) ?? each.means,
    }
    const carried = 'carried' in each && each.carried
    return element(
      'li',
      {},
      words('signed-line', values),
      carried && element('span', { class: 'quiet' }, ` ${words('carried')}`),
    )
  })
  const list = signed.length > 0 && element('ul', {}, signed)
  if (standing.standing === 'void')
    return [
      element('p', {}, words(`void-${standing.why}`, { date: words.day(standing.on) })),
      signed.length > 0 && element('p', {}, words('void-signed')),
      list,
    ]
  const missing = standing.missing.map((party) => words.maybe(`the-${party}`) ?? party)
  return [list, missing.length > 0 && element('p', {}, words('still-missing', { parties: words.list(missing) }))]
}

function pair(key: 'verify-file' | 'verify-paper' | 'verify-print', value: Child): HTMLElement {
  return element('div', {}, element('dt', {}, words(key)), element('dd', {}, value))
}
