import type { Session } from '../session.ts'

const yaounde = { id: 'yaounde', name: 'Représentation de Yaoundé', country: 'CM' }

/** Invented people for the gallery only. */
export const session: Session = {
  user: { id: 'u1', name: 'Mireille Abega', email: 'mireille@example.org', language: 'fr' },
  seat: { role: 'coordinator', office: yaounde },
  seats: [
    { role: 'coordinator', office: yaounde },
    { role: 'committee-secretary', office: yaounde },
  ],
  demonstration: true,
}

type Words = { readonly fr: string; readonly en: string; readonly ar: string }

export const stageTitles: readonly Words[] = [
  { fr: 'Préparation', en: 'Preparation', ar: 'التحضير' },
  { fr: 'Arrivée', en: 'Arrival', ar: 'الوصول' },
  { fr: 'Projet', en: 'Project', ar: 'المشروع' },
  { fr: 'Comité', en: 'Committee', ar: 'اللجنة' },
  { fr: 'Démarrage', en: 'Launch', ar: 'الانطلاق' },
  { fr: 'Suivi d’un an', en: 'Year of visits', ar: 'متابعة لمدة سنة' },
]

export const people = [
  { id: '1', name: 'Awa Nkeng', place: 'Bafoussam', awarded: 4_100_000, since: '2026-09-14' },
  {
    id: '2',
    name: 'Jean-Baptiste Emmanuel Ntolo Essomba Mvondo de la Sanaga-Maritime',
    place: 'Édéa',
    awarded: 2_650_000,
    since: '2026-10-02',
  },
  { id: '3', name: 'أمينة بن سالم', place: 'Sfax', awarded: 0, since: '2026-11-19' },
] as const
