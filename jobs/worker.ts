import { parseCronItems, run } from 'graphile-worker'
import type { TaskList } from 'graphile-worker'

import type { House } from '#app/house.ts'
import { openQueuePool, queueLogger } from '#db/queue.ts'

import { callMembers } from './tasks/call-members.ts'
import type { CallJob } from './tasks/call-members.ts'
import { carryOutDeadlines } from './tasks/carry-out-deadlines.ts'
import { cleanUploads } from './tasks/clean-uploads.ts'
import { eraseOldCallBacks } from './tasks/erase-call-backs.ts'
import { freezeDuePacks, freezePacks } from './tasks/freeze-packs.ts'
import type { FreezeJob } from './tasks/freeze-packs.ts'
import { foldCounts } from './tasks/fold-counts.ts'
import { moveCases, resumeMoves } from './tasks/move-cases.ts'
import type { MoveJob } from './tasks/move-cases.ts'
import { writeLetters } from './tasks/produce-letters.ts'
import type { LettersJob } from './tasks/produce-letters.ts'
import { refreshCasesOf } from './tasks/refresh-cases.ts'
import type { RefreshJob } from './tasks/refresh-cases.ts'
import { removeOldLinks } from './tasks/remove-old-links.ts'
import { sendNotice } from './tasks/send-notice.ts'
import type { Links, NoticeJob } from './tasks/send-notice.ts'
import { sendSigningLink } from './tasks/send-signing-link.ts'
import type { SigningLinkJob } from './tasks/send-signing-link.ts'
import { tryDraft } from './tasks/try-draft.ts'
import type { TrialJob } from './tasks/try-draft.ts'

export type Worker = {
  /** Takes no more jobs, and waits for those under way. */
  stop(): Promise<void>
}

/** What is done by the clock: minute, hour, day, month, weekday (UTC), and the task. */
const timetable = [
  { match: '* * * * *', task: 'fold-counts' },
  { match: '* * * * *', task: 'resume-moves' },
  { match: '*/10 * * * *', task: 'freeze-due-packs' },
  { match: '17 * * * *', task: 'clean-uploads' },
  // Early in the hour, so that what a night brings is there when offices open, whatever their time zone.
  { match: '7 * * * *', task: 'carry-out-deadlines' },
  { match: '43 * * * *', task: 'erase-call-backs' },
  { match: '51 3 * * *', task: 'remove-old-links' },
]

/**
 * Runs the queue in this process, four jobs at a time, until it is stopped. `ownerUrl` reaches the queue's own tables.
 * `publicUrl` is what links in notices begin with; without it they are paths.
 */
export async function startWorker(house: House, ownerUrl: string, publicUrl: string | null = null): Promise<Worker> {
  const items = timetable.map(({ match, task }) => ({ match, task, options: { backfillPeriod: 0, maxAttempts: 1 } }))
  const pool = openQueuePool(ownerUrl)
  await resumeMoves(house, 0)
  const runner = await run({
    pgPool: pool,
    concurrency: 4,
    noHandleSignals: true,
    logger: queueLogger,
    parsedCronItems: parseCronItems(items),
    taskList: tasksOf(house, linksFrom(publicUrl ?? '')),
  })
  return {
    async stop() {
      await runner.stop()
      await runner.promise
      await pool.end()
    },
  }
}

function tasksOf(
  house: House,
  links: Links & { readonly sign: (secret: string) => string; readonly sitting: (sitting: string) => string },
): TaskList {
  return {
    'call-members': (payload, { job }) =>
      callMembers(house, links.sitting, payload as CallJob, job.attempts >= job.max_attempts),
    'produce-letters': (payload) => writeLetters(house, payload as LettersJob),
    'freeze-packs': (payload) => freezePacks(house, payload as FreezeJob),
    'freeze-due-packs': () => freezeDuePacks(house),
    'send-notice': (payload, { job }) =>
      sendNotice(house, links, payload as NoticeJob, job.attempts >= job.max_attempts),
    'send-signing-link': (payload, { job }) =>
      sendSigningLink(house, links.sign, payload as SigningLinkJob, job.attempts >= job.max_attempts),
    'fold-counts': () => foldCounts(house),
    'refresh-cases': (payload) => refreshCasesOf(house, payload as RefreshJob),
    'move-cases': (payload, { abortSignal }) => moveCases(house, payload as MoveJob, abortSignal),
    'resume-moves': () => resumeMoves(house),
    'try-draft': (payload) => tryDraft(house, payload as TrialJob),
    'carry-out-deadlines': async () => void (await carryOutDeadlines(house)),
    'clean-uploads': async () => void (await cleanUploads(house)),
    'remove-old-links': async () => void (await removeOldLinks(house)),
    'erase-call-backs': async () => void (await eraseOldCallBacks(house)),
  }
}

function linksFrom(publicUrl: string): Parameters<typeof tasksOf>[1] {
  return {
    file: (caseId) => `${publicUrl}/cases/${caseId}`,
    window: () => `${publicUrl}/`,
    sign: (secret) => `${publicUrl}/sign/${secret}`,
    sitting: (sitting) => `${publicUrl}/sittings/${sitting}`,
  }
}
