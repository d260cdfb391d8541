import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

import type { RegionAnswer } from '#contract/answers.ts'
import type { Obligation } from '#domain/case/obligations.ts'
import type { Refusal } from '#domain/outcome.ts'
import { regionName, type RegionTable } from '#domain/place.ts'
import { findStep } from '#domain/scheme/journey.ts'
import type { Text as SchemeText } from '#domain/scheme/scheme.ts'
import { sectorNames } from '#domain/sectors.ts'

import { reading, type Problem } from '../api.ts'
import { useText, type Text } from '../i18n.ts'
import { nameOf } from '../local/act.ts'
import type { CaseFile } from '../local/case-file.ts'
import { readableValues, type Names } from '../readable.ts'

/** Everything a case refers to by id, as words in the present language. What is not known stays as it is. */
export type CaseWords = {
  readonly text: Text
  readonly names: Names
  office(id: string): string
  region(code: string): string
  sector(id: string): string
  step(id: string): string
  aid(id: string): string
  paper(id: string): string
  tranche(id: string): string
  consent(purpose: string): string
  instrument(id: string): string
  fact(id: string): string
  rule(id: string): string
  closure(id: string): string
  /** Name of a person on this case. */
  person(id: string): string
  /** What a text reference stands for, or undefined when the words were erased. */
  words(reference: string | null | undefined): string | undefined
  source(id: string | null | undefined): string | undefined
  obligation(obligation: Obligation): string
  /** A refusal of the domain as a problem to be shown: its ids are words by now. */
  problem(refusal: Pick<Refusal, 'code' | 'facts' | 'field'>): Problem
  titled(title: SchemeText): string
}

/** The words of one case. Names of regions come a little later than the rest. */
export function useCaseWords(file: Pick<CaseFile, 'answer' | 'ground'>): CaseWords {
  const text = useText()
  const { answer, ground } = file
  const regions = useRegions(ground.running.scheme.country)
  return useMemo(() => wordsOf(text, answer, ground, regions), [text, answer, ground, regions])
}

/** The regions of a country: asked once, and kept as long as the page is open. */
export function useRegions(country: string): RegionTable {
  const { data } = useQuery({
    ...reading<{ rows: readonly RegionAnswer[] }>(`/api/regions?country=${country}`),
    staleTime: Infinity,
    gcTime: Infinity,
    enabled: country !== '',
    select: tableOf,
  })
  return data ?? none
}

function tableOf({ rows }: { readonly rows: readonly RegionAnswer[] }): RegionTable {
  return Object.fromEntries(rows.map(({ code, en, fr, ar }) => [code, [en, fr, ar]]))
}

const none: RegionTable = {}

function wordsOf(text: Text, answer: CaseFile['answer'], ground: CaseFile['ground'], regions: RegionTable): CaseWords {
  const { edition, scheme } = ground.running
  const titled = (title: SchemeText): string => title[text.language]
  const found = (title: SchemeText | undefined, id: string): string => (title ? titled(title) : id)
  const tranches = edition.aids.flatMap((aid) => aid.tranches)
  const office = (id: string): string => ground.officeNames[id] ?? id
  const names: Names = {
    running: ground.running,
    office: (id) => ground.officeNames[id],
    sector: (id) => sectorNames[id],
  }
  const step = (id: string): string => found(findStep(edition, id)?.step.title, id)
  return {
    text,
    names,
    titled,
    office,
    step,
    region: (code) => regionName(regions, code, text.language),
    sector: (id) => found(sectorNames[id], id),
    aid: (id) => found(edition.aids.find((each) => each.aid === id)?.title, id),
    paper: (id) => found(edition.papers.find((each) => each.paper === id)?.title, text.maybe(`case.paper-${id}`) ?? id),
    tranche: (id) => found(tranches.find((each) => each.tranche === id)?.title, id),
    consent: (id) => found(edition.consents.find((each) => each.purpose === id)?.title, id),
    instrument: (id) => found(edition.instruments.find((each) => each.instrument === id)?.title, id),
    fact: (id) => found(edition.facts.find((each) => each.fact === id)?.ask, id),
    rule: (id) => found(edition.rules.find((each) => each.rule === id)?.title, id),
    closure: (id) => found(edition.closures.find((each) => each.name === id)?.title, id),
    person(id) {
      const person = answer.people.find((each) => each.person === id)
      return person ? nameOf(person) : text('case.person-unnamed')
    },
    words: (reference) => (reference == null ? undefined : answer.texts[reference]),
    source: (id) => (id == null ? undefined : scheme.sources[id]?.title[text.language]),
    obligation: ({ kind, step: id, number, ref }) =>
      text.maybe(`obligation.${kind}`, {
        step: id === null ? '' : step(id),
        number: number ?? 0,
        report: ref ?? '',
        party: ref ?? '',
      }) ?? (id === null ? kind : step(id)),
    problem: ({ code, facts, field }) => ({
      code,
      facts: readableValues(text, code, facts, names),
      status: 409,
      ...(field === undefined ? {} : { field }),
    }),
  }
}
