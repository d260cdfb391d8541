import { accepted, answerTo } from '../../kit/at-the-screen.ts'
import { keyboardOf } from '../../kit/keyboard.ts'
import type { Screen } from '../../kit/office-days.ts'
import { picture } from '../../kit/picture.ts'

/** Comes to the act's button with Tab, presses it, and waits until the server has said yes. */
async function press({ page, words }: Screen, command: string, title = words(`command.${command}.title`)) {
  const hand = keyboardOf(page)
  const answer = answerTo(page, command)
  await hand.reach('button', title)
  await hand.press('Enter')
  await accepted(answer)
}

/** Opens the form of an act by its button, and waits until it is drawn. */
async function open({ page, words }: Screen, command: string): Promise<void> {
  const hand = keyboardOf(page)
  const title = words(`command.${command}.title`)
  await page.getByRole('main').getByRole('button', { name: title, exact: true }).first().waitFor()
  await hand.reach('button', title)
  await hand.press('Enter')
  await page.getByRole('dialog', { name: title }).locator('form').waitFor()
}

/** Sends the form that is open; it goes away, and the focus is back in the page. */
async function sendForm(screen: Screen, command: string): Promise<void> {
  const { page, words } = screen
  await picture(screen, `keys-${command}`)
  await press(screen, command)
  await page.getByRole('dialog', { name: words(`command.${command}.title`) }).waitFor({ state: 'detached' })
}

/** The coordinator puts the plan before the committee's sitting; with one sitting there is nothing to choose. */
export async function submitToCommittee(coordinator: Screen): Promise<void> {
  await open(coordinator, 'submit-to-committee')
  await sendForm(coordinator, 'submit-to-committee')
}

export type Committee = { readonly secretary: Screen; readonly chair: Screen; readonly member: Screen }

/** The sitting: opened, the file laid on the table, voted by three at their own screens, decided, closed. */
export async function decide({ secretary, chair, member }: Committee): Promise<void> {
  const { page, words } = secretary
  const hand = keyboardOf(page)
  await open(secretary, 'open-sitting')
  await sendForm(secretary, 'open-sitting')
  await press(secretary, 'open-file', words('sittings.to-table'))
  await page.getByRole('radio', { name: words('sittings.choice-select'), exact: true }).waitFor()
  await hand.reach('radio', words('sittings.choice-select'))
  await hand.press('Space')
  await press(secretary, 'open-vote')
  for (const voter of [member, chair, secretary]) {
    const says = voter.words('field.cast-vote.says.option.for')
    await voter.page.getByRole('button', { name: says, exact: true }).waitFor()
    await press(voter, 'cast-vote', says)
  }
  await chair.page.getByText(words('sittings.have-voted', { given: 3, count: 3 })).waitFor()
  await press(chair, 'close-vote')
  const conditions = page.getByRole('textbox', { name: words('field.record-decision.conditions') })
  await conditions.waitFor()
  await hand.reach('textbox', new RegExp(`^${words('field.record-decision.conditions')}`))
  await hand.type('Un vétérinaire passe avant l’achat.')
  await picture(secretary, 'keys-decision')
  await press(secretary, 'record-decision')
  const decision = page.getByRole('region', { name: words('sittings.decision') })
  await decision.getByText(words('sittings.outcome-select')).waitFor()
}

/** The sitting is closed, and the chair signs its minutes as they stand, by their hash. */
export async function signMinutes({ secretary, chair }: Committee): Promise<void> {
  const { page, words } = secretary
  const hand = keyboardOf(page)
  await open(secretary, 'close-sitting')
  await hand.reach('button', words('form.review'))
  await hand.press('Enter')
  await page.getByRole('heading', { name: words('form.review-title') }).waitFor()
  await sendForm(secretary, 'close-sitting')
  const title = chair.words('command.sign-minutes.title')
  await chair.page.getByRole('button', { name: title, exact: true }).waitFor()
  await press(chair, 'sign-minutes')
  await chair.page.getByText(chair.words('sittings.signed')).waitFor()
  await picture(chair, 'keys-minutes')
}

/** The adviser writes the commitment contract of the decision and puts it forward to be signed. */
export async function askToSign(adviser: Screen): Promise<void> {
  const { page, words } = adviser
  const hand = keyboardOf(page)
  const row = page.getByRole('listitem').filter({ hasText: "Contrat d'engagement" })
  const write = row.getByRole('button', { name: words('case.letter-write') })
  await write.waitFor()
  const written = page.waitForEvent('download')
  await hand.reach('button', words('case.letter-write'), { at: write })
  await hand.press('Enter')
  await written
  await open(adviser, 'ask-signatures')
  await sendForm(adviser, 'ask-signatures')
}

/** Signs on this device with a typed name: the person beside the adviser, or whoever sits here for their own office. */
export async function signHere(screen: Screen, name: string, isPerson = false): Promise<void> {
  const { page, words } = screen
  const hand = keyboardOf(page)
  const button = words(isPerson ? 'signatures.sign-together' : 'signatures.sign-own')
  await page.getByRole('button', { name: button, exact: true }).waitFor()
  await hand.reach('button', button)
  await hand.press('Enter')
  const panel = page.getByRole('dialog')
  await panel.locator('canvas').first().waitFor()
  if (isPerson) {
    await hand.reach('radio', words('signatures.mark-drawn'))
    await hand.press('ArrowDown')
  }
  await hand.reach('textbox', words('signatures.name'))
  await hand.type(name)
  await picture(screen, 'keys-signing')
  await press(screen, 'sign-document', words('signatures.sign'))
  await panel.waitFor({ state: 'detached' })
}
