import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'

import { useText } from '../i18n.ts'
import { join } from './classes.ts'

type DialogProps = {
  readonly title: string
  readonly open: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  /** Buttons at the foot, the one obvious act first. */
  readonly actions?: ReactNode
  readonly width?: 'narrow' | 'wide'
  /** A touch outside does not close it: something typed would be lost. */
  readonly stays?: boolean
}

/** A conversation on top of the page. On the phone it comes from below and takes the width. */
export function Dialog({ title, open, onClose, children, actions, width = 'narrow', stays = false }: DialogProps) {
  const text = useText()
  return (
    <ModalOverlay
      isOpen={open}
      onOpenChange={(next) => !next && onClose()}
      isDismissable={!stays}
      className="fixed inset-0 z-40 flex items-end justify-center bg-[rgb(20_23_26/45%)] sm:items-center sm:p-6"
    >
      <Modal
        className={join(
          'flex max-h-[92dvh] w-full flex-col overflow-hidden bg-ground shadow-float max-sm:rounded-t sm:rounded',
          width === 'narrow' ? 'sm:max-w-lg' : 'sm:max-w-3xl',
        )}
      >
        <AriaDialog className="flex min-h-0 flex-1 flex-col outline-none">
          <div className="flex items-start gap-4 border-b border-line px-5 py-3">
            <Heading slot="title" className="flex-1 pt-1.5 text-lead font-strong">
              {title}
            </Heading>
            <button
              type="button"
              onClick={onClose}
              aria-label={text('ui.close')}
              className="-me-2 grid size-11 shrink-0 place-items-center rounded text-ink-soft hover:bg-sand-soft hover:text-ink"
            >
              <X className="size-5 stroke-[1.5]" aria-hidden="true" />
            </button>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">{children}</div>
          {actions !== undefined && (
            <div className="flex flex-wrap gap-3 border-t border-line px-5 py-3 max-sm:[&>*]:flex-1">{actions}</div>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
