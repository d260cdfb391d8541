import { useState } from 'react'

import { isText } from '#domain/scheme/difference.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'
import type { Text as SchemeText } from '#domain/scheme/scheme.ts'

import { useText } from '../i18n.ts'
import { directionOf, localeOf, type Language } from '../locale.ts'
import { Button } from '../ui/Button.tsx'

const languages: readonly Language[] = ['fr', 'en', 'ar']

/** Every text of the edition in its three languages, side by side: for whoever answers for their wording. */
export function Texts({ running }: { running: RunningEdition }) {
  const text = useText()
  const [open, setOpen] = useState(false)
  return (
    <section aria-labelledby="texts" data-print="no">
      <h2 id="texts" className="text-title">
        {text('schemes.texts')}
      </h2>
      {open ? (
        <ul className="mt-2 border-t border-line">
          {textsIn(running).map((each) => (
            <li key={each.en + each.fr} className="grid gap-x-8 gap-y-2 border-b border-line py-3 lg:grid-cols-3">
              {languages.map((language) => (
                <p key={language} lang={localeOf(language)} dir={directionOf(language)} className="min-w-0">
                  {each[language]}
                </p>
              ))}
            </li>
          ))}
        </ul>
      ) : (
        <div className="mt-2">
          <Button onPress={() => setOpen(true)}>{text('schemes.texts-show')}</Button>
        </div>
      )}
    </section>
  )
}

/** In the order of the file, each only once. */
function textsIn({ scheme, edition }: RunningEdition): readonly SchemeText[] {
  const found = new Map<string, SchemeText>()
  const visit = (part: unknown): void => {
    if (isText(part)) found.set(part.en + part.fr, part)
    else if (typeof part === 'object' && part !== null) Object.values(part).forEach(visit)
  }
  const { editions: _, ...head } = scheme
  visit(head)
  visit(edition)
  return [...found.values()]
}
