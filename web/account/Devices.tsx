import { useState } from 'react'
import { Laptop } from 'lucide-react'

import type { DeviceAnswer } from '#contract/answers.ts'

import { call, useReading, type Problem } from '../api.ts'
import { useText, type Text } from '../i18n.ts'
import { Button } from '../ui/Button.tsx'
import { Moment } from '../ui/Day.tsx'
import { Notice } from '../ui/Notice.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Waiting } from '../ui/Progress.tsx'
import { deviceName } from './device-name.ts'

/** Where one is signed in, with the way to end it elsewhere. */
export function Devices() {
  const text = useText()
  const { data, problem, again } = useReading<{ devices: readonly DeviceAnswer[] }>('/api/devices')
  const [met, setMet] = useState<Problem | undefined>()
  const [ended, setEnded] = useState(false)
  const end = async (id: string): Promise<void> => {
    const answer = await call('DELETE', `/api/devices/${id}`)
    setMet(answer.ok ? undefined : answer.problem)
    setEnded(answer.ok)
    again()
  }
  if (data === undefined) return problem ? <ProblemNotice problem={problem} again={again} small /> : <Waiting />
  return (
    <>
      <p className="text-ink-soft">{text('account.devices-help')}</p>
      <ul className="mt-4 border-t border-line">
        {data.devices.map((each) => (
          <li key={each.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-2.5">
            <Laptop className="size-5 shrink-0 stroke-[1.5] text-ink-soft" aria-hidden="true" />
            <div className="min-w-0 flex-1 basis-52">
              <p>
                {nameOf(each, text)}
                {each.here && <span className="ms-2 text-leaf-deep">{text('account.here')}</span>}
              </p>
              <p className="text-small text-ink-soft">
                {text('account.since')} <Moment value={each.since} />
                {!each.here && (
                  <>
                    {', '}
                    {text('account.seen')} <Moment value={each.seen} />
                  </>
                )}
              </p>
            </div>
            {!each.here && <Button onPress={() => void end(each.id)}>{text('account.sign-out')}</Button>}
          </li>
        ))}
      </ul>
      <div className="mt-3 empty:hidden">
        {met && <ProblemNotice problem={met} small />}
        {ended && (
          <Notice kind="settled" live>
            {text('account.signed-out')}
          </Notice>
        )}
      </div>
    </>
  )
}

function nameOf({ device }: DeviceAnswer, text: Text): string {
  const name = deviceName(device)
  return name ? text('account.device', name) : text('account.unknown-device')
}
