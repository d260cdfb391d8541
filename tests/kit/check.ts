// `npm run check`: the quick part of the tests, for every few minutes of work.
import { runSteps } from './steps.ts'

const { failed } = await runSteps(['types', 'lint', 'unit'])
process.exitCode = failed === 0 ? 0 : 1
