import type { PublicCall } from '#contract/operator-answers.ts'

import { element, type Child } from '../eligible/element.ts'
import type { CallWords } from './main.ts'

const types = ['public', 'private', 'association'] as const
const lines = ['organisation', 'contact', 'email', 'phone', 'place'] as const
const looks = {
  organisation: { type: 'text', autocomplete: 'organization' },
  contact: { type: 'text', autocomplete: 'name' },
  email: { type: 'email', autocomplete: 'email', dir: 'ltr' },
  phone: { type: 'tel', autocomplete: 'tel', dir: 'ltr' },
  place: { type: 'text', autocomplete: 'address-level2' },
} as const

type Line = (typeof lines)[number]
type Field = Line | 'type' | 'lots' | 'text' | 'consent'

/** What was typed so far; it stays on this page until it is sent. */
export type Draft = Record<Line | 'text', string> & {
  type: (typeof types)[number] | undefined
  lots: string[]
  consent: boolean
  /** Somebody has pressed the button: mistakes are shown from now on. */
  isTried: boolean
  trouble: 'went-wrong' | 'call-closed' | 'too-many-requests' | undefined
}

export function newDraft({ lots }: PublicCall): Draft {
  const words = { organisation: '', contact: '', email: '', phone: '', place: '', text: '' }
  const only = lots.length === 1 ? [...lots] : []
  return { ...words, type: undefined, lots: only, consent: false, isTried: false, trouble: undefined }
}

type Form = {
  readonly words: CallWords
  readonly call: PublicCall
  readonly draft: Draft
  readonly draw: (focus?: 'error') => void
  readonly back: () => void
  readonly done: (email: string) => void
}

/** The application of an organisation without an account: who it is, how to reach it, what it can do. */
export function drawForm({ words, call, draft, draw, back, done }: Form): HTMLElement {
  const wrong = draft.isTried ? wrongIn(draft) : []
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault()
    draft.isTried = true
    draft.trouble = undefined
    if (wrongIn(draft).length === 0) draft.trouble = await send(call, draft, words.language)
    if (wrongIn(draft).length === 0 && draft.trouble === undefined) return done(draft.email.trim())
    draw('error')
  }
  const said = (field: Field): Child => {
    if (!wrong.includes(field)) return undefined
    const isTyped = field === 'email' && draft.email.trim() !== ''
    return element(
      'span',
      { class: 'wrong', id: `wrong-${field}`, role: 'alert' },
      words(isTyped ? 'wrong-email' : 'missing'),
    )
  }
  const marked = (field: Field): Record<string, string> =>
    wrong.includes(field) ? { 'aria-invalid': 'true', 'aria-describedby': `wrong-${field}` } : {}
  const toggle = (lot: string) => () => {
    draft.lots = draft.lots.includes(lot) ? draft.lots.filter((each) => each !== lot) : [...draft.lots, lot]
  }
  return element(
    'form',
    { novalidate: true, onsubmit: (event) => void submit(event) },
    element('h1', { tabindex: -1 }, element('bdi', {}, call.title)),
    draft.trouble && element('p', { class: 'wrong', role: 'alert', tabindex: -1 }, words(draft.trouble)),
    lines.map((line) =>
      element(
        'p',
        { class: 'field' },
        element('label', { for: line }, words(line)),
        said(line),
        element('input', {
          ...looks[line],
          ...marked(line),
          id: line,
          name: line,
          maxlength: 254,
          value: draft[line],
          oninput: ({ target }) => (draft[line] = (target as HTMLInputElement).value),
        }),
      ),
    ),
    element(
      'fieldset',
      {},
      element('legend', {}, words('type')),
      said('type'),
      types.map((type) =>
        choice(words(`type-${type}`), {
          ...marked('type'),
          type: 'radio',
          name: 'type',
          value: type,
          checked: draft.type === type,
          onchange: () => (draft.type = type),
        }),
      ),
    ),
    element(
      'fieldset',
      {},
      element('legend', {}, words('lots')),
      said('lots'),
      call.lots.map((lot) =>
        choice(words(`lot-${lot}`), {
          ...marked('lots'),
          type: 'checkbox',
          name: 'lots',
          value: lot,
          checked: draft.lots.includes(lot),
          onchange: toggle(lot),
        }),
      ),
    ),
    element(
      'p',
      { class: 'field' },
      element('label', { for: 'text' }, words('text')),
      element('span', { class: 'help' }, words('text-help')),
      said('text'),
      area(draft, marked('text')),
    ),
    element(
      'fieldset',
      {},
      said('consent'),
      choice(words('consent'), {
        ...marked('consent'),
        type: 'checkbox',
        name: 'consent',
        checked: draft.consent,
        onchange: ({ target }) => (draft.consent = (target as HTMLInputElement).checked),
      }),
    ),
    element('button', { class: 'main' }, words('send')),
    element('div', { class: 'others' }, element('button', { type: 'button', onclick: back }, words('all'))),
  )
}

function area(draft: Draft, marked: Record<string, string>): HTMLTextAreaElement {
  const made = element('textarea', {
    ...marked,
    id: 'text',
    name: 'text',
    rows: 7,
    maxlength: 4000,
    dir: 'auto',
    oninput: ({ target }) => (draft.text = (target as HTMLTextAreaElement).value),
  })
  made.value = draft.text
  return made
}

function choice(title: string, attributes: Parameters<typeof element>[1]): HTMLElement {
  return element('label', { class: 'choice' }, element('input', attributes), element('span', {}, title))
}

/** What is still missing or cannot be right; the server looks again. */
function wrongIn(draft: Draft): readonly Field[] {
  const empty = lines.filter((line) => line !== 'phone' && draft[line].trim() === '')
  const isAddress = /^[^@\s]+@[^@\s]+$/.test(draft.email.trim())
  return [
    ...empty,
    ...(!isAddress && !empty.includes('email') ? (['email'] as const) : []),
    ...(draft.type === undefined ? (['type'] as const) : []),
    ...(draft.lots.length === 0 ? (['lots'] as const) : []),
    ...(draft.text.trim() === '' ? (['text'] as const) : []),
    ...(draft.consent ? [] : (['consent'] as const)),
  ]
}

async function send(call: PublicCall, draft: Draft, language: string): Promise<Draft['trouble']> {
  const { organisation, contact, email, phone, place, text, type, lots } = draft
  const given = { call: call.call, organisation, contact, email, place, type, lots, text, language, consent: true }
  try {
    const response = await fetch('/api/public/call-applications', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(phone.trim() === '' ? given : { ...given, phone }),
    })
    if (response.ok) return undefined
    const { code } = (await response.json()) as { code?: string }
    return code === 'call-closed' || code === 'too-many-requests' ? code : 'went-wrong'
  } catch {
    return 'went-wrong'
  }
}
