import { expect } from 'vitest'

import { verify } from '#app/verify.ts'

import { act, choose, side, write } from '../../kit/at-the-screen.ts'
import type { Screen } from '../../kit/office-days.ts'
import type { Cast } from './cast.ts'

/** A year of visits: a difficulty, reports, the visit of the office itself. */
export async function followForAYear(cast: Cast): Promise<void> {
  const adviser = await cast.at('aicha')
  const coordinator = await cast.at('serge')
  await cast.office.pass(62)
  await visit(adviser, 'Les œufs se vendent au marché.', '110 000')
  await cast.office.pass(60)
  await adviser.page.reload()
  await act(adviser, 'raise-difficulty', {
    about: choose('Clients et ventes'),
    text: write('Les ventes baissent, plusieurs poules toussent.'),
  })
  await cast.office.pass(10)
  await adviser.page.reload()
  await act(adviser, 'resolve-difficulty', { text: write('Le vétérinaire est passé, le traitement a pris.') })
  await cast.office.pass(22)
  await visit(adviser, 'La ponte a repris.', '130 000')
  await act(adviser, 'submit-report', { text: write('À mi-chemin : l’élevage tient, les ventes reprennent.') })
  await cast.office.pass(30)
  await visit(coordinator, 'Vue par le bureau : une activité solide.', '135 000')
  await cast.office.pass(62)
  await visit(adviser, 'Une employée à mi-temps.', '150 000')
  await cast.office.pass(92)
  await visit(adviser, 'Un an : elle vit de son élevage.', '165 000')
  await act(adviser, 'submit-report', { text: write('Le projet vit. La famille est installée.') })
  await side(adviser, 'visits')
}

/** The file is closed. */
export async function closeTheFile(cast: Cast): Promise<void> {
  const coordinator = await cast.at('serge')
  const { page, words } = coordinator
  await page.reload()
  await act(coordinator, 'close-case', { reason: choose("L'accompagnement est arrivé à son terme") })
  await page.getByText(words('case.closed')).waitFor()
  const { faults, streams } = await verify(cast.office.house)
  expect(faults).toEqual([])
  expect(streams).toBe(2)
}

async function visit(screen: Screen, words: string, income: string): Promise<void> {
  await screen.page.reload()
  await act(screen, 'record-visit', {
    finding: choose('Tout suit son cours'),
    income: write(income),
    text: write(words),
  })
}
