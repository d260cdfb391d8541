import { useBlocker } from '@tanstack/react-router'
import { useState } from 'react'

import { useSession } from '../session.ts'
import type { DraftView } from './draft-view.ts'
import { dropTyped, keepTyped, readTyped, type Typed } from './typed.ts'

type File = { readonly name: string; readonly text: string }

/**
 * The text of a draft as it is typed. What is not checked yet is kept on this device and is there again after leaving;
 * who leaves is asked first.
 */
export function useTyped({ draft, texts, text }: DraftView, isOpen: boolean) {
  const user = useSession()?.user.id ?? ''
  const checked = { name: texts[draft.content.name] ?? '', text }
  const [found, setFound] = useState<Typed | undefined>(() => {
    const kept = isOpen ? readTyped(user, draft.draft) : undefined
    return kept?.text === text ? undefined : kept
  })
  const [file, setFile] = useState<File>(found ?? checked)
  const isChanged = file.text !== text
  const leaving = useBlocker({
    shouldBlockFn: ({ current, next }) => isChanged && current.pathname !== next.pathname,
    enableBeforeUnload: () => isChanged,
    withResolver: true,
  })
  return {
    file,
    isChanged,
    leaving,
    /** What was found on this device, as long as it is not dropped or checked. */
    found: isChanged ? found : undefined,
    isOlder: found !== undefined && found.base !== draft.content.text,
    change(next: File): void {
      setFile(next)
      const at = new Date().toISOString()
      if (next.text === text) dropTyped(user, draft.draft)
      else keepTyped(user, draft.draft, { ...next, base: draft.content.text, at })
    },
    /** It was checked, or is no longer wanted: the text that the draft has is shown again. */
    drop(): void {
      dropTyped(user, draft.draft)
      setFound(undefined)
      setFile(checked)
    },
    forget: () => dropTyped(user, draft.draft),
  }
}
