/** An invented sitting with its files, for the tests of its papers. */
import type { Language } from '#app/ports.ts'
import type { AgendaPaper, MinutesOfFile, MinutesPaper, PackPaper, SittingPaperBase } from '#domain/sitting/papers.ts'

const words = {
  fr: {
    scheme: 'Réinsertion au Cameroun',
    committee: 'Comité de sélection',
    office: 'Représentation de Yaoundé',
    address: ['Quartier du Lac, bâtiment B', 'Yaoundé, Cameroun'],
    place: 'Salle Mfoundi, Yaoundé',
    seats: ['Ambassade', 'Agence de développement', 'Service de coopération', 'Ministère de l’Emploi'],
    projects: ['Élevage de poules pondeuses', 'Salon de coiffure', 'Réparation de téléphones'],
    region: 'Mfou, région du Centre',
    aid: 'Aide à la création d’entreprise',
    summary:
      'Reprendre l’élevage familial avec 400 pondeuses et vendre les œufs au marché de Mfou et à deux épiceries.',
    relevance: 'Mfou est à une heure de Yaoundé ; l’eau et le terrain sont là, deux familles voisines élèvent déjà.',
    market: 'Trois acheteurs se sont engagés par écrit. Le plateau se vend entre 1 800 et 2 200 francs.',
    budget: 'Deux devis pour les cages ; l’aliment pèse 62 % des charges et reste la dépense à surveiller.',
    lines: [
      'Cages pour 400 pondeuses',
      'Poulettes de 18 semaines',
      'Aliment, trois mois',
      'Abreuvoirs et petit matériel',
    ],
    opinion: 'Elle connaît le métier et tient ses comptes. Prévoir une réserve d’un mois d’aliment.',
    papers: ['Plan d’affaires', 'Devis des cages (2)', 'Promesse de bail du terrain'],
    question: 'Que se passe-t-il si l’aliment manque à Mfou ?',
    condition: 'Fournir le bail signé avant le premier versement.',
    ground: 'Le prix des cages a été ramené à celui du dernier relevé local.',
    asked: 'Un second acheteur confirmé par écrit.',
    refusal: 'Quatre salons sont déjà ouverts dans la même rue.',
    close: 'Le comité remercie les opérateurs et fixe sa prochaine séance au mois de juin.',
  },
  en: {
    scheme: 'Reintegration in Cameroon',
    committee: 'Selection committee',
    office: 'Yaoundé Office',
    address: ['Lake District, building B', 'Yaoundé, Cameroon'],
    place: 'Mfoundi Room, Yaoundé',
    seats: ['Embassy', 'Development agency', 'Cooperation service', 'Ministry of Employment'],
    projects: ['Laying hens', 'Hairdressing salon', 'Phone repair'],
    region: 'Mfou, Centre region',
    aid: 'Support for a business of one’s own',
    summary: 'Take up the family farm again with 400 laying hens and sell eggs at Mfou market and to two groceries.',
    relevance: 'Mfou is an hour from Yaoundé; water and land are there, two families nearby already keep hens.',
    market: 'Three buyers have committed in writing. A tray sells for 1,800 to 2,200 francs.',
    budget: 'Two quotes for the cages; feed is 62% of the costs and remains the expense to watch.',
    lines: ['Cages for 400 hens', 'Pullets of 18 weeks', 'Feed, three months', 'Drinkers and small equipment'],
    opinion: 'She knows the trade and keeps her accounts. Plan for a reserve of one month of feed.',
    papers: ['Business plan', 'Quotes for the cages (2)', 'Promise of lease for the land'],
    question: 'What happens if feed runs short in Mfou?',
    condition: 'Hand in the signed lease before the first payment.',
    ground: 'The price of the cages was brought down to that of the latest local survey.',
    asked: 'A second buyer confirmed in writing.',
    refusal: 'Four salons are already open in the same street.',
    close: 'The committee thanks the operators and sets its next sitting for June.',
  },
  ar: {
    scheme: 'إعادة الإدماج في الكاميرون',
    committee: 'لجنة الاختيار',
    office: 'مكتب ياوندي',
    address: ['حي البحيرة، المبنى ب', 'ياوندي، الكاميرون'],
    place: 'قاعة مفوندي، ياوندي',
    seats: ['السفارة', 'وكالة التنمية', 'مصلحة التعاون', 'وزارة التشغيل'],
    projects: ['تربية الدجاج البيّاض', 'صالون حلاقة', 'إصلاح الهواتف'],
    region: 'مفو، جهة الوسط',
    aid: 'مساعدة على إنشاء مشروع',
    summary: 'استئناف تربية الدواجن العائلية بأربعمائة دجاجة وبيع البيض في سوق مفو ولدكانين.',
    relevance: 'تبعد مفو ساعة عن ياوندي؛ والماء والأرض متوفران، وهناك عائلتان مجاورتان تربيان الدجاج.',
    market: 'التزم ثلاثة مشترين كتابةً. ويباع الطبق بين 1,800 و2,200 فرنك.',
    budget: 'عرضا أسعار للأقفاص؛ ويمثل العلف 62 % من التكاليف ويبقى النفقة الواجب مراقبتها.',
    lines: ['أقفاص لأربعمائة دجاجة', 'فراخ عمرها 18 أسبوعًا', 'علف لثلاثة أشهر', 'مشارب ومعدات صغيرة'],
    opinion: 'تعرف المهنة وتمسك حساباتها. ينبغي توفير احتياطي علف لمدة شهر.',
    papers: ['خطة العمل', 'عرضا أسعار الأقفاص', 'وعد بكراء الأرض'],
    question: 'ماذا لو نقص العلف في مفو؟',
    condition: 'تقديم عقد الكراء موقّعًا قبل الدفعة الأولى.',
    ground: 'خُفّض ثمن الأقفاص إلى الثمن الوارد في آخر مسح محلي.',
    asked: 'مشترٍ ثانٍ يؤكد كتابةً.',
    refusal: 'هناك أربعة صالونات مفتوحة في الشارع نفسه.',
    close: 'تشكر اللجنة المشغّلين وتحدد جلستها المقبلة في شهر يونيو.',
  },
} as const

const names = ['Awa Ngono', 'Blaise Tchoumi', 'Clarisse Abena Mvondo', 'Didier Fotso']
const files = ['CM-2026-000123', 'CM-2026-000131', 'CM-2026-000140', 'CM-2026-000152']
const seated = ['Hélène Marchand', 'Samuel Essomba', 'Nadia Benali', 'Paul-Henri Owona'] as const
const fingerprint = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'
const xaf = (amount: number) => ({ amount, currency: 'XAF' })

function base(language: Language): SittingPaperBase {
  const word = words[language]
  return {
    scheme: word.scheme,
    committee: word.committee,
    office: {
      name: word.office,
      place: word.address[1].split(/[,،]/)[0] ?? '',
      address: word.address,
      contact: ['+237 222 00 00 00', 'bureau@example.org'],
    },
    reference: 'S-2026-11-26',
    date: '2026-11-20',
    sitting: { on: '2026-11-26', time: '09:00', place: word.place },
    fingerprint,
  }
}

function members(language: Language) {
  return seated.map((name, at) => ({
    name,
    seat: words[language].seats[at] ?? '',
    part: at === 0 ? ('chair' as const) : at === 3 ? ('alternate' as const) : ('member' as const),
  }))
}

/** The call to a sitting with so many files. */
export function sampleAgenda(language: Language, count: number): AgendaPaper {
  const word = words[language]
  return {
    ...base(language),
    cutOff: '2026-11-20',
    quorum: 3,
    members: members(language),
    files: Array.from({ length: count }, (_, at) => ({
      number: at + 1,
      name: names[at % names.length] ?? '',
      file: files[at % files.length] ?? '',
      project: word.projects[at % word.projects.length] ?? '',
      place: word.region,
      requested: xaf(4_600_000 - at * 25_000),
      time: `${String(9 + Math.floor((at * 15) / 60)).padStart(2, '0')}:${String((at * 15) % 60).padStart(2, '0')}`,
      minutes: 15,
    })),
    signatory: { title: word.seats[0], name: seated[0] },
  }
}

/** A file as the members read it, with a project of twenty-four months where `flow` is set. */
export function samplePack(language: Language, flow: boolean): PackPaper {
  const word = words[language]
  const costs = [2_100_000, 1_480_000, 870_000, 150_000]
  return {
    ...base(language),
    number: 7,
    files: 60,
    person: { name: names[0] ?? '', file: files[0] ?? '', household: 4, returnedOn: '2026-03-18' },
    aid: word.aid,
    operator: 'GIC Terre Nouvelle',
    project: { title: word.projects[0], place: word.region, summary: { known: word.summary } },
    request: {
      requested: xaf(4_100_000),
      cost: xaf(4_600_000),
      ownContribution: xaf(500_000),
      ceiling: xaf(4_600_000),
    },
    questions: [
      { question: 'relevance', judgement: 'good', text: word.relevance },
      { question: 'market', judgement: 'fair', text: word.market },
      { question: 'budget', judgement: 'good', text: word.budget },
    ],
    currency: 'XAF',
    budget: word.lines.map((label, at) => ({
      label,
      quantity: at === 0 ? '10' : at === 1 ? '400' : '1',
      unitPrice: xaf(Math.round((costs[at] ?? 0) / (at === 0 ? 10 : at === 1 ? 400 : 1))),
      amount: xaf(costs[at] ?? 0),
    })),
    ...(flow
      ? {
          cashFlow: {
            months: Array.from({ length: 24 }, (_, at) => ({
              in: xaf(at < 2 ? 0 : 610_000 + (at % 5) * 20_000),
              out: xaf(at === 0 ? 400_000 : 480_000 + (at % 3) * 60_000),
              balance: xaf(
                [500, 20, -140, -60, 90, 180][at] === undefined
                  ? 60_000 * (at - 4)
                  : ([500, 20, -140, -60, 90, 180][at] ?? 0) * 1000,
              ),
            })),
            breakEven: xaf(412_000),
            deciding: { assumption: { kind: 'cost-price', line: 'feed' }, by: 18, month: 9, title: word.lines[2] },
          },
        }
      : {}),
    plan: `${word.summary}\n\n${word.market}`,
    opinion: { viable: true, by: 'Solange Etoundi, GIC Terre Nouvelle', on: '2026-11-10', text: word.opinion },
    earlier: [{ on: '2026-06-11', outcome: 'postpone', text: word.asked }],
    papers: word.papers.map((title) => ({ title, on: '2026-11-09', fingerprint })),
  }
}

export function sampleMinutes(language: Language, signed = false): MinutesPaper {
  const word = words[language]
  const [chair, second, third, absent] = members(language)
  if (!chair || !second || !third || !absent) throw new Error('the sample has four members')
  const file = (at: number): Omit<MinutesOfFile, 'decision'> => ({
    number: at + 1,
    name: names[at] ?? '',
    file: files[at] ?? '',
    project: word.projects[at % 3] ?? '',
    requested: xaf(4_600_000),
    presentedBy: 'Solange Etoundi, GIC Terre Nouvelle',
    recused: at === 1 ? [third.name] : [],
    voting: at === 1 ? 2 : 3,
    heard: true,
    questions: at === 0 ? [word.question, word.market] : [],
    vote: at === 0 ? { by: 'vote', for: 2, against: 1, abstained: 0, casting: false } : { by: 'consensus' },
  })
  const none = { conditions: [], grounds: [] }
  return {
    ...base(language),
    date: '2026-11-26',
    openedAt: '09:05',
    closedAt: '12:40',
    quorum: 2,
    present: [
      { ...chair, remote: false },
      { ...second, remote: false, from: '09:30' },
      { ...third, remote: true },
    ],
    excused: [absent],
    files: [
      {
        ...file(0),
        decision: {
          outcome: 'select-for-less',
          amount: xaf(4_100_000),
          conditions: [word.condition],
          grounds: [word.ground],
        },
      },
      { ...file(1), decision: { outcome: 'refuse', ...none, grounds: [word.refusal] } },
      { ...file(2), decision: { outcome: 'postpone', ...none, grounds: [word.asked], until: '2027-02-15' } },
      { ...file(3), decision: null },
    ],
    text: word.close,
    signatures: [chair, second, third].map(({ name, part }, at) => ({
      name,
      part,
      ...(signed && at < 2 ? { signed: { on: '2026-11-26', means: 'on-device' as const } } : {}),
    })),
  }
}
