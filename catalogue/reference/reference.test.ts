import { expect, test } from 'vitest'
import { isCurrency } from '#domain/money.ts'
import demonstration from '../names/demonstration.json' with { type: 'json' }
import countryFile from './countries.json' with { type: 'json' }
import cameroonMap from './maps/CM.json' with { type: 'json' }
import occupationFile from './occupations.json' with { type: 'json' }
import regionFile from './regions.json' with { type: 'json' }
import sectorFile from './sectors.json' with { type: 'json' }

const countries: Record<string, { fr: string; en: string; ar: string; currencies?: string[] }> = countryFile.countries
const regions: Record<string, Record<string, (string | null)[]>> = regionFile.regions

test('every country has its name in three languages and currencies that we can count in', () => {
  expect(Object.keys(countries)).toHaveLength(250)
  for (const country of Object.values(countries)) {
    for (const name of [country.fr, country.en, country.ar]) expect(name).not.toBe('')
    for (const currency of country.currencies ?? []) expect(isCurrency(currency)).toBe(true)
  }
})

test('every region belongs to a country, has an English name, and its parent exists', () => {
  for (const [country, ofCountry] of Object.entries(regions)) {
    expect(countries).toHaveProperty(country)
    for (const [code, names] of Object.entries(ofCountry)) {
      expect(code.startsWith(`${country}-`)).toBe(true)
      expect(names[0]).toBeTruthy()
      if (names[3]) expect(ofCountry).toHaveProperty(names[3])
    }
  }
})

test('the regions of the scheme countries have an Arabic name', () => {
  for (const country of ['CM', 'TG', 'TN', 'ML', 'SN', 'MA', 'FR']) {
    for (const names of Object.values(regions[country]!)) expect(names[2]).toMatch(/^[\u0600-\u06ff\s-]+$/)
  }
})

test('the map of Cameroon draws each of its regions once', () => {
  const drawn = cameroonMap.objects.admin1.geometries.map((shape) => shape.properties.code)
  expect(drawn.sort()).toEqual(Object.keys(regions.CM!).sort())
})

test('every occupation has a title in two languages and its parent group', () => {
  const occupations: Record<string, string[]> = occupationFile.occupations
  expect(Object.keys(occupations)).toHaveLength(619)
  for (const [code, titles] of Object.entries(occupations)) {
    expect(titles.filter(Boolean)).toHaveLength(2)
    if (code.length > 1) expect(occupations).toHaveProperty(code.slice(0, -1))
  }
})

test('every sector has its name in three languages', () => {
  for (const sector of Object.values(sectorFile.sectors)) {
    for (const name of [sector.fr, sector.en, sector.ar]) expect(name).not.toBe('')
  }
})

test('demonstration names fit the regions, and their Arabic spellings belong to names that are there', () => {
  const names = new Set(demonstration.groups.flatMap((group) => [...group.female, ...group.male, ...group.family]))
  for (const group of demonstration.groups) {
    for (const region of group.regions) expect(regions[group.country]).toHaveProperty(region)
  }
  for (const name of Object.keys(demonstration.arabicScript)) expect(names).toContain(name)
  for (const [country, towns] of Object.entries(demonstration.towns)) {
    for (const town of towns) expect(regions[country]).toHaveProperty(town.region)
  }
})
