import { describe, expect, it } from 'vitest'

import { isOwnAddress } from './route.ts'

describe('where one goes after signing in', () => {
  it.each(['/', '/cases', '/cases/12?tab=money#road'])('follows %s', (address) => {
    expect(isOwnAddress(address)).toBe(true)
  })

  it.each([
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'cases',
    '/sign-in',
    7,
    undefined,
  ])('does not follow %s', (address) => {
    expect(isOwnAddress(address)).toBe(false)
  })
})
