import pg from 'pg'
import { expect } from 'vitest'

import type { NoticeAnswer } from '#contract/answers.ts'
import { startWorker } from '#jobs/worker.ts'

import { until } from './caller.ts'
import type { Door } from './door.ts'

/**
 * Every notice of the house, newest first, as its administrator reads them: the queue is worked off before. `who` is
 * the administrator's name. Fails for a notice that could not be written or sent, or in which a word is missing.
 */
export async function noticesSeenBy(who: string, door: Door): Promise<readonly NoticeAnswer[]> {
  await workOff(door)
  const notices: NoticeAnswer[] = []
  for (let before: string | null = ''; before !== null;) {
    const { body } = await door.ask(who, 'GET', `/api/notices${before === '' ? '' : `?before=${before}`}`)
    notices.push(...((body.rows ?? []) as unknown as readonly NoticeAnswer[]))
    before = body['next'] as string | null
  }
  for (const { subject, body, state, name } of notices) {
    expect(`${subject} ${body}`, name).not.toMatch(/[{}]|undefined|null|NaN/)
    expect(state, name).not.toBe('failed')
  }
  return notices
}

/** Runs the worker until nothing waits in the queue. */
async function workOff({ home }: Door): Promise<void> {
  const worker = await startWorker(home.house, home.url)
  const client = new pg.Client({ connectionString: home.url })
  await client.connect()
  const waiting = async () => {
    const { rows } = await client.query<{ task: string; problem: string | null }>(
      'select task_identifier as task, last_error as problem from graphile_worker.jobs',
    )
    return rows
  }
  const left = await until(waiting, (jobs) => jobs.every(({ problem }) => problem !== null))
  await client.end()
  await worker.stop()
  expect(left).toEqual([])
}
