import { useText } from '../i18n.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import type { useTyped } from './use-typed.ts'

/** Asks whoever leaves with text that is not checked, and says that nothing is lost. */
export function Leaving({ blocker }: { readonly blocker: ReturnType<typeof useTyped>['leaving'] }) {
  const text = useText()
  if (blocker.status !== 'blocked') return null
  return (
    <Dialog
      open
      title={text('drafts.leave-title')}
      onClose={blocker.reset}
      actions={
        <>
          <Button kind="main" onPress={blocker.reset}>
            {text('drafts.stay')}
          </Button>
          <Button onPress={blocker.proceed}>{text('drafts.leave')}</Button>
        </>
      }
    >
      <p>{text('drafts.leave-help')}</p>
    </Dialog>
  )
}
