import { useText } from '../i18n.ts'
import { useBench } from './bench.ts'
import { useShop } from './shop.ts'

/** What the template of the trade says should be asked on the spot, or weighed: a reminder, nothing to be filled in. */
export function AskThere({ of = 'questions' }: { of?: 'questions' | 'risks' }) {
  const text = useText()
  const { project } = useBench()
  const file = useShop().activities.find(({ id }) => id === project.activity)?.file
  if (file === undefined) return null
  return (
    <section className="border-s-3 border-sand ps-4">
      <h3 className="font-strong">
        {text(of === 'questions' ? 'workshop.questions-to-ask' : 'workshop.risks-to-weigh')}
      </h3>
      <ul className="mt-1 grid max-w-prose list-disc gap-1 ps-5 text-ink-soft">
        {file[of].map((words) => (
          <li key={words.fr}>{words[text.language]}</li>
        ))}
      </ul>
    </section>
  )
}
