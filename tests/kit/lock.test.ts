import path from 'node:path'
import { expect, test } from 'vitest'
import { completeLock, findMissingPackages, readLock, systemOf } from './lock.ts'

const projectFolder = path.join(import.meta.dirname, '..', '..')

test('package-lock.json holds the packages of every system, so that npm ci accepts it (else: node tests/kit/lock.ts)', () => {
  const lock = readLock(projectFolder)
  expect(Object.keys(lock.packages).length).toBeGreaterThan(300)
  expect(findMissingPackages(lock)).toEqual([])
})

test('package-lock.json names no registry', () => {
  const named = Object.entries(readLock(projectFolder).packages).filter(([, entry]) => 'resolved' in entry)
  expect(named).toEqual([])
})

test('a package that the registry lacked is found and written from its name', () => {
  const lock = {
    packages: {
      '': {},
      'node_modules/tool': { dev: true, optionalDependencies: { 'tool-linux-arm64-musl': '^1.2.3' } },
    },
  }
  expect(findMissingPackages(lock)).toEqual([
    { name: 'tool-linux-arm64-musl', version: '1.2.3', askedBy: 'node_modules/tool' },
  ])
  const complete = completeLock(lock)
  expect(complete.packages['node_modules/tool-linux-arm64-musl']).toEqual({
    version: '1.2.3',
    cpu: ['arm64'],
    dev: true,
    libc: ['musl'],
    optional: true,
    os: ['linux'],
  })
  expect(findMissingPackages(complete)).toEqual([])
})

test('a package held beside the one that asks for it is not missing', () => {
  const lock = {
    packages: {
      'node_modules/tool': { optionalDependencies: { part: '1.0.0' } },
      'node_modules/tool/node_modules/part': { version: '1.0.0' },
    },
  }
  expect(findMissingPackages(lock)).toEqual([])
})

test.each([
  ['@scope/binding-win32-ia32-msvc', { cpu: ['ia32'], libc: undefined, os: ['win32'] }],
  ['@scope/oxide-wasm32-wasi', { cpu: ['wasm32'], libc: undefined, os: undefined }],
  ['binding-linux-arm-gnueabihf', { cpu: ['arm'], libc: ['glibc'], os: ['linux'] }],
])('the system of %s is read from its name', (name, system) => {
  expect(systemOf(name)).toEqual(system)
})
