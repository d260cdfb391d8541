import { expect, test } from 'vitest'
import countryFile from '#catalogue/reference/countries.json' with { type: 'json' }
import regionFile from '#catalogue/reference/regions.json' with { type: 'json' }
import { countryName, regionChoices, regionName } from './place.ts'

const cameroon = regionFile.regions.CM

test('a region in three languages, in English where one is missing, as a code when unknown', () => {
  expect(regionName(cameroon, 'CM-CE', 'fr')).toBe('Centre')
  expect(regionName(cameroon, 'CM-EN', 'fr')).toBe('Extrême-Nord')
  expect(regionName(cameroon, 'CM-EN', 'en')).toBe('Far North')
  expect(regionName(cameroon, 'CM-EN', 'ar')).toBe('أقصى الشمال')
  expect(regionName({ 'XX-1': ['Northland'] }, 'XX-1', 'ar')).toBe('Northland')
  expect(regionName(cameroon, 'CM-ZZ', 'fr')).toBe('CM-ZZ')
  expect(regionName(cameroon, 'toString', 'fr')).toBe('toString')
})

test('a country in three languages', () => {
  expect(countryName(countryFile.countries, 'TN', 'ar')).toBe('تونس')
  expect(countryName(countryFile.countries, 'CM', 'fr')).toBe('Cameroun')
  expect(countryName(countryFile.countries, 'ZZ', 'fr')).toBe('ZZ')
})

test('regions to choose from are in the order of the language', () => {
  const names = regionChoices(cameroon, 'fr').map((choice) => choice.name)
  expect(names).toHaveLength(10)
  expect(names[0]).toBe('Adamaoua')
  expect(names.indexOf('Est')).toBeLessThan(names.indexOf('Extrême-Nord'))
})
