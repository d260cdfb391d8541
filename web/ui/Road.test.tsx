import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'

import type { RoadState } from '#domain/case/road.ts'

import { hereIndex, Road, type RoadStage } from './Road.tsx'

function road(...states: readonly RoadState[]): RoadStage[] {
  return states.map((state, index) => ({ id: `s${index}`, title: `Stage ${index + 1}`, state }))
}

describe('where a case stands on its road', () => {
  it('is what is late, before what is ours, before what others owe', () => {
    expect(hereIndex(road('done', 'now', 'late', 'waiting'))).toBe(2)
    expect(hereIndex(road('done', 'waiting', 'now'))).toBe(2)
    expect(hereIndex(road('done', 'waiting', 'unknown'))).toBe(1)
  })

  it('is the last stage done when nothing is open', () => {
    expect(hereIndex(road('done', 'skipped', 'done', 'skipped'))).toBe(2)
    expect(hereIndex([])).toBe(0)
  })
})

describe('the road on the page', () => {
  it('is a list of stages with the present one marked', () => {
    const html = renderToStaticMarkup(<Road stages={road('done', 'now', 'ahead')} />)
    expect(html.match(/<li/g)).toHaveLength(3)
    expect(html.match(/aria-current="step"/g)).toHaveLength(1)
  })

  it('draws the line as what it leads to', () => {
    const html = renderToStaticMarkup(<Road stages={road('done', 'now', 'waiting', 'skipped', 'unknown', 'ahead')} />)
    expect([...html.matchAll(/data-line="(\w+)"/g)].map((match) => match[1])).toEqual([
      'done',
      'waiting',
      'skipped',
      'unknown',
      'ahead',
      'end',
    ])
  })

  it('is one picture with words in a list', () => {
    const html = renderToStaticMarkup(<Road form="strip" label="Awa" stages={road('done', 'late')} />)
    expect(html).toContain('role="img"')
    expect(html).toContain('aria-label="Awa: ')
  })

  it('gives each state a shape of its own', () => {
    const states: readonly RoadState[] = ['done', 'now', 'late', 'waiting', 'skipped', 'unknown', 'ahead']
    const shapes = states.map((state) => {
      const html = renderToStaticMarkup(<Road form="strip" stages={road(state)} />)
      return html.slice(html.indexOf('<svg'), html.indexOf('</svg>')).replace(/class="[^"]*"/, '')
    })
    expect(new Set(shapes).size).toBe(states.length)
  })
})
