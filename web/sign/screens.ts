import { element, type Child } from '../eligible/element.ts'
import { drawSigning } from './signing.ts'
import type { View } from './state.ts'
import { troubleOf } from './trouble.ts'

/** The screen of the place where somebody is. */
export function screenOf(view: View): HTMLElement {
  switch (view.state.place) {
    case 'loading':
      return view.state.trouble
        ? closed(view)
        : element('p', { role: 'status', class: 'lead' }, view.state.words('loading'))
    case 'closed':
      return closed(view)
    case 'who':
      return who(view)
    case 'read':
      return read(view)
    case 'sign':
      return drawSigning(view)
    case 'no':
      return no(view)
    case 'signed':
      return signed(view)
    case 'declined':
      return said(view, 'declined-title', 'declined-text')
  }
}

export function footerOf({ state: { words, place } }: View): Child {
  return [
    element('p', {}, words(place === 'who' || place === 'loading' ? 'private' : 'no-hurry')),
    element('p', {}, element('a', { href: `/verify?language=${words.language}` }, words('check-link'))),
  ]
}

function closed({ state, acts }: View): HTMLElement {
  const { words, trouble } = state
  const code = trouble?.code ?? 'link-unknown'
  return element(
    'div',
    { role: 'alert' },
    element('h1', { tabindex: -1 }, words.maybe(`${code}.title`) ?? words('closed')),
    troubleOf(words, trouble),
    code === 'no-network' &&
      element('button', { class: 'main', type: 'button', onclick: () => acts.again() }, words('again')),
  )
}

/** Who somebody is, asked in the kindest way that is sufficient; nothing of the person is here yet. */
function who({ state, acts }: View): HTMLElement {
  const { words, greeting, trouble, answer, isBusy, isCodeSent } = state
  const way = greeting?.way ?? 'file-number'
  const needsCode = way === 'code' && !isCodeSent
  const field = element('input', {
    id: 'answer',
    name: 'answer',
    value: answer,
    inputmode: way === 'file-number' ? 'text' : 'numeric',
    autocomplete: way === 'code' ? 'one-time-code' : 'off',
    dir: 'ltr',
    maxlength: 40,
    'aria-invalid': trouble ? 'true' : undefined,
    'aria-describedby': trouble ? 'trouble help' : 'help',
    oninput: (event) => (state.answer = (event.target as HTMLInputElement).value),
  })
  const submit = (event: Event): void => {
    event.preventDefault()
    if (needsCode) return void acts.sendCode()
    if (state.answer.trim() !== '') return void acts.sayWho()
    state.trouble = { code: 'answer-needed', facts: {} }
    acts.draw('error')
  }
  return element(
    'form',
    { novalidate: true, onsubmit: submit },
    element('h1', { tabindex: -1 }, words('who-title')),
    element('p', { class: 'lead' }, words('who-text', { office: greeting?.office ?? '' })),
    element(
      'div',
      { class: 'field' },
      !needsCode && element('label', { for: 'answer' }, words(`ask-${way}`)),
      element('p', { class: 'help', id: 'help' }, words(needsCode ? 'code-help' : `ask-${way}-help`)),
      trouble &&
        element('div', { class: 'wrong', id: 'trouble', role: 'alert', tabindex: -1 }, troubleOf(words, trouble)),
      !needsCode && field,
    ),
    element('button', { class: 'main', disabled: isBusy }, words(needsCode ? 'send-code' : 'continue')),
    way === 'code' &&
      isCodeSent &&
      element('p', {}, element('button', { type: 'button', onclick: () => void acts.sendCode() }, words('code-again'))),
  )
}

function read({ state, acts }: View): HTMLElement {
  const { words, visit, trouble, fingerprint } = state
  const title = visit?.paper ? words.of(visit.paper) : (visit?.document.name ?? '')
  const others = (visit?.signed ?? []).map(({ party, on }) =>
    words('has-signed', { party: words.maybe(`party-${party}`) ?? party, date: words.day(on) }),
  )
  const isHere = fingerprint !== undefined
  return element(
    'div',
    {},
    element('h1', { tabindex: -1 }, title),
    element('p', { class: 'lead' }, words('read-text', { name: visit?.name ?? '' })),
    others.length > 0 && element('p', { class: 'quiet' }, others.join(' ')),
    trouble && element('div', { class: 'wrong', role: 'alert', tabindex: -1 }, troubleOf(words, trouble)),
    isHere &&
      element(
        'p',
        {},
        element('button', { type: 'button', 'aria-pressed': 'false', onclick: enlarge }, words('larger')),
      ),
    element(
      'div',
      { id: 'pages', class: 'pages', 'aria-busy': 'true' },
      element('p', { role: 'status', class: 'quiet' }, words('document-coming')),
    ),
    isHere && element('p', {}, element('a', downloadOf(state), words('download'))),
    isHere &&
      element(
        'details',
        {},
        element('summary', {}, words('what-is-signed')),
        element('p', { class: 'quiet' }, words('what-is-signed-text')),
        element('p', { class: 'quiet print', dir: 'ltr' }, fingerprint),
      ),
    element(
      'div',
      { class: 'acts' },
      element(
        'button',
        { class: 'main', type: 'button', disabled: !isHere, onclick: () => acts.go('sign') },
        words('agree'),
      ),
      element('button', { type: 'button', onclick: () => acts.go('no') }, words('disagree')),
    ),
  )
}

/** A page of paper is small on a telephone: twice as large, it is moved sideways. */
function enlarge(event: Event): void {
  const isLarger = document.getElementById('pages')?.classList.toggle('larger') ?? false
  ;(event.currentTarget as HTMLElement).setAttribute('aria-pressed', String(isLarger))
}

function downloadOf({ bytes, visit }: View['state']) {
  const type = visit?.document.mediaType ?? 'application/pdf'
  return {
    href: '#',
    download: visit?.document.name ?? 'document.pdf',
    onclick: (event: Event) => {
      const link = event.currentTarget as HTMLAnchorElement
      if (bytes) link.href = URL.createObjectURL(new Blob([bytes], { type }))
    },
  }
}

/** The pages as they are, drawn on this device once; a file that is no PDF and no picture is there to be opened. */
export async function showDocument({ state }: View): Promise<void> {
  const { bytes, words, visit } = state
  const place = document.getElementById('pages')
  if (!place || !bytes) return
  if (state.pages) return place.replaceChildren(...state.pages)
  const type = visit?.document.mediaType ?? ''
  try {
    if (type === 'application/pdf') {
      const { drawPages } = await import('./pages.ts')
      await drawPages(bytes, place, (page, pages) => words('page', { page, pages }))
    } else if (type.startsWith('image/'))
      place.replaceChildren(element('img', { alt: '', src: URL.createObjectURL(new Blob([bytes], { type })) }))
    else throw new Error(type)
  } catch {
    place.replaceChildren(element('p', { class: 'quiet' }, words('open-the-file')))
  }
  place.removeAttribute('aria-busy')
  state.pages = [...place.children]
}

function no({ state, acts }: View): HTMLElement {
  const { words, trouble, reason, isBusy } = state
  const submit = (event: Event): void => {
    event.preventDefault()
    if (state.reason.trim() !== '') return void acts.decline()
    state.trouble = { code: 'reason-needed', facts: {} }
    acts.draw('error')
  }
  const box = element('textarea', {
    id: 'reason',
    rows: 5,
    maxlength: 2000,
    'aria-invalid': trouble ? 'true' : undefined,
    'aria-describedby': trouble ? 'trouble' : undefined,
    oninput: (event) => (state.reason = (event.target as HTMLTextAreaElement).value),
  })
  box.value = reason
  return element(
    'form',
    { novalidate: true, onsubmit: submit },
    element('h1', { tabindex: -1 }, words('no-title')),
    element('p', { class: 'lead' }, words('no-text')),
    element(
      'div',
      { class: 'field' },
      element('label', { for: 'reason' }, words('no-reason')),
      trouble && element('div', { class: 'wrong', id: 'trouble', role: 'alert' }, troubleOf(words, trouble)),
      box,
    ),
    element('button', { class: 'main', disabled: isBusy }, words('no-send')),
    element('p', {}, element('button', { type: 'button', onclick: () => history.back() }, words('back'))),
  )
}

function signed(view: View): HTMLElement {
  const { words, missing } = view.state
  const others = missing.map((party) => words.maybe(`the-${party}`) ?? party)
  const next = others.length > 0 ? words('signed-others', { parties: words.list(others) }) : words('signed-all')
  return element(
    'div',
    {},
    element('h1', { tabindex: -1 }, words('signed-title')),
    element('p', { class: 'lead' }, words('signed-text')),
    element('p', {}, next),
    view.state.bytes && element('p', {}, element('a', downloadOf(view.state), words('download'))),
    element('p', { class: 'quiet' }, words('signed-close')),
  )
}

function said(view: View, title: 'declined-title', text: 'declined-text'): HTMLElement {
  const { words } = view.state
  return element(
    'div',
    {},
    element('h1', { tabindex: -1 }, words(title)),
    element('p', { class: 'lead' }, words(text)),
    element('p', {}, element('button', { type: 'button', onclick: () => view.acts.go('read') }, words('read-again'))),
  )
}
