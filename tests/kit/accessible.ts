import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']

/** What keeps somebody from using the page as it stands, by the rules of WCAG 2.2 A and AA: rule and place. */
export function barriers(page: Page): Promise<string[]> {
  return foundBy(page, new AxeBuilder({ page }).withTags(rules))
}

/** Words that are hard to read on their ground: the only thing that changes with the theme. */
export function faintWords(page: Page): Promise<string[]> {
  return foundBy(page, new AxeBuilder({ page }).withRules(['color-contrast']))
}

async function foundBy(page: Page, axe: AxeBuilder): Promise<string[]> {
  // A colour on its way to another one is neither: it is looked at once it has arrived.
  await page.evaluate(async () => {
    const underWay = document.getAnimations().filter((each) => each instanceof CSSTransition)
    await Promise.allSettled(underWay.map((each) => each.finished))
  })
  const found = await axe.analyze()
  const { pathname, search } = new URL(page.url())
  return found.violations.map(({ id, nodes }) => `${pathname}${search} ${id}: ${nodes[0]?.target.join(' ') ?? ''}`)
}
