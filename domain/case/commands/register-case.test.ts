import { expect, test } from 'vitest'

import { noDeeds, refusalOf } from '#tests/kit/case.ts'
import { having } from '#tests/kit/refusals.ts'
import { registration } from '#tests/kit/roads.ts'

test('an office opens files only in the schemes that it has a part in', () => {
  const elsewhere = having(registration, {}, { office: 'another-country' })
  expect(refusalOf(noDeeds(), elsewhere)).toMatchObject({
    code: 'office-may-not',
    facts: { office: 'another-country' },
    field: 'scheme',
  })
})
