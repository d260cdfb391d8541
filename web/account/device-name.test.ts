import { expect, test } from 'vitest'

import { deviceName } from './device-name.ts'

const likeGecko = 'AppleWebKit/537.36 (KHTML, like Gecko)'

test.each([
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${likeGecko} Chrome/140.0 Safari/537.36`, 'Chrome', 'Windows'],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${likeGecko} Chrome/140.0 Safari/537.36 Edg/140.0`, 'Edge', 'Windows'],
  [`Mozilla/5.0 (Linux; Android 14) ${likeGecko} SamsungBrowser/26 Chrome/122.0 Mobile`, 'Samsung Internet', 'Android'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox', 'Linux'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1', 'Safari', 'iPhone'],
])('%s', (said, browser, system) => {
  expect(deviceName(said)).toEqual({ browser, system })
})

test('says nothing where nothing can be known', () => {
  expect(deviceName('')).toBeUndefined()
  expect(deviceName('curl/8.0')).toBeUndefined()
})
