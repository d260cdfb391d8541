import { useQuery, useQueryClient } from '@tanstack/react-query'
import { FileText } from 'lucide-react'
import { useState } from 'react'

import type { DocumentAnswer } from '#contract/answers.ts'
import { signatureCertificate, signatureImage } from '#domain/case/signing.ts'

import { call, reading, type Problem } from '../api.ts'
import { languageNames, languages, formatNumber, type Language } from '../locale.ts'
import { Button, buttonClass } from '../ui/Button.tsx'
import { Moment } from '../ui/Day.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Menu } from '../ui/Menu.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { allowed } from './acts.ts'
import { Section } from './Section.tsx'
import { Signatures } from './signatures/Signatures.tsx'
import { useRenewal } from './signatures/renewal.ts'
import type { CaseView } from './view.ts'

/** Papers that were added, what is still missing, and the letters that Homeward writes itself. */
export function PapersTab({ view }: { view: CaseView }) {
  const { file, words, attempts, begin } = view
  const { text } = words
  const state = file.answer.case
  const stored = new Map(file.answer.documents.map((each) => [each.document, each]))
  const attached = new Set(state.documents.map(({ document }) => document))
  const written = file.answer.documents.filter(
    ({ document, paper }) => !attached.has(document) && paper !== signatureImage,
  )
  const { data } = useQuery({
    ...reading<{ rows: readonly Letter[] }>(`/api/cases/${file.id}/papers`),
    enabled: !file.onlyHere,
  })
  const renewing = useRenewal(view)
  return (
    <div className="grid gap-8">
      {renewing.problem && <ProblemNotice problem={renewing.problem} small />}
      <Signatures
        view={view}
        changed={(data?.rows ?? []).filter((row) => row.changed).map(({ paper }) => paper)}
        renew={(paper) => void renewing.renew(paper)}
      />
      <Section title={text('case.papers')}>
        {state.documents.length === 0 ? (
          <EmptyState
            title={text('case.papers-empty')}
            action={
              allowed('attach-document', attempts) && (
                <Button kind="main" onPress={() => begin({ command: 'attach-document' })}>
                  {text.maybe('command.attach-document.title') ?? ''}
                </Button>
              )
            }
          >
            {text('case.papers-empty-help')}
          </EmptyState>
        ) : (
          <>
            <ul>
              {state.documents.map(({ document, paper, title }) => (
                <li
                  key={document}
                  className="flex flex-wrap items-start justify-between gap-x-4 border-b border-line py-3"
                >
                  <Paper
                    id={document}
                    name={words.words(title) ?? words.paper(paper)}
                    kind={words.paper(paper)}
                    stored={stored.get(document)}
                    view={view}
                  />
                  <AskSignatures document={stored.get(document)} view={view} />
                </li>
              ))}
            </ul>
            {allowed('attach-document', attempts) && (
              <div className="mt-4">
                <Button onPress={() => begin({ command: 'attach-document' })}>
                  {text.maybe('command.attach-document.title') ?? ''}
                </Button>
              </div>
            )}
          </>
        )}
      </Section>
      {!file.onlyHere && <Letters view={view} written={written} rows={data?.rows ?? []} />}
    </div>
  )
}

type PaperProps = {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly stored: DocumentAnswer | undefined
  readonly view: CaseView
}

function Paper({ id, name, kind, stored, view }: PaperProps) {
  const { text } = view.words
  return (
    <div className="flex items-start gap-3">
      <FileText className="mt-0.5 size-5 shrink-0 stroke-[1.5] text-ink-soft" aria-hidden="true" />
      <div className="min-w-0">
        {stored ? (
          <a href={`/api/documents/${id}`} className="[overflow-wrap:anywhere]">
            <bdi>{name}</bdi>
          </a>
        ) : (
          <span>{name}</span>
        )}
        <p className="flex flex-wrap gap-x-3 text-small text-ink-soft">
          {name !== kind && <span>{kind}</span>}
          {stored ? (
            <>
              <bdi>{stored.name}</bdi>
              <span>{sizeText(stored.size, text.locale)}</span>
              <Moment value={stored.createdAt} />
            </>
          ) : (
            <span>{text('case.paper-erased')}</span>
          )}
        </p>
      </div>
    </div>
  )
}

/** Asks the parties to sign this very document, unless they are asked already. */
function AskSignatures({ document, view }: { document: DocumentAnswer | undefined; view: CaseView }) {
  const { attempts, begin, words, file } = view
  if (!document || document.paper === signatureCertificate || !allowed('ask-signatures', attempts)) return null
  const isAsked = file.answer.case.signing?.some((each) => each.fingerprint === document.fingerprint && !each.ended)
  if (isAsked) return null
  return (
    <Button kind="plain" onPress={() => begin({ command: 'ask-signatures', of: document.document })}>
      {words.text.maybe('command.ask-signatures.title') ?? ''}
    </Button>
  )
}

/** A size in kilobytes or megabytes, as people speak of files. */
function sizeText(bytes: number, locale: string): string {
  const large = bytes >= 1_000_000
  return formatNumber(large ? bytes / 1_000_000 : Math.max(1, bytes / 1_000), locale, {
    style: 'unit',
    unit: large ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: large ? 1 : 0,
  })
}

type Letter = { readonly paper: string; readonly missing: readonly string[]; readonly changed: boolean }

/** Letters written from the case, in the language of the person unless another one is asked for. */
type LettersProps = {
  readonly view: CaseView
  readonly written: readonly DocumentAnswer[]
  readonly rows: readonly Letter[]
}

function Letters({ view, written, rows }: LettersProps) {
  const { file, words } = view
  const { text } = words
  const queries = useQueryClient()
  const [busy, setBusy] = useState<string | undefined>()
  const [problem, setProblem] = useState<Problem | undefined>()
  if (rows.length === 0) return null

  const write = async (paper: string, language?: Language): Promise<void> => {
    setBusy(paper)
    const asked = language === undefined ? '' : `?language=${language}`
    const answer = await call<{ document: string }>('POST', `/api/cases/${file.id}/papers/${paper}${asked}`, {})
    setBusy(undefined)
    if (!answer.ok) return setProblem(answer.problem)
    setProblem(undefined)
    void queries.invalidateQueries({ queryKey: [`/api/cases/${file.id}`] })
    // It comes as a file to keep: the page stays where it is.
    location.assign(`/api/documents/${answer.value.document}`)
  }
  return (
    <Section title={text('case.letters')}>
      {problem && <ProblemNotice problem={problem} small />}
      <ul>
        {rows.map(({ paper, missing }) => (
          <li key={paper} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line py-3">
            <span className="min-w-0 flex-1 basis-56">
              {words.paper(paper)}
              {missing.length > 0 && (
                <span className="block text-small text-ink-soft">
                  {missing.map((each) => text.maybe(`case.letter-needs-${each}`) ?? each).join(' ')}
                </span>
              )}
            </span>
            {missing.length === 0 && (
              <span className="flex items-center gap-1">
                <Button onPress={() => void write(paper)} busy={busy === paper}>
                  {text('case.letter-write')}
                </Button>
                <Menu
                  className={buttonClass('plain')}
                  groups={[
                    {
                      id: 'language',
                      entries: languages.map((language) => ({
                        id: language,
                        title: languageNames[language],
                        onAction: () => void write(paper, language),
                      })),
                    },
                  ]}
                >
                  {text('case.letter-language')}
                </Menu>
              </span>
            )}
          </li>
        ))}
      </ul>
      {written.length > 0 && (
        <>
          <h3 className="mt-5 text-small font-normal text-ink-soft">{text('case.letters-written')}</h3>
          <ul>
            {written.map((each) => (
              <li
                key={each.document}
                className="flex flex-wrap items-start justify-between gap-x-4 border-b border-line py-3"
              >
                <Paper id={each.document} name={words.paper(each.paper)} kind="" stored={each} view={view} />
                <AskSignatures document={each} view={view} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}
