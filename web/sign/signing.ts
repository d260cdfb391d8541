import { element } from '../eligible/element.ts'
import { padOn, smallPhoto } from './pad.ts'
import type { Mark, View } from './state.ts'
import { troubleOf } from './trouble.ts'

const marks = ['drawn', 'typed', 'thumb'] as const satisfies readonly Mark[]

/** Where somebody signs: with a finger, by typing their name, or with a thumb beside a witness. */
export function drawSigning(view: View): HTMLElement {
  const { state, acts } = view
  const { words, visit, trouble, isBusy, mark } = state
  const submit = (event: Event): void => {
    event.preventDefault()
    void acts.sign()
  }
  const title = visit?.paper ? words.of(visit.paper) : (visit?.document.name ?? '')
  return element(
    'form',
    { novalidate: true, onsubmit: submit },
    element('h1', { tabindex: -1 }, words('sign-title', { paper: title })),
    element(
      'fieldset',
      {},
      element('legend', {}, words('how')),
      marks.map((each) =>
        element(
          'label',
          { class: 'choice' },
          element('input', {
            type: 'radio',
            name: 'mark',
            value: each,
            checked: each === mark,
            onchange: () => {
              state.mark = each
              state.pad = undefined
              state.trouble = undefined
              acts.draw()
              document.querySelector<HTMLElement>(`input[value="${each}"]`)?.focus()
            },
          }),
          element('span', {}, words(`mark-${each}`)),
        ),
      ),
    ),
    trouble &&
      element('div', { class: 'wrong', role: 'alert', tabindex: -1, id: 'trouble' }, troubleOf(words, trouble)),
    mark === 'typed' ? nameField(view) : drawnPart(view),
    element('p', { class: 'quiet' }, words('sign-means', { paper: title })),
    element('button', { class: 'main', disabled: isBusy }, words(isBusy ? 'signing' : 'sign')),
    element('p', {}, element('button', { type: 'button', onclick: () => history.back() }, words('read-again'))),
  )
}

function nameField({ state }: View): HTMLElement {
  return typed(state, 'name', 'name-label', 'name-help')
}

function typed(
  state: View['state'],
  which: 'name' | 'witness',
  label: 'name-label' | 'witness-label',
  help: 'name-help' | 'witness-help',
): HTMLElement {
  const { words, trouble } = state
  return element(
    'div',
    { class: 'field' },
    element('label', { for: which }, words(label)),
    element('p', { class: 'help', id: `${which}-help` }, words(help)),
    element('input', {
      id: which,
      value: state[which],
      maxlength: 300,
      autocomplete: which === 'name' ? 'name' : 'off',
      'aria-describedby': `${which}-help`,
      'aria-invalid': trouble?.facts['evidence'] === which ? 'true' : undefined,
      oninput: (event) => (state[which] = (event.target as HTMLInputElement).value),
    }),
  )
}

/** The pad; for a thumb also the camera, and who witnesses it. */
function drawnPart(view: View): HTMLElement {
  const { state, acts } = view
  const { words, mark, photo } = state
  const isThumb = mark === 'thumb'
  const canvas = state.pad?.canvas ?? element('canvas', { class: 'pad' })
  canvas.setAttribute('aria-label', words(isThumb ? 'pad-thumb' : 'pad'))
  canvas.setAttribute('role', 'img')
  state.pad ??= padOn(canvas, () => document.getElementById('trouble')?.remove())
  const take = async (event: Event): Promise<void> => {
    const [file] = (event.target as HTMLInputElement).files ?? []
    if (!file) return
    state.photo = await smallPhoto(file).catch(() => undefined)
    state.trouble = state.photo ? undefined : { code: 'photo-unreadable', facts: {} }
    acts.draw(state.photo ? undefined : 'error')
  }
  return element(
    'div',
    {},
    isThumb && element('p', { class: 'help' }, words('thumb-help')),
    isThumb &&
      element(
        'label',
        { class: 'photo' },
        element('span', {}, words(photo ? 'photo-again' : 'photo')),
        element('input', {
          type: 'file',
          accept: 'image/*',
          capture: 'environment',
          onchange: (event) => void take(event),
        }),
      ),
    isThumb && photo && element('img', { class: 'thumb', alt: words('photo-here'), src: URL.createObjectURL(photo) }),
    isThumb && !photo && element('p', { class: 'help' }, words('thumb-or-draw')),
    !(isThumb && photo) && canvas,
    !(isThumb && photo) &&
      element('p', {}, element('button', { type: 'button', onclick: () => state.pad?.clear() }, words('clear'))),
    isThumb && typed(state, 'witness', 'witness-label', 'witness-help'),
  )
}
