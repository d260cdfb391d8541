import { loadPrices } from '#catalogue/load-activities.ts'
import { asActor } from '#db/connect.ts'
import type { Database } from '#db/connect.ts'
import { readCatalogueFiles, rememberCatalogueFile } from '#db/reads/editions.ts'
import { replaceStartingSet } from '#db/reads/prices.ts'
import { canonicalJson } from '#domain/canonical.ts'
import { derivedId } from '#domain/derived-id.ts'
import { moneyFromUnits } from '#domain/money.ts'

import { textFingerprint } from './fingerprint.ts'

const remembered = 'prices'

/** Puts the catalogue's starting set into the price book, if it is another one than last time. What invoices said stays. */
export async function fillPriceBook(database: Database): Promise<void> {
  const files = loadPrices()
  const fingerprint = textFingerprint(canonicalJson(files))
  await asActor(database, 'system', async (tx) => {
    if ((await readCatalogueFiles(tx)).get(remembered) === fingerprint) return
    const prices = files.flatMap(({ country, currency, sources, prices }) =>
      prices.map(({ region, activity, item, unit, price, date, source }) => ({
        price: derivedId(`price ${country}`, [region, activity, item, unit, date, source].join(' ')),
        country,
        region: region ?? null,
        activity: activity ?? null,
        item,
        unit,
        amount: moneyFromUnits(price, currency).amount,
        currency,
        on: date,
        source: sources[source]?.certainty ?? 'assumption',
      })),
    )
    await replaceStartingSet(tx, prices)
    await rememberCatalogueFile(tx, { name: remembered, fingerprint, ignored: [] })
  })
}
