import type { FamilyPlan } from './people.ts'
import type { Story } from './story.ts'

/** Days back from today, both ends included. */
type Span = readonly [from: number, to: number]

/** How a story is put into the calendar: its last act so many days ago, or its anchor so many days from today. */
export type Placing = { readonly ends: Span } | { readonly anchor: Span } | { readonly anchorOn: number }

/** A part that several invented people play: what happens to each, and when. */
export type Part = {
  readonly count: number
  readonly placing: Placing
  readonly family?: FamilyPlan
  /** The office in France that opens the file; left out = any. */
  readonly host?: string
  /** `index` counts the people of this part from 0. */
  tell(story: Story, index: number): void
}

export function ending(count: number, ends: Span, tell: Part['tell'], family?: FamilyPlan): Part {
  return { count, placing: { ends }, tell, ...(family ? { family } : {}) }
}
