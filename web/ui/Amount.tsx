import { formatAmount, type Money } from '#domain/money.ts'

import { useText } from '../i18n.ts'
import { readableAmount } from '../locale.ts'

/** An amount of money, never broken over two lines and never flipped by the text around it. */
export function Amount({ value, strong = false }: { value: Money; strong?: boolean }) {
  const text = useText()
  return (
    <bdi className={strong ? 'figures font-strong' : 'figures'}>
      <data value={value.amount}>{readableAmount(formatAmount(value, text.locale))}</data>
    </bdi>
  )
}
