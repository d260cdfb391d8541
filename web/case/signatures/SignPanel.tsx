import { useRef, useState } from 'react'

import { officeOfParty } from '#domain/case/signing.ts'
import { deviceKindOf } from '#domain/signature/device.ts'
import type { SignatureMark } from '#domain/signature/signature.ts'

import type { Problem } from '../../api.ts'
import { FileInput } from '../../form/FileInput.tsx'
import { submit } from '../../local/act.ts'
import type { Pad } from '../../sign/pad.ts'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { uploaderFor } from '../upload.ts'
import type { CaseView } from '../view.ts'
import { signatureAbout, type About } from './about.ts'
import { DocumentPages } from './DocumentPages.tsx'
import { PadField } from './PadField.tsx'

const image = 'signature-image'
const marks = ['drawn', 'typed', 'thumb'] as const

/** Somebody signs on this screen, or the scan of what was signed on paper is filed. */
export function SignPanel({ view, of }: { view: CaseView; of: string | undefined }) {
  const about = signatureAbout(of, view.file.answer.case)
  const { text } = view.words
  if (!about) return <p className="text-ink-soft">{text('signatures.gone')}</p>
  return <SignForm view={view} about={about} />
}

function SignForm({ view, about }: { view: CaseView; about: About }) {
  const { file, words, circumstances, finish } = view
  const { text } = words
  const { signing, party, isOnPaper } = about
  const document = file.answer.documents.find((each) => each.document === signing.document)
  const office = officeOfParty(party, file.answer.case)
  const [mark, setMark] = useState<SignatureMark>(isOnPaper ? 'scan' : office === null ? 'drawn' : 'typed')
  const [name, setName] = useState('')
  const [witness, setWitness] = useState('')
  const [scan, setScan] = useState<string | undefined>()
  const [shown, setShown] = useState<{ readonly fingerprint: string; readonly at: string } | undefined>()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | undefined>()
  const pad = useRef<Pad | undefined>(undefined)
  const upload = uploaderFor(file.id, image)

  /** The drawing travels first, as a document of the case; the signature then names it. */
  const pictureOf = async (): Promise<string | undefined> => {
    if (mark === 'scan') return scan
    if (mark === 'typed' || !pad.current || pad.current.isEmpty()) return scan
    const picture = await pad.current.picture()
    const sent = await upload(new File([picture], `${party}.png`, { type: 'image/png' }), () => undefined)
    if (sent.ok) return sent.value
    setProblem(sent.problem)
    return undefined
  }
  const sign = async (): Promise<void> => {
    setBusy(true)
    setProblem(undefined)
    const picture = mark === 'typed' ? undefined : await pictureOf()
    const outcome = await submit(file, 'sign-document', {
      request: signing.request,
      fingerprint: shown?.fingerprint ?? signing.fingerprint,
      party,
      means: isOnPaper ? 'on-paper' : 'on-device',
      mark,
      on: circumstances.today,
      ...(picture === undefined ? {} : { image: picture }),
      ...(mark === 'typed' && name.trim() !== '' ? { name: name.trim() } : {}),
      ...(mark === 'thumb' && witness.trim() !== '' ? { witness: witness.trim() } : {}),
      ...(isOnPaper ? {} : { device: deviceKindOf(navigator.userAgent) }),
      ...(shown ? { shownAt: shown.at } : {}),
    })
    setBusy(false)
    if (outcome.refused) return setProblem((before) => before ?? words.problem(outcome))
    finish()
  }
  return (
    <form
      className="grid gap-6"
      onSubmit={(event) => {
        event.preventDefault()
        void sign()
      }}
    >
      {document ? (
        <DocumentPages document={document} onShown={(fingerprint, at) => setShown({ fingerprint, at })} />
      ) : (
        <p className="text-ink-soft">{text('case.paper-erased')}</p>
      )}
      {isOnPaper ? (
        <FileInput name="image" label={text('signatures.scan-ask')} value={scan} onChange={setScan} upload={upload} />
      ) : (
        <>
          <Choice
            label={text('signatures.how', { party })}
            options={marks.map((id) => ({ id, title: text(`signatures.mark-${id}`) }))}
            value={marks.find((each) => each === mark)}
            onChange={setMark}
          />
          {mark === 'typed' ? (
            <TextField label={text('signatures.name')} value={name} onChange={setName} maxLength={300} />
          ) : (
            <PadField
              key={mark}
              label={text(mark === 'thumb' ? 'signatures.pad-thumb' : 'signatures.pad')}
              clear={text('signatures.clear')}
              padRef={pad}
            />
          )}
          {mark === 'thumb' && (
            <>
              <FileInput
                name="thumb"
                label={text('signatures.photo')}
                optional
                value={scan}
                onChange={setScan}
                upload={upload}
              />
              <TextField label={text('signatures.witness')} value={witness} onChange={setWitness} maxLength={300} />
            </>
          )}
          <p className="max-w-prose text-ink-soft">{text('signatures.means')}</p>
        </>
      )}
      {problem && <ProblemNotice problem={problem} small />}
      <div className="flex flex-wrap gap-3">
        <Button kind="main" type="submit" busy={busy}>
          {text(isOnPaper ? 'signatures.file' : 'signatures.sign')}
        </Button>
        <Button onPress={finish}>{text('form.cancel')}</Button>
      </div>
    </form>
  )
}
