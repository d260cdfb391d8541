import { Link } from '@tanstack/react-router'
import { useState } from 'react'

import { useText } from '../i18n.ts'
import { useSession } from '../session.ts'
import { Button, buttonClass } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Notice } from '../ui/Notice.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { LongText } from '../ui/TextField.tsx'
import type { DraftView } from './draft-view.ts'

type Asked = 'publish-draft' | 'return-draft' | 'discard-draft'

/** Where the draft stands, and what this person can do with it now. */
export function Acts({ view }: { view: DraftView }) {
  const text = useText()
  const [asked, setAsked] = useState<Asked | undefined>()
  const { draft, check, may, act, busy, problem } = view
  const isRight = check?.problems.length === 0
  return (
    <div className="mt-4 grid gap-4">
      <Standing view={view} />
      {problem && busy === undefined && asked === undefined && <ProblemNotice problem={problem} small />}
      <div className="flex flex-wrap gap-3 empty:hidden">
        {may('submit-draft') && isRight && (
          <Button kind="main" busy={busy === 'submit-draft'} onPress={() => void act('submit-draft', {})}>
            {text('command.submit-draft.title')}
          </Button>
        )}
        {may('publish-draft') && isRight && (
          <Button kind="main" onPress={() => setAsked('publish-draft')}>
            {text('command.publish-draft.title')}
          </Button>
        )}
        {may('return-draft') && (
          <Button onPress={() => setAsked('return-draft')}>{text('command.return-draft.title')}</Button>
        )}
        {may('discard-draft') && (
          <Button kind="plain" onPress={() => setAsked('discard-draft')}>
            {text('command.discard-draft.title')}
          </Button>
        )}
        {draft.status === 'published' && draft.content.scheme && (
          <Link
            to="/schemes/$scheme"
            params={{ scheme: draft.content.scheme }}
            search={draft.content.editions[0] === undefined ? {} : { edition: draft.content.editions[0] }}
            className={buttonClass('main')}
          >
            {text('drafts.open-scheme')}
          </Link>
        )}
      </div>
      {asked && <Asking key={asked} asked={asked} view={view} onClose={() => setAsked(undefined)} />}
    </div>
  )
}

function Standing({ view: { draft, check, texts } }: { view: DraftView }) {
  const text = useText()
  const session = useSession()
  if (draft.status === 'published') return <Notice kind="settled">{text('drafts.is-published')}</Notice>
  if (draft.status === 'discarded') return <Notice>{text('drafts.is-discarded')}</Notice>
  if (draft.status === 'submitted') {
    const isFirst = [draft.submittedBy, draft.writtenBy].includes(session?.user.id ?? '')
    return <Notice>{text(isFirst ? 'drafts.waits-for-second' : 'drafts.waits-for-you')}</Notice>
  }
  const returned = draft.returned === null ? undefined : texts[draft.returned]
  return (
    <>
      {returned !== undefined && (
        <Notice kind="late" title={text('drafts.was-returned')}>
          <bdi>{returned}</bdi>
        </Notice>
      )}
      {check?.problems.length === 0 && (
        <Notice kind="settled" title={text('drafts.is-right')} live>
          {text('drafts.is-right-help')}
        </Notice>
      )}
    </>
  )
}

type AskingProps = { readonly asked: Asked; readonly view: DraftView; readonly onClose: () => void }

/** What cannot be undone, or needs a word, is asked first. */
function Asking({ asked, view, onClose }: AskingProps) {
  const text = useText()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const needsReason = asked === 'return-draft'
  const isMissing = needsReason && reason.trim() === ''
  const send = async (): Promise<void> => {
    setTried(true)
    if (!isMissing && (await view.act(asked, needsReason ? { reason } : {}))) onClose()
  }
  return (
    <Dialog
      open
      stays={needsReason}
      title={text(`command.${asked}.title`)}
      onClose={onClose}
      actions={
        <>
          <Button kind="main" busy={view.busy === asked} onPress={() => void send()}>
            {text(`command.${asked}.title`)}
          </Button>
          <Button onPress={onClose}>{text('form.cancel')}</Button>
        </>
      }
    >
      <div className="grid gap-4">
        {!needsReason && <p>{text.maybe(`command.${asked}.help`)}</p>}
        {needsReason && (
          <LongText
            label={text('field.return-draft.reason')}
            value={reason}
            onChange={setReason}
            maxLength={10_000}
            error={tried && isMissing ? text('drafts.reason-missing') : undefined}
          />
        )}
        {view.problem && tried && view.busy === undefined && <ProblemNotice problem={view.problem} small />}
      </div>
    </Dialog>
  )
}
