import sharp from 'sharp'

import { sheet } from '#demonstration/sheet.ts'

import { act, choose, file, openFile, side, tick, write } from '../../kit/at-the-screen.ts'
import { person, type Cast } from './cast.ts'

/** Signatures of all parties, a training, a quote. */
export async function signAndTrain(cast: Cast): Promise<void> {
  const coordinator = await cast.at('serge')
  const adviser = await cast.at('aicha')
  await act(coordinator, 'sign-commitment', { party: choose('La personne'), means: choose('Sur papier') })
  await act(coordinator, 'sign-commitment', { party: choose('Le bureau'), means: choose('Sur papier') })
  await adviser.page.reload()
  await act(adviser, 'sign-commitment', { party: choose('L’opérateur'), means: choose('Sur papier') })
  await cast.office.pass(5)
  await adviser.page.reload()
  await act(adviser, 'record-training', {
    title: write('Conduite d’un élevage de pondeuses'),
    days: write(5),
    attended: write(4),
  })
  await act(adviser, 'attach-document', {
    document: file('devis-cages.pdf', 'application/pdf', paperOf('Devis', 'Cages et poulailler', '2 870 000 FCFA')),
    paper: choose('Devis'),
    title: write('Devis des cages, Mvog-Ada'),
  })
  await side(adviser, 'papers')
}

/** The first tranche: asked for on its evidence, released by a second person, paid to the supplier. */
export async function payTheFirstTranche(cast: Cast): Promise<void> {
  const finance = await cast.at('nadia')
  await openFile(finance, person)
  await act(finance, 'request-tranche', {
    payee: choose('Le fournisseur'),
    evidence: tick('Devis des cages, Mvog-Ada'),
  })
  const approver = await cast.at('olivier')
  await openFile(approver, person)
  await act(approver, 'release-tranche')
  await finance.page.reload()
  await act(finance, 'record-payment', {
    amount: write('2 870 000'),
    means: choose('Virement'),
    reference: write('VIR-0001'),
  })
  const money = await side(finance, 'money')
  await money.getByText(finance.words('case.tranche-paid'), { exact: true }).waitFor()
}

/** The first visit with a photo, first receipts, the balance. */
export async function visitAndPayTheBalance(cast: Cast): Promise<void> {
  const adviser = await cast.at('aicha')
  await cast.office.pass(28)
  await adviser.page.reload()
  await act(adviser, 'attach-document', {
    document: file('poulailler.jpg', 'image/jpeg', await photo()),
    paper: choose('Photo de visite'),
  })
  await act(adviser, 'record-visit', {
    finding: choose('Tout suit son cours'),
    income: write('85 000'),
    documents: tick('Photo de visite'),
    text: write('Les cages sont montées, cent quatre-vingts poulettes en bonne santé.'),
  })
  await act(adviser, 'attach-document', {
    document: file('facture.pdf', 'application/pdf', paperOf('Facture', 'Cages payées', '2 870 000 FCFA')),
    paper: choose('Facture ou reçu'),
  })
  const finance = await cast.at('nadia')
  await finance.page.reload()
  await act(finance, 'request-tranche', { payee: choose('Le fournisseur'), evidence: tick('Facture ou reçu') })
  const approver = await cast.at('olivier')
  await approver.page.reload()
  await act(approver, 'release-tranche')
  await finance.page.reload()
  await act(finance, 'record-payment', {
    amount: write('1 230 000'),
    means: choose('Virement'),
    reference: write('VIR-0002'),
  })
}

function paperOf(title: string, ...lines: readonly string[]): Buffer {
  return Buffer.from(sheet(title, lines))
}

function photo(): Promise<Buffer> {
  const background = { r: 120, g: 90, b: 60 }
  return sharp({ create: { width: 1200, height: 900, channels: 3, background } })
    .jpeg()
    .toBuffer()
}
