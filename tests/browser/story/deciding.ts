import { readFile } from 'node:fs/promises'
import { expect } from 'vitest'

import { addDays } from '#domain/calendar.ts'

import { accepted, act, answer, answerTo, begin, choose, date, go, send, side, write } from '../../kit/at-the-screen.ts'
import type { Screen } from '../../kit/office-days.ts'
import { picture } from '../../kit/picture.ts'
import { person, type Cast } from './cast.ts'

/** The sitting: one member steps aside, the quorum holds, an amount with a condition. */
export async function decideTogether(cast: Cast): Promise<void> {
  const secretary = await cast.at('paul')
  await go(secretary, 'sittings')
  const plan = await begin(secretary, 'plan-sitting')
  await answer(secretary, plan, 'plan-sitting', {
    on: date(addDays(cast.office.today(), 7)),
    place: write('Ambassade de France, Yaoundé'),
    quorum: write(3),
  })
  await picture(secretary, 'form-plan-sitting')
  await send(secretary, plan, 'plan-sitting')

  const coordinator = await cast.at('serge')
  await coordinator.page.reload()
  await act(coordinator, 'submit-to-committee', { sitting: choose('Comité de sélection Cameroun') })

  const member = await cast.at('marthe')
  await openSitting(member)
  await member.page.getByRole('heading', { name: person }).waitFor()
  await picture(member, 'sitting-member')
  await member.page.getByRole('button', { name: member.words('sittings.step-aside-myself') }).click()
  const aside = member.page.getByRole('dialog', { name: member.words('command.declare-interest.title') })
  await write('Cousine de la personne')(aside, member.words('field.declare-interest.reason'))
  await send(member, aside, 'declare-interest')
  await member.page.getByText(member.words('sittings.only-recused')).waitFor()
  expect(await member.page.getByText(person).count()).toBe(0)
  await picture(member, 'sitting-recused')

  await cast.office.pass(7)
  const { page, words } = secretary
  await page.reload()
  await act(secretary, 'open-sitting')
  await page.getByText(words('sittings.voting', { voting: 3, needed: 3 })).waitFor()
  const decision = page.getByRole('region', { name: words('sittings.decision') })
  await choose(words('sittings.choice-select'))(decision, words('field.record-decision.outcome'))
  await write('Un vétérinaire passe avant l’achat des poulettes.')(decision, words('field.record-decision.conditions'))
  await picture(secretary, 'sitting-decision')
  const decided = answerTo(page, 'record-decision')
  await decision.getByRole('button', { name: words('command.record-decision.title') }).click()
  await accepted(decided)
  await decision.getByText(words('sittings.outcome-select')).waitFor()
  await decision.getByText('4 100 000').waitFor()
  await picture(secretary, 'sitting-decided')
  await act(secretary, 'close-sitting', { minutes: write('Un dossier examiné, un projet retenu.') })
  const chair = await cast.at('helene')
  await openSitting(chair)
  const signed = answerTo(chair.page, 'sign-minutes')
  await chair.page.getByRole('button', { name: chair.words('command.sign-minutes.title') }).click()
  await accepted(signed)
  await picture(chair, 'sitting-signed')
}

/** The letter of the decision, as a file that opens. */
export async function writeTheDecision(cast: Cast): Promise<void> {
  const screen = await cast.at('serge')
  await screen.page.reload()
  const letter = await writeLetter(screen, 'Lettre de décision')
  expect(letter.subarray(0, 5).toString()).toBe('%PDF-')
  expect(letter.length).toBeGreaterThan(8_000)
  await picture(screen, 'letter-written')
}

async function openSitting(screen: Screen): Promise<void> {
  await go(screen, 'sittings')
  await screen.page.getByRole('heading', { level: 1, name: screen.words('sittings.title') }).waitFor()
  await screen.page.getByRole('main').getByRole('listitem').getByRole('link').first().click()
  await screen.page.getByRole('heading', { level: 1, name: screen.words('sittings.of') }).waitFor()
}

/** Has a letter written, and keeps the file as it arrives. */
async function writeLetter(screen: Screen, letter: string): Promise<Buffer> {
  const papers = await side(screen, 'papers')
  const row = papers.getByRole('listitem').filter({ hasText: letter })
  const coming = screen.page.waitForEvent('download')
  await row.getByRole('button', { name: screen.words('case.letter-write') }).click()
  return readFile(await (await coming).path())
}
