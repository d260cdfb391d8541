import { useEffect, useRef, useState } from 'react'

import type { DocumentAnswer } from '#contract/answers.ts'

import { useText } from '../../i18n.ts'
import { fingerprintOf } from '../../sign/fingerprint.ts'
import { join } from '../../ui/classes.ts'

type DocumentPagesProps = {
  readonly document: DocumentAnswer
  /** The fingerprint of what is shown, taken on this device, and since when it is shown. */
  readonly onShown: (fingerprint: string, at: string) => void
}

/** The document that is signed, page by page, from the very bytes. What cannot be drawn can be opened. */
export function DocumentPages({ document, onShown }: DocumentPagesProps) {
  const text = useText()
  const place = useRef<HTMLDivElement>(null)
  const shown = useRef(onShown)
  const [state, setState] = useState<'coming' | 'pages' | 'file' | 'trouble'>('coming')
  useEffect(() => {
    shown.current = onShown
  }, [onShown])
  useEffect(() => {
    let isGone = false
    const show = async (): Promise<void> => {
      const response = await fetch(`/api/documents/${document.document}`).catch(() => undefined)
      if (isGone) return
      if (!response?.ok) return setState('trouble')
      const bytes = await response.arrayBuffer()
      const fingerprint = await fingerprintOf(bytes)
      if (isGone) return
      shown.current(fingerprint, new Date().toISOString())
      const label = (page: number, pages: number) => text('signatures.page', { page, pages })
      try {
        if (document.mediaType !== 'application/pdf' || !place.current) throw new Error(document.mediaType)
        const { drawPages } = await import('../../sign/pages.ts')
        await drawPages(bytes, place.current, label)
        setState('pages')
      } catch {
        if (!isGone) setState('file')
      }
    }
    void show()
    return () => {
      isGone = true
    }
  }, [document, text])
  const isThere = state === 'coming' || state === 'pages'
  return (
    <div>
      {/* Its place is kept free from the beginning: nothing moves under a hand that is signing. */}
      <div className={join('overflow-auto rounded bg-sand-soft p-2', isThere && 'h-[55dvh]')} tabIndex={0}>
        {state !== 'pages' && (
          <p role="status" className="p-2 text-ink-soft">
            {text(`signatures.document-${state}`)}
          </p>
        )}
        <div
          ref={place}
          className="grid gap-3 [&>canvas]:h-auto [&>canvas]:w-full [&>canvas]:bg-white"
          role="group"
          aria-label={document.name}
        />
      </div>
      <a href={`/api/documents/${document.document}`} className="mt-2 inline-block">
        {text('signatures.open')}
      </a>
    </div>
  )
}
