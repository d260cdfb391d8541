import { expect } from 'vitest'

import { accepted, answerTo } from '../../kit/at-the-screen.ts'
import { keyboardOf } from '../../kit/keyboard.ts'
import type { Screen } from '../../kit/office-days.ts'
import { picture } from '../../kit/picture.ts'

const trade = 'Poules pondeuses'
const idea = 'Deux cent cinquante pondeuses à Mfou, les œufs vendus aux écoles.'
const barrow = { title: 'Brouette', unit: 'pièce', price: '25000' }

/**
 * The adviser works the poultry project out with the person, by keyboard only: from the case's project side through a
 * template to a saved version. The case stands with its idea approved.
 */
export async function workOut(screen: Screen): Promise<void> {
  const { page, words } = screen
  const hand = keyboardOf(page)
  await hand.reach('link', words('case.workshop-open'))
  await hand.press('Enter')
  await page.getByRole('heading', { level: 1, name: words('workshop.begin-title') }).waitFor()
  await page.getByRole('button', { name: new RegExp(trade) }).waitFor()
  await picture(screen, 'workshop-begin')
  await hand.reach('button', new RegExp(`^${trade}`))
  await hand.press('Enter')
  await heading(screen, 'idea')

  await hand.reach('textbox', words('workshop.word-idea'))
  await hand.type(idea)
  await page.getByText(words('workshop.kept-device')).waitFor()
  await next(screen, 'market')
  await hand.reach('textbox', words('workshop.word-customers'))
  await hand.type('Trois écoles et douze boutiques.')
  await next(screen, 'purchases')
  await purchases(screen)
  await next(screen, 'sales')
  await next(screen, 'costs')
  await hand.reach('textbox', words('workshop.wage'))
  await hand.press('Control+a')
  await hand.type('40000')
  await next(screen, 'money')
  await hand.reach('textbox', words('workshop.money-own'))
  await hand.press('Control+a')
  await hand.type('500000')
  await hand.reach('button', new RegExp(`^${words('workshop.ask-for')}`))
  await hand.press('Enter')
  await next(screen, 'permits')
  await next(screen, 'results')
  await tryOut(screen)
  await next(screen, 'questions')
  await judge(screen)
}

/** A line is written, taken away, and brought back; what it is not counted in is asked for in words. */
async function purchases(screen: Screen): Promise<void> {
  const { page, words } = screen
  const hand = keyboardOf(page)
  await hand.reach('combobox', words('workshop.investments-add'))
  await hand.type(barrow.title)
  await hand.press('Enter')
  await hand.type('1')
  expect(await hand.focused()).toMatchObject({ role: 'textbox', name: words('workshop.quantity'), value: '1' })
  await hand.press('Tab', 'Tab')
  await hand.type(barrow.price)
  await hand.press('Enter')
  expect(await hand.focused()).toMatchObject({ name: words('workshop.investments-add') })
  await page.getByRole('alert').getByText(/unité/).waitFor()
  await hand.press('ArrowUp', 'Tab', 'Tab', 'Tab')
  expect(await hand.focused()).toMatchObject({ name: words('workshop.unit') })
  await hand.type(barrow.unit)
  await page.getByRole('alert').waitFor({ state: 'detached' })
  const lines = page.getByRole('group', { name: barrow.title })
  await hand.press('Alt+Delete')
  await lines.waitFor({ state: 'detached' })
  await hand.press('Control+z')
  await lines.waitFor()
  // From the price book: typed, chosen with the arrow, taken with its unit and its price.
  await hand.reach('combobox', words('workshop.investments-add'))
  await hand.type('poussin')
  await hand.press('ArrowDown', 'Enter')
  await hand.type('50')
  const chicks = page.getByRole('group', { name: 'Poussin d’un jour' })
  await chicks.getByText(words('workshop.usual')).waitFor()
  await picture(screen, 'workshop-purchases')
}

/** What decides is named; a slider moves the cash, and the plan stays as it was. */
async function tryOut(screen: Screen): Promise<void> {
  const { page, words } = screen
  const hand = keyboardOf(page)
  await page
    .getByText(/la caisse est vide au mois|n’est pas encore payé|seule ne vide/)
    .first()
    .waitFor()
  await hand.reach('slider', /Aliment ponte/)
  await hand.press('PageUp', 'PageUp')
  await page.getByText(words('workshop.what-if-leanest')).waitFor()
  await picture(screen, 'workshop-results')
  await hand.reach('button', words('workshop.what-if-reset'), { shift: true })
  await hand.press('Enter')
  await page.getByText(words('workshop.what-if-none')).waitFor()
}

/** The three questions are answered by people. */
async function judge({ page, words }: Screen): Promise<void> {
  const hand = keyboardOf(page)
  for (const question of ['relevance', 'market', 'budget'] as const) {
    await hand.reach('radio', words('workshop.judgement-good'))
    await hand.press('Space')
    await hand.reach('textbox', words('workshop.question-why'))
    await hand.type(`Vu sur place : ${question}.`)
    await hand.press('Tab')
  }
}

/** Saves what lies on the table as a version; `after` is how the server answers. */
export async function save(screen: Screen, note: string, isOnline = true): Promise<void> {
  const { page, words } = screen
  const hand = keyboardOf(page)
  const answer = isOnline ? answerTo(page, 'save-project') : undefined
  await hand.press('Control+s')
  await page.getByRole('dialog').waitFor()
  await hand.reach('textbox', new RegExp(`^${words('workshop.note').replace('?', '\\?')}`))
  await hand.type(note)
  await hand.press('Enter')
  await page.getByRole('dialog', { name: /enregistrée/ }).waitFor()
  if (answer) await accepted(answer)
  await picture(screen, 'workshop-saved')
}

/** Makes the study or the plan of the version that was just saved; the form opens with what the version says. */
export async function make(screen: Screen, command: 'record-feasibility' | 'submit-plan'): Promise<void> {
  const { page, words } = screen
  const hand = keyboardOf(page)
  await hand.reach('link', words(`workshop.make-${command}`))
  await hand.press('Enter')
  const title = words(`command.${command}.title`)
  const form = page.getByRole('dialog', { name: title })
  await form.getByRole('button', { name: title, exact: true }).waitFor()
  if (command === 'record-feasibility') {
    await page.keyboard.press('Tab')
    await hand.reach('radio', words('ui.yes'))
    await hand.press('Space')
  }
  await picture(screen, `workshop-form-${command}`)
  const answer = answerTo(page, command)
  await hand.reach('button', title)
  await hand.press('Enter')
  await accepted(answer)
  await form.waitFor({ state: 'detached' })
}

async function next(
  screen: Screen,
  step: 'market' | 'purchases' | 'sales' | 'costs' | 'money' | 'permits' | 'results' | 'questions',
): Promise<void> {
  const { words } = screen
  const hand = keyboardOf(screen.page)
  await hand.reach('link', words('workshop.next', { step: words(`workshop.step-${step}`) }))
  await hand.press('Enter')
  await heading(screen, step)
}

function heading({ page, words }: Screen, step: string): Promise<void> {
  return page.getByRole('heading', { level: 2, name: words(`workshop.step-${step}-title`) }).waitFor()
}
