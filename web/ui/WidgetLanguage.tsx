import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'

import { useText } from '../i18n.ts'

/** Tells the widgets the language, so that arrows, calendars, digits and sorting follow it. */
export function WidgetLanguage({ children }: { children: ReactNode }) {
  return <I18nProvider locale={useText().locale}>{children}</I18nProvider>
}
