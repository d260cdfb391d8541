import { describe, expect, it } from 'vitest'

import { roles } from '#domain/role.ts'

import { isWithin } from './keys.ts'
import { officePlaces, placesFor } from './places.ts'

const allPaths = new Set(officePlaces.map((place) => place.path))

describe('the places of the office', () => {
  it.each(roles.filter((role) => role !== 'system'))('%s has a home', (role) => {
    expect(placesFor(role, allPaths).map((place) => place.id)).toContain('home')
  })

  it.each(['funder', 'evaluator'] as const)('never offer a person’s file to a %s', (role) => {
    expect(placesFor(role, allPaths).map((place) => place.id)).not.toContain('cases')
  })

  it('are not shown before their screen exists', () => {
    expect(placesFor('administrator', new Set(['/'])).map((place) => place.id)).toEqual(['home'])
  })

  it('know which of them one is in', () => {
    expect(isWithin('/cases/12', '/cases')).toBe(true)
    expect(isWithin('/casesoup', '/cases')).toBe(false)
    expect(isWithin('/cases', '/')).toBe(false)
  })
})
