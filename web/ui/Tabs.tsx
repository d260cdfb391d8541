import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs'

export type TabItem = {
  readonly id: string
  readonly title: string
  /** A true number beside the title; left out when it says nothing. */
  readonly count?: number | undefined
  readonly content: ReactNode
}

type TabsProps = {
  readonly label: string
  readonly items: readonly TabItem[]
  /** The chosen tab; keep it in the address so that back returns to it. */
  readonly chosen: string
  readonly onChoose: (id: string) => void
}

/** Sides of one thing. On a narrow screen the titles scroll sideways. */
export function Tabs({ label, items, chosen, onChoose }: TabsProps) {
  return (
    <AriaTabs selectedKey={chosen} onSelectionChange={(key) => onChoose(String(key))} className="min-w-0 outline-none">
      <TabList
        aria-label={label}
        className="flex gap-1 overflow-x-auto border-b border-line [scrollbar-width:none]"
        data-print="no"
      >
        {items.map((item) => (
          <Tab
            key={item.id}
            id={item.id}
            className="touch flex shrink-0 cursor-pointer items-center gap-2 border-b-3 border-transparent px-3 text-ink-soft data-focus-visible:-outline-offset-2 data-hovered:text-ink data-selected:border-river data-selected:font-strong data-selected:text-ink"
          >
            {item.title}
            {item.count !== undefined && (
              <bdi className="figures text-small font-normal text-ink-soft">{item.count}</bdi>
            )}
          </Tab>
        ))}
      </TabList>
      {items.map((item) => (
        <TabPanel key={item.id} id={item.id} className="py-5">
          {item.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
