import { setLanguage, useText } from '../i18n.ts'
import { languageNames, languages } from '../locale.ts'
import { join } from '../ui/classes.ts'

/** The three languages by their own names, always in sight before anyone has signed in. */
export function LanguageChoice() {
  const text = useText()
  return (
    <div role="group" aria-label={text('shell.language')} className="-mx-2 flex flex-wrap">
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === text.language}
          onClick={() => void setLanguage(language)}
          className={join(
            'touch rounded px-2.5',
            language === text.language
              ? 'font-strong text-ink underline decoration-river decoration-2 underline-offset-8'
              : 'text-ink-soft hover:text-ink',
          )}
        >
          {languageNames[language]}
        </button>
      ))}
    </div>
  )
}
