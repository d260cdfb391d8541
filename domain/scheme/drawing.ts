import { formatDate } from '../calendar.ts'
import { deadlineText, listText, phrase, roleWord, stepNotes } from './phrase.ts'
import type { Language } from './phrase.ts'
import type { Edition, Scheme, Stage, Step } from './scheme.ts'

/** The colours of day and night; the picture follows the reader's system. */
const style = `
  .ground{fill:#FBFAF7}.ink{fill:#1E2529}.soft{fill:#5A646A}.river{fill:#1F5F7A}.clay{fill:#B4552D}
  .road{stroke:#1F5F7A;fill:none}.ring{stroke:#1F5F7A;fill:#FBFAF7}.hair{stroke:#E9E2D3;fill:none}
  text{font-family:'IBM Plex Sans','IBM Plex Sans Arabic',system-ui,sans-serif;font-size:14px}
  .title{font-size:22px;font-weight:600}.stage{font-size:16px;font-weight:600}.small{font-size:12px}
  @media (prefers-color-scheme:dark){
    .ground{fill:#14171A}.ink{fill:#E8E6E1}.soft{fill:#A9B0B3}.river{fill:#7FB8D0}.clay{fill:#E0906C}
    .road{stroke:#7FB8D0}.ring{stroke:#7FB8D0;fill:#14171A}.hair{stroke:#3A4147}
  }`

const column = 232
const margin = 32
const top = 148
const lettersInLine = 27

type Line = { readonly text: string; readonly kind: 'ink' | 'small soft' | 'small river' }
type Entry = { readonly step: Step; readonly lines: readonly Line[] }

/**
 * The road of an edition as an SVG picture: one column per stage, its steps below, with who does them, for which aids
 * and by when. In Arabic it runs from right to left. Plain text only, so that it can be shown anywhere.
 */
export function drawJourney(scheme: Scheme, edition: Edition, language: Language): string {
  const stages = edition.journey.map((stage) => entriesOf(stage, edition, language))
  const width = margin * 2 + column * Math.max(edition.journey.length, 1)
  const height = top + Math.max(0, ...stages.map(heightOf)) + margin
  const side = sideOf(language, width)
  const title = scheme.title[language]
  const since = phrase('in-force', language, { from: formatDate(edition.from, language) })
  const parts = [
    `<rect class="ground" width="${width}" height="${height}"/>`,
    text(side.at(0), 44, 'title ink', title, side),
    text(side.at(0), 68, 'soft', listText([isolated(edition.edition), since], language), side),
    `<path class="road" stroke-width="3" d="M${side.at(6)} 104H${side.at(width - margin * 2)}"/>`,
    ...edition.journey.map((stage, index) => drawStage(stage, stages[index] ?? [], side, index, language)),
  ]
  const opening = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`
  return `${opening} lang="${language}" direction="${side.direction}" role="img" aria-labelledby="title"><title id="title">${safe(
    `${phrase('road', language)}: ${title}`,
  )}</title><style>${style}</style>${parts.join('')}</svg>`
}

/** Places counted from the side where reading starts. */
type Side = { readonly direction: 'ltr' | 'rtl'; at(distance: number): number }

function sideOf(language: Language, width: number): Side {
  if (language !== 'ar') return { direction: 'ltr', at: (distance) => margin + distance }
  return { direction: 'rtl', at: (distance) => width - margin - distance }
}

function drawStage(stage: Stage, entries: readonly Entry[], side: Side, index: number, language: Language): string {
  const start = index * column
  const head = [
    `<circle class="ring" stroke-width="3" cx="${side.at(start + 9)}" cy="104" r="8"/>`,
    text(side.at(start), 134, 'stage ink', shortened(stage.title[language], lettersInLine - 3), side),
    text(side.at(start + 26), 94, 'small soft', phrase(stage.where, language), side),
  ]
  let y = top
  const steps = entries.map((entry) => {
    const drawn = drawStep(entry, side, start, y)
    y += entryHeight(entry)
    return drawn
  })
  return `<g>${[...head, ...steps].join('')}</g>`
}

function drawStep({ step, lines }: Entry, side: Side, start: number, y: number): string {
  // Optional steps have a thin ring; what must be done has a full one.
  const thickness = step.optional ? 1 : 2
  const mark = `<circle class="ring" stroke-width="${thickness}" cx="${side.at(start + 7)}" cy="${y + 15}" r="5"/>`
  const said = lines.map((line, at) => text(side.at(start + 22), y + 20 + at * 18, line.kind, line.text, side))
  return mark + said.join('')
}

function entriesOf(stage: Stage, edition: Edition, language: Language): readonly Entry[] {
  return stage.steps.map((step) => {
    const who = [step.by, step.approvedBy].flatMap((role) => (role ? [roleWord(role, language)] : []))
    const due = step.deadline ? [deadlineText(edition, step.deadline, language)] : []
    const lines: Line[] = [
      ...wrapped(step.title[language]).map((line): Line => ({ text: line, kind: 'ink' })),
      ...wrapped(listText([...new Set(who)], language)).map((line): Line => ({ text: line, kind: 'small soft' })),
      ...stepNotes(edition, step, language)
        .flatMap((each) => wrapped(each))
        .map((line): Line => ({ text: line, kind: 'small soft' })),
      ...due.flatMap((each) => wrapped(each)).map((line): Line => ({ text: line, kind: 'small river' })),
    ]
    return { step, lines }
  })
}

function entryHeight({ lines }: Entry): number {
  return lines.length * 18 + 16
}

function heightOf(entries: readonly Entry[]): number {
  return entries.reduce((sum, entry) => sum + entryHeight(entry), 0)
}

/** Breaks at spaces; letters are counted, since a picture is drawn where no font can be measured. */
function wrapped(words: string): string[] {
  const lines: string[] = []
  for (const word of words.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < lettersInLine) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

function shortened(words: string, most: number): string {
  return words.length <= most ? words : `${words.slice(0, most - 1).trimEnd()}…`
}

/** Figures keep their order inside Arabic text. */
function isolated(figures: string): string {
  return `\u2066${figures}\u2069`
}

function text(x: number, y: number, kind: string, words: string, side: Side): string {
  return `<text x="${x}" y="${y}" class="${kind}" direction="${side.direction}" text-anchor="start">${safe(words)}</text>`
}

function safe(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
