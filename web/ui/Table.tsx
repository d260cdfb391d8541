import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ReactNode } from 'react'

import { useText } from '../i18n.ts'
import { Button } from './Button.tsx'
import { join } from './classes.ts'

export type Column<Row> = {
  readonly id: string
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  /** Numbers stand at the end of the line, in tabular figures. */
  readonly numeric?: boolean
  readonly sortable?: boolean
  /** What the row is called: it heads the row on a phone and for screen readers. One column has it. */
  readonly heads?: boolean
  readonly width?: 'narrow' | 'wide'
}

export type Sort = { readonly by: string; readonly descending: boolean }

type TableProps<Row> = {
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly sort?: Sort | undefined
  readonly onSort?: (sort: Sort) => void
  /** There are further rows behind the last one (keyset); left out when this is all. */
  readonly onMore?: (() => void) | undefined
  readonly reading?: boolean
  /** The true number of rows behind the filter, when it is known. */
  readonly count?: number
  readonly empty?: ReactNode
  /** The row that is open beside the list. */
  readonly current?: string | undefined
}

/** A dense list. On a phone each row stands by itself, with the titles of the columns beside the values. */
export function Table<Row>(props: TableProps<Row>) {
  const { columns, rows, rowKey, onMore, reading = false, current } = props
  const text = useText()
  if (rows.length === 0 && !reading && props.empty !== undefined) return <>{props.empty}</>
  return (
    <div>
      <table className="w-full border-collapse max-sm:block" aria-busy={reading || undefined}>
        <caption className="sr-only">{props.caption}</caption>
        <thead className="max-sm:sr-only">
          <tr className="border-b border-edge">
            {columns.map((column) => (
              <Head key={column.id} column={column} sort={props.sort} onSort={props.onSort} />
            ))}
          </tr>
        </thead>
        <tbody className="max-sm:block">
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              aria-current={rowKey(row) === current || undefined}
              className="relative border-b border-line hover:bg-sand-soft aria-[current]:bg-river-wash max-sm:block max-sm:py-3"
            >
              {columns.map((column) => (
                <Cell key={column.id} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="flex flex-wrap items-center gap-4 py-3 text-ink-soft" data-print="no">
        {props.count !== undefined && <span>{text('ui.rows-shown', { shown: rows.length, count: props.count })}</span>}
        {onMore && (
          <Button onPress={onMore} busy={reading}>
            {text('ui.more')}
          </Button>
        )}
      </div>
    </div>
  )
}

type HeadProps<Row> = {
  readonly column: Column<Row>
  readonly sort: Sort | undefined
  readonly onSort: ((sort: Sort) => void) | undefined
}

function Head<Row>({ column, sort, onSort }: HeadProps<Row>) {
  const sorted = sort?.by === column.id ? sort : undefined
  const Arrow = sorted?.descending ? ArrowDown : ArrowUp
  return (
    <th
      scope="col"
      aria-sort={sorted ? (sorted.descending ? 'descending' : 'ascending') : undefined}
      className={join(
        'px-2 py-1.5 align-middle text-small font-normal whitespace-nowrap text-ink-soft first:ps-0 last:pe-0',
        column.numeric ? 'text-end' : 'text-start',
        column.width && widths[column.width],
      )}
    >
      {column.sortable && onSort ? (
        <button
          type="button"
          onClick={() => onSort({ by: column.id, descending: sorted ? !sorted.descending : false })}
          className="-mx-1 inline-flex items-center gap-1 rounded px-1 py-1 hover:text-ink"
        >
          {column.title}
          <Arrow className={join('size-4 stroke-[1.75]', sorted ? 'text-river' : 'opacity-0')} aria-hidden="true" />
        </button>
      ) : (
        column.title
      )}
    </th>
  )
}

const widths = { narrow: 'w-px', wide: 'w-1/3' }

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const content = column.cell(row)
  const look = join(
    'px-2 py-2.5 align-baseline font-normal first:ps-0 last:pe-0',
    column.numeric ? 'figures text-start sm:text-end' : 'text-start',
    column.heads ? 'max-sm:block max-sm:px-0 max-sm:py-0' : 'max-sm:flex max-sm:gap-3 max-sm:px-0 max-sm:py-0.5',
  )
  if (column.heads) {
    return (
      <th scope="row" className={look}>
        {content}
      </th>
    )
  }
  return (
    <td className={look}>
      <span className="hidden w-2/5 max-w-36 shrink-0 text-small text-ink-soft max-sm:block" aria-hidden="true">
        {column.title}
      </span>
      <span className="min-w-0 max-sm:flex-1">{content}</span>
    </td>
  )
}
