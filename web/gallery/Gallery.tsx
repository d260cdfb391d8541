import { createLazyRoute } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'

import { setLanguage, useText } from '../i18n.ts'
import { languageNames, languages } from '../locale.ts'
import { officePlaces } from '../shell/places.ts'
import { Shell } from '../shell/Shell.tsx'
import { setTheme, themes } from '../theme.ts'
import { Button } from '../ui/Button.tsx'
import { Signs } from './Signs.tsx'
import { Fields } from './Fields.tsx'
import { Forms } from './Forms.tsx'
import { Messages } from './Messages.tsx'
import { session } from './sample.ts'

export const galleryPage = createLazyRoute('/gallery')({ component: Gallery })

const parts: Readonly<Record<string, () => ReactNode>> = {
  signs: Signs,
  fields: Fields,
  messages: Messages,
  forms: Forms,
}

function Gallery() {
  const { part } = galleryPage.useSearch()
  const [seat, setSeat] = useState(session.seat)
  const shown = part === undefined ? Object.entries(parts) : Object.entries(parts).filter(([name]) => name === part)
  return (
    <Shell
      session={{ ...session, seat }}
      places={officePlaces}
      path="/cases"
      offers={[{ id: 'first-contact', title: 'Enregistrer le premier contact', help: 'Awa Nkeng', run: stay }]}
      onSignOut={stay}
      onSeat={setSeat}
      onGo={stay}
      onSearch={stay}
    >
      <Switches />
      {shown.map(([name, Part]) => (
        <section key={name} className="grid grid-cols-[minmax(0,1fr)] gap-8 py-6">
          <Part />
        </section>
      ))}
    </Shell>
  )
}

function Switches() {
  const text = useText()
  return (
    <div className="flex flex-wrap gap-2" data-print="no">
      {languages.map((language) => (
        <Button key={language} kind="plain" onPress={() => void setLanguage(language)}>
          {languageNames[language]}
        </Button>
      ))}
      {themes.map((name) => (
        <Button key={name} kind="plain" onPress={() => setTheme(name)}>
          {text(`shell.theme-${name}`)}
        </Button>
      ))}
    </div>
  )
}

function stay(): void {
  // The gallery leads nowhere.
}
