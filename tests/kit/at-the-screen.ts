// What a person does at a screen of the office, by what they see: names of buttons, questions, answers.
import type { Locator, Page, Response } from 'playwright-core'
import { expect } from 'vitest'

import type { Screen } from './office-days.ts'
import { picture } from './picture.ts'

/** Answers one question of a form, found by its words. */
export type Answer = (form: Locator, question: string) => Promise<void>

/** A question as a screen reader hears it: the whole of it, and perhaps that it may stay empty. */
function asked(question: string): RegExp {
  const words = question.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+')
  return new RegExp(`^${words}(\\s\\([^)]*\\))?$`)
}

/** Types words, a number or an amount. */
export function write(what: string | number): Answer {
  return (form, question) => form.getByRole('textbox', { name: asked(question) }).fill(String(what))
}

/** Chooses one of the answers: a row in sight, or one of a list that opens. */
export function choose(title: string): Answer {
  return async (form, question) => {
    const rows = form.getByRole('group', { name: question }).getByRole('radio', { name: title })
    const list = form.getByRole('button', { name: question })
    await rows.or(list).first().waitFor()
    if (await rows.first().isVisible()) return rows.first().check()
    await list.click()
    await form.page().getByRole('option', { name: title }).click()
  }
}

/** Ticks each of these, and nothing else is touched. */
export function tick(...titles: readonly string[]): Answer {
  return async (form, question) => {
    const group = form.getByRole('group', { name: question })
    for (const title of titles) await group.getByRole('checkbox', { name: title }).check()
  }
}

/** Finds one of many by typing its name, and takes it with the keyboard. */
export function find(title: string): Answer {
  return async (form, question) => {
    const box = form.getByRole('combobox', { name: question })
    await box.click()
    await box.pressSequentially(title)
    await form.page().getByRole('option', { name: title }).waitFor()
    await box.press('ArrowDown')
    await box.press('Enter')
    await form.page().getByRole('option', { name: title }).waitFor({ state: 'detached' })
    expect(await box.inputValue()).toBe(title)
  }
}

/** The same answer to every question of an instrument. */
export function everywhere(title: string): Answer {
  return async (form) => {
    for (const radio of await form.getByRole('radio', { name: title, exact: true }).all()) await radio.check()
  }
}

/** Types a plain date part by part. French and Arabic both write the day first. */
export function date(plain: string): Answer {
  return async (form, question) => {
    const [year = '', month = '', day = ''] = plain.split('-')
    const parts = form.getByRole('group', { name: question }).first().getByRole('spinbutton')
    for (const [index, part] of [day, month, year].entries()) {
      await parts.nth(index).click()
      await form.page().keyboard.type(part)
    }
  }
}

/** Adds a file, and waits until the screen says that it has arrived. */
export function file(name: string, mimeType: string, bytes: Buffer): Answer {
  return async (form, question) => {
    await form.getByLabel(question).setInputFiles({ name, mimeType, buffer: bytes })
    await form.getByRole('status').filter({ hasText: name }).waitFor()
  }
}

export type Answers = Readonly<Record<string, Answer>>

/** Read once more before they are sent. */
const isReadAgain = (form: Locator, words: Screen['words']) =>
  form.getByRole('button', { name: words('form.review'), exact: true })

/**
 * Does one act on the case in view: by its button when the page offers one, else from the menu of acts. Fills in the
 * form, reads it again where it asks for that, sends it, and waits until the server has said yes.
 */
export async function act(screen: Screen, command: string, answers: Answers = {}, of?: string): Promise<void> {
  const form = await begin(screen, command, of)
  await answer(screen, form, command, answers)
  await picture(screen, `form-${command}`)
  await send(screen, form, command)
}

/** Opens the form of an act. `of` is what it is about, in words, where the menu offers it for several. */
export async function begin({ page, words }: Screen, command: string, of?: string): Promise<Locator> {
  const title = words(`command.${command}.title`)
  const button = page.getByRole('main').getByRole('button', { name: title, exact: true })
  const menu = page
    .getByRole('button', { name: words('case.acts'), exact: true })
    .or(page.getByRole('button', { name: words('sittings.acts'), exact: true }))
  await button.or(menu).first().waitFor()
  if (of === undefined && (await button.first().isVisible())) await button.first().click()
  else {
    await menu.click()
    await page
      .getByRole('menuitem', {
        name: of === undefined ? title : words('case.pair', { name: title, value: of }),
        exact: true,
      })
      .click()
  }
  const form = page.getByRole('dialog', { name: title })
  await form.getByRole('button', { name: words('form.cancel') }).waitFor()
  return form
}

export async function answer({ words }: Screen, form: Locator, command: string, answers: Answers): Promise<void> {
  for (const [field, give] of Object.entries(answers)) await give(form, words(`field.${command}.${field}`))
}

/** Reads a form again where it asks for that, sends it, and waits until the server has said yes. */
export async function send(screen: Screen, form: Locator, command: string): Promise<void> {
  const { page, words } = screen
  const answered = answerTo(page, command)
  const again = isReadAgain(form, words)
  if (await again.isVisible()) {
    await again.click()
    await form.getByRole('heading', { name: words('form.review-title') }).waitFor()
    await picture(screen, `review-${command}`)
  }
  await form.getByRole('button', { name: words(`command.${command}.title`), exact: true }).click()
  await Promise.race([accepted(answered), complaintIn(form)])
  await form.waitFor({ state: 'detached' })
  await picture(screen, `after-${command}`)
}

/** Fails with what a form says is wrong, as soon as it says so. */
async function complaintIn(form: Locator): Promise<void> {
  const alert = form.getByRole('alert').first()
  const said = await alert.innerText({ timeout: 9_000 }).catch(() => undefined)
  if (said !== undefined) throw new Error(`the form says: ${said}`)
  // It said nothing: then the answer decides.
  return new Promise(() => undefined)
}

/** The server's answer to a command that is sent from now on. */
export function answerTo(page: Page, command: string): Promise<Response> {
  return page.waitForResponse((response) => response.url().endsWith(`/api/commands/${command}`))
}

/** Fails with the server's own words when it has refused. */
export async function accepted(answer: Promise<Response>): Promise<void> {
  const response = await answer
  if (!response.ok()) throw new Error(`${response.url()}: ${response.status()} ${await response.text()}`)
}

/** Goes to a place by the rail, and to a person's file by its name in the list. */
export async function openFile(screen: Screen, person: string): Promise<void> {
  const { page, words } = screen
  await go(screen, 'cases')
  await page.getByRole('heading', { level: 1, name: words('cases.title') }).waitFor()
  await page.getByRole('link', { name: person }).first().click()
  await page.getByRole('heading', { level: 1, name: person }).waitFor()
  await page.getByRole('tab', { name: words('case.tab-story') }).waitFor()
}

/** Opens the one file that the operator is asked to take on: by its number, for it is told no name. */
export async function openAsked(screen: Screen): Promise<void> {
  const { page, words } = screen
  await go(screen, 'cases')
  await page.getByRole('heading', { level: 1, name: words('cases.title') }).waitFor()
  await page
    .getByRole('link', { name: /^CM-\d{4}-/ })
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: words('case.asked-title') }).waitFor()
}

export async function go({ page, words }: Screen, place: string): Promise<void> {
  const rail = page.getByRole('navigation', { name: words('shell.places') })
  await rail
    .getByRole('link', { name: words(`shell.${place}`), exact: true })
    .first()
    .click()
}

/** Turns to one side of the case. */
export async function side(screen: Screen, tab: string): Promise<Locator> {
  const { page, words } = screen
  await page.getByRole('tab', { name: words(`case.tab-${tab}`) }).click()
  const panel = page.getByRole('tabpanel', { name: words(`case.tab-${tab}`) })
  await panel.waitFor()
  await picture(screen, `side-${tab}`)
  return panel
}

/** Whether the page runs from right to left, and does not have to be pushed sideways. */
export async function expectFits(page: Page, direction: 'ltr' | 'rtl'): Promise<void> {
  const shape = await page.evaluate(() => ({
    direction: document.documentElement.dir,
    over: document.documentElement.scrollWidth - innerWidth,
  }))
  expect(shape.direction).toBe(direction)
  expect(shape.over).toBeLessThanOrEqual(0)
}
