import { useText } from '../i18n.ts'
import { Amount } from './Amount.tsx'

export const moneyDepths = ['pledged', 'decided', 'released', 'paid', 'proven'] as const
export type MoneyDepth = (typeof moneyDepths)[number]

type MoneyStripProps = {
  /** Minor units of `currency`; each depth lies inside the one before it. A depth left out is not drawn. */
  readonly amounts: Readonly<Partial<Record<MoneyDepth, number>>>
  readonly currency: string
  /** The same amounts as the funder counts them, shown under ours. */
  readonly funder?: {
    readonly amounts: Readonly<Partial<Record<MoneyDepth, number>>>
    readonly currency: string
    readonly rate?: string
  }
  /** `bar` in lists: the amounts are then only spoken. */
  readonly form?: 'full' | 'bar'
}

const fills: Readonly<Record<MoneyDepth, string>> = {
  pledged: 'bg-depth-1',
  decided: 'bg-depth-2',
  released: 'bg-depth-3',
  paid: 'bg-depth-4',
  proven: 'bg-depth-5',
}

/**
 * Where the money of a case stands: one bar, five depths of one hue, each inside the one before. The depth is also a
 * height, so that it reads without colour and on a grey print.
 */
export function MoneyStrip({ amounts, currency, funder, form = 'full' }: MoneyStripProps) {
  const text = useText()
  const drawn = moneyDepths.filter((depth) => amounts[depth] !== undefined)
  const largest = Math.max(1, ...drawn.map((depth) => amounts[depth] ?? 0))
  const bar = (
    <div className="relative h-6 border-b border-edge" aria-hidden="true">
      {drawn.map((depth) => (
        <span
          key={depth}
          className={`absolute start-0 bottom-0 rounded-se-[2px] ${fills[depth]} ${heights[depth]}`}
          style={{ inlineSize: `${((amounts[depth] ?? 0) / largest) * 100}%` }}
        />
      ))}
    </div>
  )
  const list = (
    <dl
      className={
        form === 'bar'
          ? 'sr-only'
          : 'mt-3 grid gap-x-6 gap-y-3 [grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr))]'
      }
    >
      {drawn.map((depth) => (
        <div key={depth}>
          <dt className="flex items-center gap-2 text-small text-ink-soft">
            <Swatch depth={depth} />
            {text(`ui.money-${depth}`)}
          </dt>
          <dd className="mt-0.5">
            <Amount value={{ amount: amounts[depth] ?? 0, currency }} strong />
            {funder?.amounts[depth] !== undefined && (
              <span className="block text-small text-ink-soft" title={funder.rate}>
                <Amount value={{ amount: funder.amounts[depth], currency: funder.currency }} />
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
  return (
    <div data-print="together">
      {bar}
      {list}
    </div>
  )
}

const heights: Readonly<Record<MoneyDepth, string>> = {
  pledged: 'h-full',
  decided: 'h-[84%]',
  released: 'h-[68%]',
  paid: 'h-[52%]',
  proven: 'h-[36%]',
}

function Swatch({ depth }: { depth: MoneyDepth }) {
  return (
    <span aria-hidden="true" className="relative size-3.5 border-b border-edge">
      <span className={`absolute inset-x-0 bottom-0 ${fills[depth]} ${heights[depth]}`} />
    </span>
  )
}
