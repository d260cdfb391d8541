import {
  lineLists,
  linesOf,
  type FixedCost,
  type Investment,
  type LineList,
  type Project,
  type ProjectLine,
  type Sale,
  type VariableCost,
} from '#domain/project/project.ts'

/** What can be set on a line of any list. */
export type LinePart = Partial<Investment> | Partial<Sale> | Partial<VariableCost> | Partial<FixedCost>

const usualYear: readonly number[] = Array.from({ length: 12 }, () => 100)
const longestName = 40

/** A name for formulas made from a title: `Aliment ponte` → `aliment_ponte`; `line_2` where it has no Latin letters. */
export function nameFor(title: string, project: Project): string {
  const taken = new Set(linesOf(project).map(({ line }) => line.line))
  const latin = title
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, longestName - 4)
  const start = latin === '' ? 'line' : latin
  for (let number = 1; ; number += 1) {
    const name = number === 1 && latin !== '' ? start : `${start}_${number}`
    if (!taken.has(name)) return name
  }
}

/** An empty line as its list needs it. A cost per unit belongs to the first thing sold until somebody says otherwise. */
export function emptyLine(list: LineList, project: Project, part: LinePart = {}): ProjectLine {
  const title = part.title ?? ''
  const base = { line: nameFor(title, project), title, unit: '', quantity: 0, price: 0, ...part }
  switch (list) {
    case 'investments':
      return { payer: 'aid', month: 0, ...base } as Investment
    case 'sales':
      return { from: 1, seasons: [...usualYear], ...base } as Sale
    case 'variableCosts':
      return { per: project.sales[0]?.line ?? '', ...base } as VariableCost
    case 'fixedCosts':
      return { from: 1, ...base } as FixedCost
  }
}

/** The project with a line more, at that place of its list (at the end when left out). */
export function withLine(project: Project, list: LineList, line: ProjectLine, at = project[list].length): Project {
  const lines: readonly ProjectLine[] = project[list]
  return { ...project, [list]: [...lines.slice(0, at), line, ...lines.slice(at)] }
}

export function withoutLine(project: Project, list: LineList, at: number): Project {
  const lines: readonly ProjectLine[] = project[list]
  return { ...project, [list]: lines.filter((_, index) => index !== at) }
}

export function withChange(project: Project, list: LineList, at: number, part: LinePart): Project {
  const lines: readonly ProjectLine[] = project[list]
  return { ...project, [list]: lines.map((line, index) => (index === at ? { ...line, ...part } : line)) }
}

/** Moves a line one place up (-1) or down (1); at the edge it stays. */
export function withMove(project: Project, list: LineList, at: number, by: -1 | 1): Project {
  const lines: readonly ProjectLine[] = project[list]
  const to = at + by
  const [line, other] = [lines[at], lines[to]]
  if (line === undefined || other === undefined) return project
  const moved = [...lines]
  moved[at] = other
  moved[to] = line
  return { ...project, [list]: moved }
}

/** Two projects line by line: what was added, taken away, or changed, by the line's name. */
export type LineDifference = {
  readonly list: LineList
  readonly before: ProjectLine | undefined
  readonly after: ProjectLine | undefined
}

export function lineDifferences(before: Project, after: Project): readonly LineDifference[] {
  return lineLists.flatMap((list) => {
    const old = new Map((before[list] as readonly ProjectLine[]).map((line) => [line.line, line]))
    const now = new Map((after[list] as readonly ProjectLine[]).map((line) => [line.line, line]))
    const names = new Set([...old.keys(), ...now.keys()])
    return [...names].flatMap((name) => {
      const difference = { list, before: old.get(name), after: now.get(name) }
      const isSame = JSON.stringify(difference.before) === JSON.stringify(difference.after)
      return isSame ? [] : [difference]
    })
  })
}
