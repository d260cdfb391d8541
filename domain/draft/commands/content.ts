import type { ReadFile } from '../decide.ts'
import type { DraftContent } from '../state.ts'

/** What a draft keeps of the file that was handed in; its words and its text lie elsewhere. */
export function contentOf(
  { name, text }: { readonly name: string; readonly text: string },
  { scheme, title, fresh, problems }: ReadFile,
): DraftContent {
  return { text, name, scheme, title, editions: fresh.map(({ edition }) => edition), problems: problems.length }
}
