import { expect } from 'vitest'

import { addDays } from '#domain/calendar.ts'

import { act, choose, date, find, openAsked, openFile, side, write, type Answer } from '../../kit/at-the-screen.ts'
import { picture } from '../../kit/picture.ts'
import { person, type Cast } from './cast.ts'

/** The office in Yaoundé takes the file, and meets her. */
export async function receive(cast: Cast): Promise<void> {
  const screen = await cast.at('serge')
  await openFile(screen, person)
  await picture(screen, 'case-offered')
  await act(screen, 'accept-custody')
  await cast.office.pass(2)
  await screen.page.reload()
  await act(screen, 'record-first-contact', {
    arrivedOn: date(addDays(cast.office.today(), -1)),
    text: write('Elle va bien. Sa sœur l’héberge à Mfou.'),
  })
}

/** One operator declines, another one accepts. */
export async function nameAnOperator(cast: Cast): Promise<void> {
  const coordinator = await cast.at('serge')
  await act(coordinator, 'designate-operator', {
    operator: choose('Wouri Conseil'),
    reason: write('Connaît les filières avicoles.'),
  })
  const first = await cast.at('jean')
  await openAsked(first)
  expect(await first.page.getByText(person).count()).toBe(0)
  await picture(first, 'case-designated')
  await act(first, 'refuse-designation', { reason: write('Personne de disponible dans le Centre avant trois mois.') })
  // Whoever declined has no part in the file any more, and does not keep it in sight.
  await first.page.getByText(first.words('case.none'), { exact: true }).waitFor()
  expect(await first.page.getByText(person).count()).toBe(0)
  await openFile(coordinator, person)
  await act(coordinator, 'designate-operator', {
    operator: choose('Sahel Entreprendre'),
    reason: write('Présent à Yaoundé, deux élevages suivis l’an dernier.'),
  })
  const adviser = await cast.at('aicha')
  await openAsked(adviser)
  await act(adviser, 'accept-designation')
  await adviser.page.getByRole('heading', { level: 1, name: person }).waitFor()
}

/** Idea, approval, costing from local prices, plan. */
export async function buildTheProject(cast: Cast): Promise<void> {
  const adviser = await cast.at('aicha')
  const coordinator = await cast.at('serge')
  await cast.office.pass(7)
  await adviser.page.reload()
  await act(adviser, 'submit-idea', {
    activity: find('Aviculture'),
    text: write('Deux cents pondeuses à Mfou, les œufs vendus aux écoles et au marché.'),
  })
  // His screen has heard of it: nothing was loaded again.
  await act(coordinator, 'approve-idea')
  await cast.office.pass(14)
  await adviser.page.reload()
  await act(adviser, 'record-feasibility', {
    relevance: choose('Bien'),
    market: choose('Bien'),
    viable: choose('Oui'),
    lines: budget([
      ['Poulailler et cages', '2 400 000'],
      ['Deux cents poulettes', '1 300 000'],
      ['Aliments pour trois mois', '900 000'],
    ]),
    ownContribution: write('500 000'),
    requested: write('4 100 000'),
  })
  await act(adviser, 'submit-plan', { text: write('Vente dès le cinquième mois, équilibre au huitième.') })
  await side(adviser, 'project')
}

function budget(lines: readonly (readonly [string, string])[]): Answer {
  return async (form, question) => {
    const group = form.getByRole('group', { name: question })
    for (const [index, [what, amount]] of lines.entries()) {
      if (index > 0) await group.getByRole('button', { name: 'Ajouter une ligne' }).click()
      const line = group.getByRole('listitem').nth(index)
      await write(what)(line, 'Dépense')
      await write(amount)(line, 'Montant')
    }
    await group.getByText('4 600 000').waitFor()
  }
}
