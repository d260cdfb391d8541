/** Invented people and projects, for the tests of the letters. */
import type { CommitmentContract, DecisionLetter, Language, LetterBase, ProjectSheet } from '#app/ports.ts'

const words = {
  fr: {
    scheme: 'Réinsertion au Cameroun',
    office: 'Représentation de Yaoundé',
    address: ['Quartier du Lac, bâtiment B', 'Yaoundé, Cameroun'],
    project: 'Élevage de poules pondeuses à Mfou',
    committee: 'Comité de sélection de Yaoundé',
    stages: ['Préparation', 'Arrivée', 'Projet', 'Lancement', 'Suivi'],
    conditions: [
      'Fournir deux devis (cages et aliments) avant le premier versement.',
      'Suivre la formation en gestion proposée par l’opérateur.',
    ],
    tranches: ['Premier versement', 'Second versement'],
    proofs: [
      ['Contrat signé', 'Deux devis acceptés'],
      ['Premières factures', 'Visite satisfaisante'],
    ],
    next: 'Votre conseillère vous appelle pour signer le contrat d’engagement.',
    appeal: 'Vous pouvez demander un nouvel examen au bureau, par écrit, dans les deux mois qui suivent cette lettre.',
    reason: 'Le prix des cages a été ramené à celui du dernier relevé de prix local.',
    asked: ['Un devis d’un second fournisseur.', 'Le calcul du prix de vente d’un plateau d’œufs.'],
    grounds: ['Le marché visé est déjà servi par trois élevages voisins.', 'Le terrain n’est pas encore disponible.'],
    signatory: 'Le chef de la représentation',
    sector: 'Élevage',
    place: 'Mfou, région du Centre',
  },
  en: {
    scheme: 'Reintegration in Cameroon',
    office: 'Yaoundé Office',
    address: ['Lake District, building B', 'Yaoundé, Cameroon'],
    project: 'Laying hens in Mfou',
    committee: 'Selection committee, Yaoundé',
    stages: ['Preparation', 'Arrival', 'Project', 'Launch', 'Monitoring'],
    conditions: [
      'Provide two quotes (cages and feed) before the first payment.',
      'Attend the management training offered by the operator.',
    ],
    tranches: ['First payment', 'Second payment'],
    proofs: [
      ['Signed contract', 'Two accepted quotes'],
      ['First invoices', 'Satisfactory visit'],
    ],
    next: 'Your adviser will call you to sign the commitment contract.',
    appeal: 'You may ask the office in writing to look at the decision again, within two months of this letter.',
    reason: 'The price of the cages was brought down to that of the latest local price survey.',
    asked: ['A quote from a second supplier.', 'The calculation of the price of a tray of eggs.'],
    grounds: ['The market is already served by three farms nearby.', 'The land is not available yet.'],
    signatory: 'Head of office',
    sector: 'Livestock',
    place: 'Mfou, Centre region',
  },
  ar: {
    scheme: 'إعادة الإدماج في الكاميرون',
    office: 'مكتب ياوندي',
    address: ['حي البحيرة، المبنى ب', 'ياوندي، الكاميرون'],
    project: 'تربية الدجاج البيّاض في مفو',
    committee: 'لجنة الاختيار في ياوندي',
    stages: ['التحضير', 'الوصول', 'المشروع', 'الانطلاق', 'المتابعة'],
    conditions: ['تقديم عرضي أسعار (الأقفاص والعلف) قبل الدفعة الأولى.', 'Suivre la formation en gestion (5 jours).'],
    tranches: ['الدفعة الأولى', 'الدفعة الثانية'],
    proofs: [
      ['العقد موقّع', 'عرضا أسعار مقبولان'],
      ['أول الفواتير', 'زيارة مُرضية'],
    ],
    next: 'ستتصل بكم المستشارة لتوقيع عقد الالتزام.',
    appeal: 'يمكنكم أن تطلبوا من المكتب كتابةً إعادة النظر في القرار خلال شهرين من هذه الرسالة.',
    reason: 'خُفّض ثمن الأقفاص إلى الثمن الوارد في آخر مسح محلي للأسعار.',
    asked: ['عرض أسعار من مورّد ثانٍ.', 'حساب ثمن بيع طبق البيض.'],
    grounds: ['يخدم السوقَ المقصود ثلاثُ مزارع مجاورة.', 'الأرض غير متاحة بعد.'],
    signatory: 'رئيس المكتب',
    sector: 'تربية المواشي',
    place: 'مفو، جهة الوسط',
  },
} as const

const xaf = (amount: number) => ({ amount, currency: 'XAF' })
const states = ['done', 'done', 'now', 'ahead', 'ahead'] as const

function base(language: Language, name: string): LetterBase {
  const word = words[language]
  return {
    scheme: word.scheme,
    office: {
      name: word.office,
      place: word.address[1].split(/[,،]/)[0] ?? '',
      address: word.address,
      contact: ['+237 222 00 00 00', 'bureau@example.org'],
    },
    reference: 'CM-2026-000123/D-2',
    date: '2026-12-01',
    person: { name, file: 'CM-2026-000123', address: ['Mfou', 'BP 214'] },
    road: word.stages.map((title, at) => ({ title, state: states[at] ?? 'ahead' })),
  }
}

export type SampleOutcome = DecisionLetter['decision']['outcome']

export function sampleDecision(language: Language, outcome: SampleOutcome, name = 'Awa Ngono'): DecisionLetter {
  const word = words[language]
  const granted = {
    conditions: word.conditions,
    tranches: [
      { title: word.tranches[0], amount: xaf(2_870_000), payee: 'supplier' as const, conditions: word.proofs[0] },
      { title: word.tranches[1], amount: xaf(1_230_000), payee: 'beneficiary' as const, conditions: word.proofs[1] },
    ],
  }
  const decisions: Record<SampleOutcome, DecisionLetter['decision']> = {
    select: { outcome: 'select', award: xaf(4_100_000), ...granted },
    'select-for-less': {
      outcome: 'select-for-less',
      requested: xaf(4_600_000),
      award: xaf(4_100_000),
      reason: word.reason,
      ...granted,
    },
    postpone: { outcome: 'postpone', asked: word.asked, until: '2027-02-15' },
    refuse: { outcome: 'refuse', grounds: word.grounds },
    absent: { outcome: 'absent', nextSittingOn: '2027-06-10' },
  }
  const favourable = outcome === 'select' || outcome === 'select-for-less'
  return {
    ...base(language, name),
    committee: word.committee,
    sittingOn: '2026-11-26',
    project: word.project,
    decision: decisions[outcome],
    ...(favourable ? { next: { text: word.next, by: '2026-12-15' } } : {}),
    ...(outcome === 'refuse' ? { appeal: word.appeal, appealUntil: '2027-02-01' } : {}),
    signatory: { title: word.signatory, name: 'Jean-Baptiste Mbarga' },
  }
}

export function sampleContract(language: Language, signed = false): CommitmentContract {
  const word = words[language]
  const signature = signed ? { signed: { on: '2026-12-10', means: 'on-device' as const } } : {}
  return {
    ...base(language, 'Awa Ngono'),
    parties: [
      { party: 'beneficiary', name: 'Awa Ngono', details: ['Mfou', '+237 6 99 00 00 00'] },
      { party: 'operator', name: 'GIC Terre Nouvelle', representedBy: 'Solange Etoundi' },
      { party: 'office', name: word.office, details: word.address, representedBy: 'Jean-Baptiste Mbarga' },
    ],
    project: word.project,
    sector: word.sector,
    place: word.place,
    decided: { by: word.committee, on: '2026-11-26', reference: 'PV-2026-11/7' },
    award: xaf(4_100_000),
    ownContribution: xaf(500_000),
    tranches: [
      { title: word.tranches[0], amount: xaf(2_870_000), payee: 'supplier', conditions: word.proofs[0] },
      { title: word.tranches[1], amount: xaf(1_230_000), payee: 'beneficiary', conditions: word.proofs[1] },
    ],
    monitoring: { months: 12, starts: 'first-payment', visits: [1, 3, 6, 9, 12] },
    signatures: [
      { party: 'beneficiary', name: 'Awa Ngono', ...signature },
      { party: 'operator', name: 'Solange Etoundi', ...signature },
      { party: 'office', name: 'Jean-Baptiste Mbarga' },
    ],
    ...(signed ? { fingerprint: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' } : {}),
  }
}

export function sampleSheet(language: Language, lines: number): ProjectSheet {
  const word = words[language]
  return {
    ...base(language, 'Awa Ngono'),
    project: word.project,
    summary: { known: word.conditions.join(' ') },
    place: { known: word.place },
    sector: { known: word.sector },
    jobs: { known: 3, estimated: true },
    operator: { known: 'GIC Terre Nouvelle' },
    adviser: { unknown: 'not-asked' },
    currency: 'XAF',
    budget: Array.from({ length: lines }, (_, at) => ({
      label: `${word.asked[at % 2]} (${at + 1})`,
      amount: xaf(100_000 + at * 5_000),
    })),
    funding: [
      { label: word.scheme, amount: xaf(4_100_000), state: 'decided' },
      { label: 'Awa Ngono', amount: xaf(100_000), state: 'pledged' },
    ],
    dates: [
      { label: word.stages[1], date: { known: '2026-09-03' } },
      { label: word.stages[3], date: { known: '2027-01-10', estimated: true } },
      { label: word.stages[4], date: { unknown: 'unknown' } },
    ],
  }
}
