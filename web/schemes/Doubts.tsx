import type { SchemeWords } from './scheme-words.ts'

/** Where the sources contradict each other, and every source with how certain it is. Nothing is smoothed over. */
export function Doubts({ words }: { words: SchemeWords }) {
  const { text, running, titled } = words
  const { contradictions = [], sources } = running.scheme
  return (
    <>
      {contradictions.length > 0 && (
        <section aria-labelledby="contradictions">
          <h2 id="contradictions" className="text-title">
            {text('schemes.contradictions')}
          </h2>
          <div className="mt-2 border-t border-line">
            {contradictions.map((each) => (
              <div key={titled(each.about)} className="grid gap-x-10 gap-y-3 border-b border-line py-5 lg:grid-cols-2">
                <div>
                  <h3 className="text-lead">{titled(each.about)}</h3>
                  <ul className="mt-2 grid gap-2">
                    {each.values.map(({ value, source }) => (
                      <li key={titled(value) + source} className="border-s-2 border-line ps-3">
                        {titled(value)}
                        <span className="block text-small text-ink-soft">
                          <bdi>{words.source(source)}</bdi>
                        </span>
                      </li>
                    ))}
                  </ul>
                </div>
                <div className="max-w-prose">
                  <p className="text-small text-ink-soft">{text('schemes.used')}</p>
                  <p className="font-strong">{titled(each.used)}</p>
                  <p className="mt-1">{titled(each.why)}</p>
                </div>
              </div>
            ))}
          </div>
        </section>
      )}
      <section aria-labelledby="sources">
        <h2 id="sources" className="text-title">
          {text('schemes.sources')}
        </h2>
        <ul className="mt-2 grid gap-x-10 gap-y-2 lg:grid-cols-2">
          {Object.entries(sources).map(([id, { title, certainty, note }]) => (
            <li key={id}>
              <bdi>{titled(title)}</bdi>{' '}
              <span className="text-ink-soft">({text(`schemes.certainty-${certainty}`)})</span>
              {note !== undefined && <span className="block text-small text-ink-soft">{titled(note)}</span>}
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
