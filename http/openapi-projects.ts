import * as shape from '#contract/project-schemas.ts'
import { page, rows } from '#contract/schemas.ts'
import { activitySchema } from '#domain/project/activity.ts'

import type { DescribedRoute } from './openapi-routes.ts'
import { planQuery, priceQuery, similarQuery } from './projects.ts'

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The ways in that concern projects: templates, prices, saved versions and their papers, and similar ones. */
export const projectRoutes: readonly DescribedRoute[] = [
  {
    method: 'get',
    path: '/api/activities',
    summary: 'Templates of projects, by activity',
    answer: ['Activities', rows(activitySchema)],
  },
  {
    method: 'get',
    path: '/api/prices',
    summary: 'The price book: median and quartiles by item and unit',
    answer: ['PricesPage', page(shape.price)],
    query: priceQuery,
  },
  {
    method: 'get',
    path: '/api/cases/{id}/projects/{project}',
    summary: 'A saved version of a project; the opening is recorded',
    answer: ['ProjectVersion', shape.projectVersion],
  },
  {
    method: 'get',
    path: '/api/cases/{id}/projects/{project}/plan.pdf',
    summary: 'A saved version as business plan; the download is recorded',
    answer: 'application/pdf',
    query: planQuery,
  },
  {
    method: 'get',
    path: '/api/cases/{id}/projects/{project}/plan.xlsx',
    summary: 'A saved version as spreadsheet with formulas; the download is recorded',
    answer: spreadsheet,
    query: planQuery,
  },
  {
    method: 'get',
    path: '/api/cases/{id}/similar-projects',
    summary: 'What became of similar projects of the scheme',
    answer: ['SimilarProjects', shape.similarProjects],
    query: similarQuery,
  },
]
