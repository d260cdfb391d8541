import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** What keeps somebody from using the page as it stands, by the rules of WCAG 2.2 A and AA: rule and place. */
export async function barriers(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()
  const { pathname, search } = new URL(page.url())
  return found.violations.map(({ id, nodes }) => `${pathname}${search} ${id}: ${nodes[0]?.target.join(' ') ?? ''}`)
}
