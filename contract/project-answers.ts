import type { Project } from '#domain/project/project.ts'
import type { SimilarProjects } from '#domain/project/similar.ts'

/** What the price book says of one item in one unit: minor units of the currency for one unit. */
export type PriceAnswer = {
  readonly item: string
  readonly unit: string
  readonly currency: string
  readonly median: number
  /** The quartiles: half of all prices lie between them. */
  readonly lower: number
  readonly upper: number
  readonly count: number
  /** The day of the newest. */
  readonly newest: string
  /** All of them are assumptions of the starting set. */
  readonly assumed: boolean
}

/** A saved version with its content; null when it was erased. */
export type ProjectVersionAnswer = { readonly project: string; readonly content: Project | null }

export type SimilarProjectsAnswer = SimilarProjects
