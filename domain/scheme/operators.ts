import * as z from 'zod/mini'

import type { Edition } from './scheme.ts'
import { source, textSchema, unknown, word } from './value.ts'

export const lots = ['social', 'employment', 'business'] as const
export type Lot = (typeof lots)[number]

const criterion = z.strictObject({
  criterion: word,
  title: textSchema,
  /** Its part in the score of the grid, beside the weights of the others; left out = 1. */
  weight: z.optional(z.union([unknown, z.number().check(z.positive(), z.maximum(100))])),
})

/** Something an operator does for one person at a price of its contract. */
const service = z.strictObject({
  service: word,
  title: textSchema,
  /** Types of aid that it belongs to; left out = all. */
  for: z.optional(z.array(z.enum(lots))),
  /** The step that shows that it was done; left out = it counts as done once the operator has accepted. */
  done: z.optional(word),
  source,
})

/** What an organisation must show to be accredited. */
const specification = z.strictObject({
  /** Kinds of expertise that need a paper as proof. */
  proof: z.union([unknown, z.array(word)]),
  /** Years of experience. */
  experience: z.union([unknown, z.int().check(z.nonnegative())]),
  insurance: z.union([unknown, z.boolean()]),
  /** How long an accreditation lasts, in months. */
  months: z.union([unknown, z.int().check(z.positive())]),
  grid: z.strictObject({
    /** The best mark of a criterion; the lowest is 0. */
    highest: z.int().check(z.minimum(1), z.maximum(100)),
    /** The share of all marks (0 to 1) from which the specification is met. */
    enough: z.union([unknown, z.number().check(z.nonnegative(), z.maximum(1))]),
    source,
  }),
  services: z.array(service),
  source,
})
export type Specification = z.infer<typeof specification>

const weight = z.optional(z.number().check(z.nonnegative(), z.maximum(1000)))
const limit = z.optional(z.number().check(z.positive()))

/** How operators are ranked for a case; what is left out is as in `catalogue/reference/operator-ranking.json`. */
const ranking = z.strictObject({
  weights: z.optional(
    z.strictObject({
      lot: weight,
      sector: weight,
      region: weight,
      distance: weight,
      languages: weight,
      caseload: weight,
      ceiling: weight,
      'contract-end': weight,
      response: weight,
      expertise: weight,
    }),
  ),
  /** Kilometres from which on a distance counts nothing. */
  farthest: limit,
  /** Months that a contract should still run. */
  months: limit,
  /** Days from which on an answer counts as slow. */
  slowest: z.optional(z.strictObject({ answer: limit, 'first-meeting': limit, plan: limit, difficulty: limit })),
  source,
})

/** Who works with the person: what the scheme asks of its operators, and whether only accredited ones may be named. */
export const operatorsSchema = z.strictObject({
  number: z.union([unknown, z.int()]),
  private: z.union([unknown, z.int()]),
  public: z.union([unknown, z.int()]),
  expertise: z.array(z.strictObject({ expertise: word, title: textSchema })),
  lots: z.array(z.enum(lots)),
  /** What an operator is judged on beside its expertise. */
  criteria: z.optional(z.array(criterion)),
  /** `required`: only an organisation with an accreditation that runs may be designated. Left out = `optional`. */
  accreditation: z.optional(z.enum(['required', 'optional'])),
  specification: z.optional(specification),
  ranking: z.optional(ranking),
  source,
})

export type Service = z.infer<typeof service>

/** The services that an operator does on a case with this aid; as long as none is chosen, all of them. */
export function servicesFor({ operators, aids }: Edition, aid: string | null): readonly Service[] {
  const type = aids.find((each) => each.aid === aid)?.type
  const services = operators?.specification?.services ?? []
  return services.filter((each) => !each.for || type === undefined || each.for.includes(type))
}
