import * as z from 'zod/mini'

import { page, rows } from '#contract/schemas.ts'
import * as shape from '#contract/sitting-schemas.ts'

import type { DescribedRoute } from './openapi-routes.ts'
import * as papers from './sitting-papers.ts'
import * as work from './work.ts'

function get(
  path: string,
  summary: string,
  answer: NonNullable<DescribedRoute['answer']>,
  query?: NonNullable<DescribedRoute['query']>,
): DescribedRoute {
  return { method: 'get', path, summary, answer, ...(query ? { query } : {}) }
}

const note = '/api/sittings/{id}/annotations/{annotation}'
const saved = ['Saved', z.strictObject({ saved: z.boolean() })] as const
const removed = ['Removed', z.strictObject({ removed: z.boolean() })] as const
const { languageQuery } = papers

/** The ways in that concern committees and their sittings. */
export const sittingRoutes: readonly DescribedRoute[] = [
  get('/api/sittings', 'Sittings of committees', ['SittingsPage', page(shape.sittingRow)], work.sittingQuery),
  get('/api/sittings/{id}', 'One sitting with its agenda, as its reader may know it', ['Sitting', shape.sitting]),
  get(
    '/api/sittings/{id}/packs/{case}',
    'A frozen pack, or its data; the opening is recorded',
    '*/*',
    papers.packQuery,
  ),
  get('/api/sittings/{id}/annotations', 'One’s own notes on packs', ['Annotations', rows(shape.annotation)]),
  { method: 'put', path: note, summary: 'Write a note of one’s own', answer: saved, body: papers.annotationBody },
  { method: 'delete', path: note, summary: 'Remove a note of one’s own', answer: removed },
  get('/api/sittings/{id}/minutes', 'The draft of the minutes', ['Minutes', shape.minutes], languageQuery),
  get('/api/sittings/{id}/minutes.pdf', 'The minutes on paper', 'application/pdf', languageQuery),
  get('/api/sittings/{id}/agenda.pdf', 'The call to a sitting on paper', 'application/pdf', languageQuery),
  get(
    '/api/committees',
    'The committees of a scheme, and who holds their seats',
    ['Committees', rows(shape.committee)],
    papers.schemeQuery,
  ),
  get('/api/committee-members', 'Who can sit at the office’s committee', ['CommitteeMembers', shape.committeeMembers]),
]
