import { CornerDownLeft } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Dialog } from 'react-aria-components/Dialog'
import { Header } from 'react-aria-components/Header'
import { Input } from 'react-aria-components/Input'
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { TextField } from 'react-aria-components/TextField'

import { useText } from '../i18n.ts'
import { sameLetters, writingDirection } from '../ui/letters.ts'
import type { Offer } from './offers.tsx'
import type { OfficePlace } from './places.ts'

type PaletteProps = {
  readonly places: readonly OfficePlace[]
  readonly offers: readonly Offer[]
  readonly onGo: (path: string) => void
  readonly onClose: () => void
}

/** Everything that can be done from here, by its name. Ctrl-K opens it, Escape closes it. */
export function Palette({ places, offers, onGo, onClose }: PaletteProps) {
  const text = useText()
  const [words, setWords] = useState('')
  const goes = useMemo<readonly Offer[]>(
    () =>
      places.map((place) => ({
        id: `go-${place.id}`,
        title: text(place.title),
        icon: <place.icon aria-hidden="true" />,
        run: () => onGo(place.path),
      })),
    [places, text, onGo],
  )
  const groups = [
    { id: 'here', title: text('shell.here'), offers },
    { id: 'go', title: text('shell.go'), offers: goes },
  ].filter((group) => group.offers.length > 0)
  const run = (offer: Offer): void => {
    onClose()
    offer.run()
  }
  // Whoever types fast presses Enter before the list has marked its first line: the first line is meant.
  const runFirst = (input: HTMLElement): void => {
    const first = groups.flatMap((group) => group.offers).find(({ title }) => sameLetters(title, words))
    if (first && !input.hasAttribute('aria-activedescendant')) run(first)
  }
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
      className="fixed inset-0 z-40 flex items-start justify-center bg-[rgb(20_23_26/45%)] p-4 pt-[12dvh]"
    >
      <Modal className="w-full max-w-xl overflow-hidden rounded bg-paper shadow-float">
        <Dialog aria-label={text('shell.commands')} className="outline-none">
          <Autocomplete inputValue={words} onInputChange={setWords} filter={sameLetters}>
            <TextField aria-label={text('shell.palette')} autoFocus>
              <Input
                onKeyDown={(event) => event.key === 'Enter' && runFirst(event.currentTarget)}
                dir={writingDirection(words)}
                placeholder={text('shell.palette')}
                className="w-full border-b border-line bg-transparent px-5 py-4 text-lead outline-none placeholder:text-ink-soft [&::-webkit-search-cancel-button]:hidden"
              />
            </TextField>
            <Menu
              className="max-h-[55dvh] overflow-auto p-2 outline-none"
              renderEmptyState={() => <p className="px-3 py-6 text-ink-soft">{text('shell.palette-empty')}</p>}
            >
              {groups.map((group) => (
                <MenuSection key={group.id}>
                  <Header className="px-3 pt-2 pb-1 text-small text-ink-soft">{group.title}</Header>
                  {group.offers.map((offer) => (
                    <MenuItem
                      key={offer.id}
                      id={offer.id}
                      textValue={offer.title}
                      onAction={() => run(offer)}
                      className="touch group flex cursor-pointer items-center gap-3 rounded px-3 py-2 outline-none data-focused:bg-river-wash [&>svg]:size-5 [&>svg]:shrink-0 [&>svg]:stroke-[1.5]"
                    >
                      {offer.icon}
                      <span className="min-w-0 flex-1">
                        <span className="block">{offer.title}</span>
                        {offer.help !== undefined && (
                          <span className="block text-small text-ink-soft">{offer.help}</span>
                        )}
                      </span>
                      <CornerDownLeft
                        className="text-ink-soft opacity-0 group-data-focused:opacity-100 rtl:-scale-x-100"
                        aria-hidden="true"
                      />
                    </MenuItem>
                  ))}
                </MenuSection>
              ))}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
