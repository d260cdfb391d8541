// `npm test`: everything. `npm test -- --only=database` runs one step, for instance on another PostgreSQL.
import { parseArgs } from 'node:util'
import { allSteps, runSteps, type StepName } from './steps.ts'

const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } })
const wanted = values.only ?? allSteps
const unknown = wanted.filter((name) => !allSteps.includes(name as StepName))
if (unknown.length > 0) {
  process.stderr.write(`There is no step ${unknown.join(', ')}; the steps are ${allSteps.join(', ')}.\n`)
  process.exitCode = 2
} else {
  const { failed } = await runSteps(allSteps.filter((name) => wanted.includes(name)))
  process.exitCode = failed === 0 ? 0 : 1
}
