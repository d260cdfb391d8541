import { useText } from '../i18n.ts'
import type { TextKey } from '../locales/texts.ts'

type Stop = { readonly key: TextKey; readonly x: number; readonly y: number; readonly under?: true }

/** The stops of the way home, in the drawing's own measure (480 wide, 600 high). The first one is named below the road. */
const stops: readonly Stop[] = [
  { key: 'sign-in.stage-interview', x: 40, y: 541, under: true },
  { key: 'sign-in.stage-departure', x: 250, y: 452 },
  { key: 'sign-in.stage-welcome', x: 96, y: 350 },
  { key: 'sign-in.stage-project', x: 250, y: 250 },
  { key: 'sign-in.stage-year', x: 116, y: 158 },
]

/** What Homeward is for, drawn: one road from the first interview to a settled life. Only on wide screens. */
export function RoadHome() {
  const text = useText()
  return (
    <aside className="flex flex-col overflow-hidden bg-sand-soft px-14 pt-20 max-lg:hidden">
      <p className="max-w-md text-display font-strong text-balance">{text('sign-in.promise')}</p>
      <div className="relative mt-auto aspect-[480/600] max-h-[38rem] w-full max-w-[30rem] self-end">
        <svg
          viewBox="0 0 480 600"
          className="absolute inset-0 size-full overflow-visible text-river rtl:-scale-x-100"
          aria-hidden="true"
        >
          <path
            className="road-home"
            pathLength="1"
            d="M-420 580C-200 584-70 566 40 541S250 508 250 452 96 412 96 350 250 308 250 250 116 214 116 158 214 120 214 76V50L270 0l56 50v48h-36V70"
            fill="none"
            stroke="currentColor"
            strokeWidth="5"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
          {stops.map((stop) => (
            <circle
              key={stop.key}
              cx={stop.x}
              cy={stop.y}
              r="9"
              fill="var(--sand-soft)"
              stroke="currentColor"
              strokeWidth="5"
            />
          ))}
        </svg>
        <ol>
          {stops.map((stop) => (
            <li
              key={stop.key}
              className={stop.under ? 'absolute translate-y-4 text-lead' : 'absolute -translate-y-1/2 ps-7 text-lead'}
              style={{ insetInlineStart: `${(stop.x / 480) * 100}%`, insetBlockStart: `${(stop.y / 600) * 100}%` }}
            >
              {text(stop.key)}
            </li>
          ))}
        </ol>
      </div>
    </aside>
  )
}
