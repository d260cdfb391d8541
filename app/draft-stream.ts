import { everyServer } from '#db/changes.ts'
import { projectDraft } from '#db/projections/draft.ts'
import { keepSchemeText, readSchemeText } from '#db/reads/draft.ts'
import { holdPublishing, publishEdition, readSchemeFiles } from '#db/reads/editions.ts'
import type { Transaction } from '#db/connect.ts'
import { readInput } from '#domain/case/decide.ts'
import { draftCommands } from '#domain/draft/commands/index.ts'
import { attemptDraft, mayAttemptDraft } from '#domain/draft/decide.ts'
import type { DraftCommand } from '#domain/draft/decide.ts'
import { evolveDraft, foldDraft } from '#domain/draft/draft.ts'
import type { DraftEvent, RecordedDraftEvent } from '#domain/draft/events.ts'
import type { Outcome } from '#domain/outcome.ts'
import { accept, refuse } from '#domain/outcome.ts'
import type { Scheme } from '#domain/scheme/scheme.ts'
import { liftTexts } from '#domain/text.ts'

import { textFingerprint } from './fingerprint.ts'
import type { Judged, JudgeInput, StreamKind } from './judge.ts'
import { readSchemeFile } from './scheme-file.ts'
import type { PublishedScheme } from './scheme-file.ts'

/** Scheme files on their way to being published. */
export const draftStream: StreamKind = {
  kind: 'draft',
  has: (command) => Object.hasOwn(draftCommands, command),
  opens: (command) => draftCommands[command]?.kind === 'opens',
  judge: judgeDraft,
}

async function judgeDraft(input: JudgeInput): Promise<Outcome<Judged>> {
  const { envelope, past, house, actor, tx } = input
  const command = draftCommands[envelope.name] as DraftCommand
  if (command.kind === 'acts' && past.length === 0) return refuse('not-found', { stream: envelope.stream })
  const parsed = readInput(command, envelope.input)
  if (parsed.refused) return parsed
  const before = foldDraft(envelope.stream, past as unknown as RecordedDraftEvent[])
  if (envelope.seen !== undefined && envelope.seen > before.version)
    return refuse('case-moved-on', { seen: envelope.seen })
  // Before the file is looked at, which takes a while.
  const forbidden = mayAttemptDraft(command, before, actor)
  if (forbidden) return forbidden
  const since = envelope.name === 'publish-draft' ? await publishedSince(input) : []
  const { text: given, ...rest } = parsed.value
  const { text: _file, ...words } = command.fields
  const body = typeof given === 'string' ? given : await readSchemeText(tx, before.content.text)
  const file = await readSchemeFile(house, body ?? '', since)
  if (file.refused) return file
  const lifted = liftTexts(words, rest, envelope.command)
  const managers = house.editions.offices(file.value.scheme ?? '')['programme-manager'] ?? []
  const decided = typeof given === 'string' ? { ...lifted.input, text: textFingerprint(given) } : lifted.input
  const outcome = attemptDraft(command, before, decided, { actor, file: file.value, managers })
  if (outcome.refused) return outcome
  const publishes = outcome.value.some(({ type }) => type === 'draft-published')
  return accept({
    events: outcome.value,
    texts: lifted.texts,
    offices: () => [...new Set([actor.office, before.office, ...managers, ...(publishes ? [everyServer] : [])])],
    before,
    keep: (writing) => [
      ...(typeof given === 'string' ? [keepSchemeText(writing, textFingerprint(given), given)] : []),
      ...outcome.value.map((event) => publishing(writing, event, file.value.body)),
    ],
    project: (writing, stored) =>
      projectDraft(writing, (stored as unknown as RecordedDraftEvent[]).reduce(evolveDraft, before)),
    ...(publishes ? { settle: () => house.editions.reload() } : {}),
  })
}

/** Of two who publish at once the second is judged by what the first has published, known to this process or not. */
async function publishedSince({ tx, house }: JudgeInput): Promise<readonly PublishedScheme[]> {
  await holdPublishing(tx)
  const known = house.editions.all().map(({ scheme, edition }) => `${scheme.scheme} ${edition.edition}`)
  const fresh = await readSchemeFiles(tx, known)
  return fresh.flatMap(({ body }) => body.editions.map((edition) => ({ scheme: body, edition })))
}

async function publishing(tx: Transaction, event: DraftEvent, scheme: Scheme | undefined): Promise<void> {
  if (event.type !== 'draft-published' || !scheme) return
  for (const { edition: name, fingerprint } of event.data.editions) {
    const edition = scheme.editions.find((each) => each.edition === name)
    if (edition) await publishEdition(tx, scheme, edition, fingerprint)
  }
}
