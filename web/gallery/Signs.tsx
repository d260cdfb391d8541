import { useState, type ReactNode } from 'react'

import { useText } from '../i18n.ts'
import { Amount } from '../ui/Amount.tsx'
import { CustodyTag } from '../ui/CustodyTag.tsx'
import { Day, Distance } from '../ui/Day.tsx'
import { KnownMark } from '../ui/KnownMark.tsx'
import { Mark, Wordmark } from '../ui/Mark.tsx'
import { MoneyStrip } from '../ui/MoneyStrip.tsx'
import { Road, type RoadStage } from '../ui/Road.tsx'
import { SyncMark, syncStates } from '../ui/SyncMark.tsx'
import { Table, type Column, type Sort } from '../ui/Table.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { Why } from '../ui/Why.tsx'
import { people, stageTitles } from './sample.ts'

const states = ['done', 'done', 'now', 'waiting', 'ahead', 'ahead'] as const
const otherStates = ['done', 'skipped', 'late', 'unknown', 'ahead', 'ahead'] as const
const dates = ['2026-09-14', '2026-10-30', '2026-11-27', undefined, undefined, undefined]

function useRoad(of: readonly RoadStage['state'][]): readonly RoadStage[] {
  const text = useText()
  return of.map((state, index) => ({
    id: String(index),
    title: stageTitles[index]?.[text.language] ?? '',
    state,
    date: dates[index],
    owes: state === 'now' || state === 'late' ? text('role.adviser') : undefined,
  }))
}

export function Signs() {
  const road = useRoad(states)
  const otherRoad = useRoad(otherStates)
  const text = useText()
  return (
    <>
      <Piece name="Wordmark, Mark">
        <div className="flex flex-wrap items-end gap-8">
          <Wordmark className="text-display" />
          <Wordmark className="text-lead" />
          <Mark />
        </div>
      </Piece>
      <Piece name="Road wide">
        <Road stages={road} />
      </Piece>
      <Piece name="Road wide, late">
        <Road stages={otherRoad} />
      </Piece>
      <Piece name="Road vertical">
        <div className="max-w-xs">
          <Road stages={otherRoad} form="vertical" />
        </div>
      </Piece>
      <Piece name="MoneyStrip">
        <MoneyStrip
          amounts={{ pledged: 5_000_000, decided: 4_100_000, released: 2_870_000, paid: 2_870_000, proven: 1_350_000 }}
          funder={{ amounts: { pledged: 762_245, decided: 625_040, released: 437_529 }, currency: 'EUR' }}
          currency="XAF"
        />
      </Piece>
      <Piece name="Why">
        <Why open reasons={reasons}>
          <p className="text-lead font-strong">
            {text.language === 'ar' ? 'المساعدة لإنشاء مشروع متاحة' : 'Aide à la création d’entreprise : ouverte'}
          </p>
        </Why>
      </Piece>
      <Piece name="KnownMark">
        <div className="flex flex-wrap gap-x-8 gap-y-2">
          <KnownMark of="known">1990</KnownMark>
          <KnownMark of="estimated">1990</KnownMark>
          <KnownMark of="unknown" />
          <KnownMark of="refused" />
          <KnownMark of="not-asked" />
        </div>
      </Piece>
      <Piece name="SyncMark, CustodyTag, Day, Distance, Amount">
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          {syncStates.map((state) => (
            <SyncMark key={state} state={state} />
          ))}
          <CustodyTag office="Représentation de Yaoundé" since="2026-10-30" offeredTo="OTE Tunis" />
          <Day value="2026-11-22" /> <Day value="1990" /> <Distance value="2026-11-25" today="2026-11-22" />
          <Amount value={{ amount: 4_100_000, currency: 'XAF' }} />
        </div>
      </Piece>
      <Lists road={road} otherRoad={otherRoad} />
    </>
  )
}

function Lists({ road, otherRoad }: { road: readonly RoadStage[]; otherRoad: readonly RoadStage[] }) {
  const text = useText()
  const [sort, setSort] = useState<Sort>({ by: 'since', descending: true })
  const [tab, setTab] = useState('story')
  return (
    <>
      <Piece name="Table">
        <Table
          caption="Dossiers"
          rows={people}
          rowKey={(row) => row.id}
          current="2"
          sort={sort}
          onSort={setSort}
          count={214}
          onMore={() => setSort(sort)}
          columns={columnsOf(road, otherRoad)}
        />
      </Piece>
      <Piece name="Tabs">
        <Tabs
          label="Dossier"
          chosen={tab}
          onChoose={setTab}
          items={['story', 'family', 'project', 'money', 'papers', 'visits', 'access'].map((id, index) => ({
            id,
            title: stageTitles[index % 6]?.[text.language] ?? id,
            count: index === 4 ? 12 : undefined,
            content: <p>{id}</p>,
          }))}
        />
      </Piece>
    </>
  )
}

export function Piece({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <h2 lang="en" className="mb-3 text-small font-normal text-ink-soft">
        {name}
      </h2>
      {children}
    </div>
  )
}

const reasons = [
  {
    id: 'stay',
    rule: 'La personne a vécu au moins trois mois dans le pays d’accueil.',
    outcome: 'met' as const,
    source: 'Règlement du dispositif, article 4',
    facts: [{ name: 'Séjour', value: '26 mois' }],
  },
  {
    id: 'help',
    rule: 'Elle n’a pas déjà reçu une aide au retour ces cinq dernières années.',
    outcome: 'not-known' as const,
    source: 'Règlement du dispositif, article 6',
    facts: [{ name: 'Aide précédente', known: 'not-asked' as const }],
  },
  {
    id: 'age',
    rule: 'Elle est majeure le jour de la demande.',
    outcome: 'met' as const,
    source: 'Règlement du dispositif, article 3',
    facts: [{ name: 'Naissance', value: '1998', known: 'estimated' as const }],
  },
]

type Person = (typeof people)[number]

function columnsOf(road: readonly RoadStage[], otherRoad: readonly RoadStage[]): readonly Column<Person>[] {
  return [
    { id: 'name', title: 'Personne', heads: true, cell: nameCell },
    {
      id: 'road',
      title: 'Parcours',
      width: 'narrow',
      cell: ({ id }) => <Road form="strip" stages={id === '2' ? otherRoad : road} />,
    },
    { id: 'place', title: 'Lieu', sortable: true, cell: ({ place }) => <bdi>{place}</bdi> },
    { id: 'since', title: 'Depuis', sortable: true, cell: ({ since }) => <Day value={since} form="short" /> },
    { id: 'awarded', title: 'Accordé', numeric: true, sortable: true, cell: awardCell },
  ]
}

function nameCell({ name }: Person) {
  return <bdi className="font-strong">{name}</bdi>
}

function awardCell({ awarded }: Person) {
  return awarded === 0 ? <KnownMark of="not-asked" small /> : <Amount value={{ amount: awarded, currency: 'XAF' }} />
}
