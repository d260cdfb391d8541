import * as z from 'zod/mini'

import { projectSchema } from '#domain/project/project.ts'

import type * as answers from './project-answers.ts'
import { day, id, text } from './schemas.ts'

const orNone = z.nullable(text)

export const price: z.ZodMiniType<answers.PriceAnswer> = z.strictObject({
  item: text,
  unit: text,
  currency: text,
  median: z.int(),
  lower: z.int(),
  upper: z.int(),
  count: z.int(),
  newest: day,
  assumed: z.boolean(),
})

export const projectVersion: z.ZodMiniType<answers.ProjectVersionAnswer> = z.strictObject({
  project: id,
  content: z.nullable(projectSchema),
})

const near = z.enum(['same-region', 'nearby', 'elsewhere'])
const lived = z.nullable(z.strictObject({ seen: z.int(), alive: z.int() }))

export const similarProjects: z.ZodMiniType<answers.SimilarProjectsAnswer> = z.strictObject({
  groups: z.array(
    z.strictObject({
      near,
      projects: z.nullable(z.int()),
      started: z.nullable(z.int()),
      aliveAt6: lived,
      aliveAt12: lived,
      closed: z.array(z.strictObject({ reason: text, projects: z.int() })),
    }),
  ),
  cases: z.array(
    z.strictObject({
      case: id,
      near,
      sector: orNone,
      activity: orNone,
      region: orNone,
      startedOn: z.nullable(day),
      aliveAt6: z.nullable(z.boolean()),
      aliveAt12: z.nullable(z.boolean()),
      closedOn: z.nullable(day),
      closedFor: orNone,
    }),
  ),
  saturation: z.nullable(
    z.strictObject({ activity: text, region: text, starts: z.int(), threshold: z.int(), months: z.int() }),
  ),
})
