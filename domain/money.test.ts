import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import currencyTable from '#catalogue/reference/currencies.json' with { type: 'json' }
import parityTable from '#catalogue/reference/fixed-parities.json' with { type: 'json' }
import {
  add,
  allocate,
  compare,
  convert,
  datedRateSchema,
  decimalText,
  formatAmount,
  isAmountProblem,
  minorUnits,
  money,
  moneyFromUnits,
  moneySchema,
  parseAmount,
  share,
  subtract,
  sum,
  unitsOf,
} from './money.ts'

const currency = fc.constantFrom('XAF', 'XOF', 'EUR', 'MAD', 'TND', 'CLF')
const amount = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 })
const someMoney = fc.tuple(amount, currency).map(([value, code]) => money(value, code))
const parity = parityTable.rates.find((rate) => rate.to === 'XAF')!

describe('the table of currencies', () => {
  test('minor units are those of ISO 4217', () => {
    const expected = { XAF: 0, XOF: 0, GNF: 0, TND: 3, LYD: 3, MAD: 2, EUR: 2, GMD: 2, MGA: 2, IQD: 3, CLF: 4 }
    for (const [code, digits] of Object.entries(expected)) expect(minorUnits(code)).toBe(digits)
    expect(() => minorUnits('FCFA')).toThrow(RangeError)
  })

  test('every currency with a name has minor units', () => {
    for (const code of Object.keys(currencyTable.currencies)) expect(minorUnits(code)).toBeGreaterThanOrEqual(0)
    expect(Object.keys(currencyTable.currencies)).toHaveLength(180)
  })

  test('every fixed parity is a dated rate', () => {
    for (const rate of parityTable.rates) expect(datedRateSchema.safeParse(rate).success).toBe(true)
  })
})

describe('reading what was typed', () => {
  test.each([
    ['4 100 000', 'XAF', 4_100_000],
    ['4\u00a0100\u202f000', 'XAF', 4_100_000],
    ['500.000', 'XAF', 500_000],
    ['500,000', 'XAF', 500_000],
    ['12,5', 'EUR', 1250],
    ['12.50', 'EUR', 1250],
    ['.5', 'EUR', 50],
    ['1.234.567,89', 'EUR', 123_456_789],
    ['1,234,567.89', 'EUR', 123_456_789],
    ['1,234', 'TND', 1234],
    ['١٢٬٣٤٥٫٥٠', 'EUR', 1_234_550],
    ['۱۲۳', 'XOF', 123],
    ['\u200f12,5\u200f', 'EUR', 1250],
    ["1'000", 'EUR', 100_000],
  ])('%s in %s', (text, code, expected) => {
    expect(parseAmount(text, code)).toEqual({ amount: expected, currency: code })
  })

  test.each([
    ['', 'EUR', 'empty'],
    ['   ', 'EUR', 'empty'],
    ['abc', 'EUR', 'not-a-number'],
    ['12 EUR', 'EUR', 'not-a-number'],
    ['1e5', 'EUR', 'not-a-number'],
    ['12 34', 'EUR', 'not-a-number'],
    ['5.', 'EUR', 'not-a-number'],
    ['.', 'EUR', 'not-a-number'],
    ['--5', 'EUR', 'not-a-number'],
    ['1,2,3', 'EUR', 'not-a-number'],
    [`1${' '.repeat(300)}5`, 'EUR', 'not-a-number'],
    ['1.5', 'XAF', 'too-many-decimals'],
    ['0.500', 'XAF', 'too-many-decimals'],
    ['10.123', 'EUR', 'too-many-decimals'],
    ['1,000', 'EUR', 'too-many-decimals'],
    ['-5', 'EUR', 'negative'],
    ['\u22125', 'EUR', 'negative'],
    ['9007199254740993', 'XAF', 'too-large'],
    ['5', 'FCFA', 'unknown-currency'],
  ])('%s in %s is refused: %s', (text, code, problem) => {
    expect(parseAmount(text, code)).toMatchObject({ problem, currency: code })
  })

  test('a negative amount is read where it is allowed', () => {
    expect(parseAmount('-5', 'EUR', { negative: 'allow' })).toEqual(money(-500, 'EUR'))
  })

  test('reads back its own decimal text, in any currency', () => {
    fc.assert(
      fc.property(someMoney, (value) => {
        expect(parseAmount(decimalText(value), value.currency, { negative: 'allow' })).toEqual(value)
      }),
    )
  })

  test('never throws and never gives an amount above the safe integers', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-\d., ٠-٩٫٬]{0,24}$/)), currency, (text, code) => {
        const result = parseAmount(text, code)
        if (!isAmountProblem(result)) expect(Number.isSafeInteger(result.amount) && result.amount >= 0).toBe(true)
      }),
    )
  })
})

describe('calculating', () => {
  test('survives JSON and its own schema', () => {
    fc.assert(
      fc.property(someMoney, (value) => {
        expect(moneySchema.parse(JSON.parse(JSON.stringify(value)))).toEqual(value)
      }),
    )
    expect(moneySchema.safeParse({ amount: 1.5, currency: 'EUR' }).success).toBe(false)
    expect(moneySchema.safeParse({ amount: 1, currency: 'FCFA' }).success).toBe(false)
    expect(moneySchema.safeParse({ amount: 2 ** 53, currency: 'EUR' }).success).toBe(false)
  })

  test('adding and taking away again changes nothing; order follows the difference', () => {
    fc.assert(
      fc.property(amount, amount, currency, (left, right, code) => {
        const [one, other] = [money(left, code), money(right, code)]
        expect(subtract(add(one, other), other)).toEqual(one)
        expect(compare(one, other)).toBe(Math.sign(left - right))
      }),
    )
  })

  test('currencies do not mix and unsafe sums are refused', () => {
    expect(() => add(money(1, 'EUR'), money(1, 'XAF'))).toThrow(RangeError)
    expect(() => compare(money(1, 'EUR'), money(1, 'XAF'))).toThrow(RangeError)
    expect(() => add(money(Number.MAX_SAFE_INTEGER, 'XAF'), money(1, 'XAF'))).toThrow(RangeError)
    expect(sum([], 'XAF')).toEqual(money(0, 'XAF'))
  })

  test('a share rounds half away from zero', () => {
    expect(share(money(4_100_000, 'XAF'), 70)).toEqual(money(2_870_000, 'XAF'))
    expect(share(money(1, 'XAF'), 50)).toEqual(money(1, 'XAF'))
    expect(share(money(-1, 'XAF'), 50)).toEqual(money(-1, 'XAF'))
    expect(share(money(1000, 'EUR'), '33.333')).toEqual(money(333, 'EUR'))
    expect(share(money(1_000_000_000_000, 'XAF'), 1e-7)).toEqual(money(1000, 'XAF'))
  })

  test('an allocation adds up to the last unit, and no part is more than one unit off', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(someMoney, weights, (value, parts) => {
        fc.pre(parts.some((weight) => weight > 0))
        const total = parts.reduce((one, other) => one + other, 0)
        const split = allocate(value, parts)
        expect(sum(split, value.currency)).toEqual(value)
        split.forEach((part, index) => {
          expect(Math.abs(part.amount - (value.amount * parts[index]!) / total)).toBeLessThanOrEqual(1.001)
          if (parts[index] === 0) expect(part.amount).toBe(0)
        })
      }),
    )
  })

  test('the left-over units go to the largest remainders, the first when equal', () => {
    expect(allocate(money(100, 'XAF'), [1, 1, 1]).map((part) => part.amount)).toEqual([34, 33, 33])
    expect(allocate(money(100, 'XAF'), ['33.4', '33.3', '33.3']).map((part) => part.amount)).toEqual([34, 33, 33])
    expect(() => allocate(money(100, 'XAF'), [0, 0])).toThrow(RangeError)
    expect(() => allocate(money(100, 'XAF'), [2, -1])).toThrow(RangeError)
  })

  test('conversion needs a dated rate for the currency, and works both ways', () => {
    expect(convert(money(100, 'EUR'), parity)).toEqual(money(656, 'XAF'))
    expect(convert(money(655_957, 'XAF'), parity)).toEqual(money(100_000, 'EUR'))
    expect(() => convert(money(1, 'MAD'), parity)).toThrow(RangeError)
    expect(() => convert(money(1, 'EUR'), { ...parity, rate: '0' })).toThrow(RangeError)
    fc.assert(
      fc.property(amount, (cents) => {
        const there = convert(money(cents, 'EUR'), parity)
        expect(Math.abs(convert(there, parity).amount - cents)).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('a calculated number of units becomes money at the minor unit', () => {
    expect(moneyFromUnits(1233.335, 'EUR')).toEqual(money(123_334, 'EUR'))
    expect(moneyFromUnits(0.1 + 0.2, 'EUR')).toEqual(money(30, 'EUR'))
    expect(() => moneyFromUnits(3.7e21, 'XAF')).toThrow(RangeError)
    expect(() => moneyFromUnits(Number.NaN, 'XAF')).toThrow(RangeError)
  })
})

describe('showing', () => {
  test('ISO decimals and Latin digits in three languages', () => {
    expect(formatAmount(money(4_100_000, 'XAF'), 'fr')).toMatch(/^4\s100\s000\s/)
    expect(formatAmount(money(4_100_000, 'XAF'), 'ar')).toContain('4,100,000')
    expect(formatAmount(money(500, 'MGA'), 'en')).toContain('5.00')
    expect(formatAmount(money(1_234_567, 'TND'), 'ar')).toContain('1,234.567')
    expect(unitsOf(money(1250, 'EUR'))).toBe(12.5)
    expect(decimalText(money(-5, 'EUR'))).toBe('-0.05')
  })
})
