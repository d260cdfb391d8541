import type { DraftCommand } from '../decide.ts'
import { discardDraft } from './discard-draft.ts'
import { publishDraft } from './publish-draft.ts'
import { replaceDraft } from './replace-draft.ts'
import { returnDraft } from './return-draft.ts'
import { submitDraft } from './submit-draft.ts'
import { uploadDraft } from './upload-draft.ts'

/** Every command of a draft, in the order of its way to being published. */
const list: readonly DraftCommand[] = [uploadDraft, replaceDraft, submitDraft, returnDraft, publishDraft, discardDraft]

export const draftCommandNames: readonly string[] = list.map(({ name }) => name)

/** The table: a command by its name. */
export const draftCommands: Readonly<Record<string, DraftCommand>> = Object.fromEntries(
  list.map((command) => [command.name, command]),
)
