import { Link } from '@tanstack/react-router'

import { useEffect, useRef } from 'react'

import { useText } from '../i18n.ts'
import { join } from '../ui/classes.ts'
import { RoadMark } from '../ui/RoadMark.tsx'
import { useBench } from './bench.ts'
import { stateOf, workshopSteps, type WorkshopStep } from './steps.ts'

/** The steps as a road: what has something in it, where one is, what is wrong, what lies ahead. Any can be walked to. */
export function StepRoad({ case: of, here }: { case: string; here: WorkshopStep }) {
  const text = useText()
  const { project, problems } = useBench()
  const road = useRef<HTMLOListElement>(null)
  // On a narrow screen the road is longer than the page: where one is stays in sight.
  useEffect(() => {
    road.current?.children[workshopSteps.indexOf(here)]?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [here])
  return (
    <nav aria-label={text('workshop.steps')} data-print="no">
      <ol ref={road} className="workshop-road">
        {workshopSteps.map((step) => {
          const state = stateOf(step, project, problems)
          const isHere = step === here
          return (
            <li key={step} data-done={state === 'done'}>
              <Link
                to="/cases/$case/workshop"
                params={{ case: of }}
                search={{ step }}
                replace
                resetScroll={false}
                aria-current={isHere ? 'step' : undefined}
                className="block rounded py-1.5 pe-3 no-underline focus-visible:-outline-offset-2"
              >
                <RoadMark state={isHere && state !== 'late' ? 'now' : state} className="workshop-road-mark" />
                <span className={join('mt-1 block text-small', isHere ? 'font-strong text-ink' : 'text-ink-soft')}>
                  {text(`workshop.step-${step}`)}
                </span>
                <span className="sr-only">{text(`workshop.state-${state}`)}</span>
              </Link>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
