import { amount, date, pick } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { highestPrice } from '../../project/project.ts'
import { minorUnits } from '../../money.ts'
import { caseCommand } from '../case-command.ts'
import { dayOfAct } from '../checks.ts'

/**
 * What one unit cost, read off an invoice or a quote that lies on the case: it goes into the price book with the country,
 * the region and the activity, and without anybody's name. Refusals: `amount-zero`, `price-absurd`, `date-ahead`,
 * `date-too-early`.
 */
export const recordPrice = caseCommand({
  name: 'record-price',
  stream: 'case',
  kind: 'acts',
  roles: ['adviser', 'employment-adviser', 'finance-officer'],
  stages: ['project', 'launch', 'monitoring'],
  offices: ['any'],
  fields: { document: pick('documents'), item: pick('items'), unit: pick('units'), amount: amount(), on: date() },
  decide(state, { document, item, unit, amount, on }, circumstances) {
    const { scheme } = circumstances.running
    const { country, currency } = scheme
    const highest = highestPrice * 10 ** minorUnits(currency)
    const refusal = firstRefusal(
      amount === 0 && refuse('amount-zero', {}, 'amount'),
      amount > highest && refuse('price-absurd', { amount, highest, currency }, 'amount'),
      dayOfAct(on, state, circumstances),
    )
    if (refusal) return refusal
    const activity = state.projects?.at(-1)?.activity ?? state.idea?.activity ?? null
    const price = { price: circumstances.id('price'), country, region: state.region, activity }
    return accept({
      events: [{ type: 'price-recorded', data: { ...price, document, item, unit, amount, currency, on } }],
    })
  },
})
