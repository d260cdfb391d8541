import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Header } from 'react-aria-components/Header'
import { Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'

export type MenuEntry = {
  readonly id: string
  readonly title: string
  readonly help?: string
  readonly icon?: ReactNode
  /** Ticked: the present one of a few. */
  readonly chosen?: boolean
  readonly onAction: () => void
}

export type MenuGroup = { readonly id: string; readonly title?: string; readonly entries: readonly MenuEntry[] }

type MenuProps = {
  /** What the button shows. */
  readonly children: ReactNode
  /** What the button is called, when it shows no words. */
  readonly label?: string
  readonly groups: readonly MenuGroup[]
  readonly className?: string
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
}

/** A button that opens a list of acts. */
export function Menu({ children, label, groups, className, open, onOpenChange }: MenuProps) {
  return (
    <MenuTrigger {...(open === undefined ? {} : { isOpen: open })} {...(onOpenChange ? { onOpenChange } : {})}>
      <Button
        aria-label={label}
        className={className ?? 'touch flex items-center gap-2 rounded px-3 hover:bg-sand-soft'}
      >
        {children}
      </Button>
      <Popover className="min-w-60 rounded bg-paper shadow-float">
        <AriaMenu className="max-h-[80dvh] overflow-auto p-1 outline-none">
          {groups.map((group) => (
            <MenuSection
              key={group.id}
              className="not-first:mt-1 not-first:border-t not-first:border-line not-first:pt-1"
            >
              {group.title !== undefined && (
                <Header className="px-3 pt-2 pb-1 text-small text-ink-soft">{group.title}</Header>
              )}
              {group.entries.map(entryRow)}
            </MenuSection>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

function entryRow(entry: MenuEntry) {
  return (
    <MenuItem
      key={entry.id}
      id={entry.id}
      textValue={entry.title}
      onAction={entry.onAction}
      className="touch flex cursor-pointer items-center gap-3 rounded px-3 py-2 outline-none data-focused:bg-river-wash [&>svg]:size-5 [&>svg]:shrink-0 [&>svg]:stroke-[1.5]"
    >
      {entry.icon}
      <span className="min-w-0 flex-1">
        <span className="block">{entry.title}</span>
        {entry.help !== undefined && <span className="block text-small text-ink-soft">{entry.help}</span>}
      </span>
      {entry.chosen && <Check className="text-river" aria-hidden="true" />}
    </MenuItem>
  )
}
