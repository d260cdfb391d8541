import { expect, test } from 'vitest'
import { addUp, closingLine, countTests } from './steps.ts'

const file = (status: string, ...tests: string[]) => ({
  name: 'a.test.ts',
  status,
  assertionResults: tests.map((test) => ({ status: test })),
})
const report = (counts: { passed?: number; failed?: number; pending?: number; todo?: number }, ...files: object[]) => ({
  numPassedTests: counts.passed ?? 0,
  numFailedTests: counts.failed ?? 0,
  numPendingTests: counts.pending ?? 0,
  numTodoTests: counts.todo ?? 0,
  testResults: files,
})

test('passed and failed tests are counted as they are', () => {
  const counted = countTests(report({ passed: 2, failed: 1 }, file('failed', 'passed', 'passed', 'failed')), 1)
  expect(counted).toEqual({ passed: 2, failed: 1 })
})

test('a file that could not be loaded is a failure', () => {
  expect(countTests(report({ passed: 1 }, file('passed', 'passed'), file('failed')), 1)).toEqual({
    passed: 1,
    failed: 1,
  })
})

test('a skipped or planned test is a failure', () => {
  expect(countTests(report({ passed: 1, pending: 1, todo: 1 }, file('passed', 'passed')), 0)).toEqual({
    passed: 1,
    failed: 2,
  })
})

test('a run that ended badly never counts as good', () => {
  expect(countTests(report({ passed: 5 }), 1)).toEqual({ passed: 5, failed: 1 })
  expect(countTests(null, 0)).toEqual({ passed: 0, failed: 1 })
})

test('the closing line has its exact form', () => {
  const total = addUp([
    { passed: 3, failed: 0 },
    { passed: 4, failed: 2 },
  ])
  expect(closingLine(total)).toBe('7 passed, 2 failed')
})
