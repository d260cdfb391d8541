import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'

import { useText } from '../i18n.ts'

type PanelProps = {
  readonly title: string
  readonly help?: string | undefined
  readonly onClose: () => void
  readonly children: ReactNode
}

/**
 * A form beside the page it belongs to; on the phone it takes the whole screen. A touch outside does not close it:
 * something typed would be lost from sight.
 */
export function Panel({ title, help, onClose, children }: PanelProps) {
  const text = useText()
  return (
    <ModalOverlay
      isOpen
      onOpenChange={(open) => !open && onClose()}
      className="fixed inset-0 z-40 flex justify-end bg-[rgb(20_23_26/45%)]"
    >
      <Modal className="h-dvh w-full bg-ground shadow-float sm:max-w-2xl">
        <Dialog className="flex h-full flex-col outline-none">
          <div className="flex items-start gap-4 border-b border-line px-5 py-3 sm:px-7">
            <div className="min-w-0 flex-1 pt-1.5">
              <Heading slot="title" className="text-title">
                {title}
              </Heading>
              {help !== undefined && <p className="mt-1 max-w-prose text-ink-soft">{help}</p>}
            </div>
            <button
              type="button"
              onClick={onClose}
              aria-label={text('ui.close')}
              className="-me-2 grid size-11 shrink-0 place-items-center rounded text-ink-soft hover:bg-sand-soft hover:text-ink"
            >
              <X className="size-5 stroke-[1.5]" aria-hidden="true" />
            </button>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 py-6 sm:px-7">{children}</div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
