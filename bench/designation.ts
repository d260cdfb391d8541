// node bench/designation.ts: how long the ranking of 500 operators takes for one case, as the server does it for a
// designation. Nothing is kept from one to the next but the compiled code.
import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'

import { readScheme } from '#catalogue/load.ts'
import { noCase } from '#domain/case/case.ts'
import { questionOf } from '#domain/designation/question.ts'
import type { OperatorsKnown } from '#domain/designation/question.ts'
import { rankOperators } from '#domain/designation/rank.ts'
import { noPerformance } from '#domain/operator/performance.ts'
import type { OperatorSheet } from '#domain/operator/sheet.ts'

const operators = 500
const times = 200
const name = 'ofii-cameroon'
const scheme = readScheme(name, readFileSync(`catalogue/schemes/${name}.yaml`, 'utf8'))
const edition = scheme.editions.at(-1)!
const regions = ['CM-AD', 'CM-CE', 'CM-EN', 'CM-ES', 'CM-LT', 'CM-NO', 'CM-NW', 'CM-OU', 'CM-SU', 'CM-SW']
const of = <T>(list: readonly T[], index: number) => list[index % list.length]!

function sheetOf(index: number): OperatorSheet {
  return {
    office: `operator-${index}`,
    scheme: name,
    type: of(['public', 'private', 'association'], index),
    state: index % 25 === 0 ? 'suspended' : 'accredited',
    from: '2025-01-01',
    until: '2028-12-31',
    lots: index % 7 === 0 ? ['social'] : ['social', 'employment', 'business'],
    expertise: ['legal', 'psychological', 'economic', 'technical'].slice(0, 1 + (index % 4)),
    sectors: index % 3 === 0 ? [] : ['poultry', 'crops'],
    regions: [of(regions, index), of(regions, index + 3)],
    languages: index % 2 === 0 ? ['fr'] : ['fr', 'en'],
    capacity: 10 + (index % 30),
    contract: {
      from: '2025-01-01',
      until: '2027-12-31',
      ceiling: 20_000_000,
      cases: 60,
      prices: [{ service: 'accompaniment', amount: 250_000 }],
    },
    interests: [],
  }
}

const indexes = Array.from({ length: operators }, (_, index) => index)
const known: OperatorsKnown = {
  sheets: indexes.map(sheetOf),
  performances: indexes.map((index) => ({
    ...noPerformance(`operator-${index}`, name),
    caseload: index % 12,
    committed: (index % 40) * 250_000,
    daysToAnswer: index % 9,
    daysToPlan: 20 + (index % 60),
  })),
  candidates: indexes.map((index) => ({ office: `operator-${index}`, region: of(regions, index), cases: index % 50 })),
  languages: ['fr'],
}
const idea = { text: 't', activity: 'poultry', state: 'approved' } as const
const state = { ...noCase('case'), scheme: name, aid: edition.aids[0]!.aid, region: 'CM-CE', idea }

const taken: number[] = []
for (let time = 0; time < times; time++) {
  const start = performance.now()
  rankOperators(
    questionOf(state, { scheme, edition }, known, { today: '2026-06-01' }),
    known.sheets,
    known.performances,
  )
  taken.push(performance.now() - start)
}
const inOrder = taken.toSorted((one, other) => one - other)
const at = (part: number) => inOrder[Math.floor(part * (times - 1))]!.toFixed(1)
console.log(
  `ranking ${operators} operators: first ${taken[0]!.toFixed(1)} ms, median ${at(0.5)} ms, p99 ${at(0.99)} ms`,
)
