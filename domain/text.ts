import type { Fields } from './field.ts'

/** A text as the event refers to it; the words themselves lie in an erasable place. */
export type KeptText = { readonly reference: string; readonly body: string }

/**
 * Replaces every free text of an input by a reference made from the command's id, so that what is decided, recorded
 * and replayed never holds the words. Names of people are lifted by the command itself.
 */
export function liftTexts(
  fields: Fields,
  input: Readonly<Record<string, unknown>>,
  command: string,
): { readonly input: Record<string, unknown>; readonly texts: readonly KeptText[] } {
  const lifted: Record<string, unknown> = { ...input }
  const texts: KeptText[] = []
  for (const [name, field] of Object.entries(fields)) {
    const body = input[name]
    if (field.kind === 'grid' && body !== undefined) {
      lifted[name] = liftReasons(`${command}.${name}`, body as Grid, texts)
      continue
    }
    if ((field.kind !== 'text' && field.kind !== 'long-text') || typeof body !== 'string') continue
    const reference = `${command}.${name}`
    texts.push({ reference, body })
    lifted[name] = reference
  }
  return { input: lifted, texts }
}

type Grid = Readonly<Record<string, { readonly mark: number; readonly reason: string }>>

/** The marks of a grid with references in place of their reasons. */
function liftReasons(prefix: string, grid: Grid, texts: KeptText[]): Grid {
  return Object.fromEntries(
    Object.entries(grid).map(([criterion, { mark, reason }]) => {
      const reference = `${prefix}.${criterion}`
      texts.push({ reference, body: reason })
      return [criterion, { mark, reason: reference }]
    }),
  )
}
