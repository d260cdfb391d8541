import { useText } from '../i18n.ts'
import { Choice } from '../ui/Choice.tsx'

type EditionChoiceProps = {
  readonly editions: readonly string[]
  readonly chosen: string | undefined
  readonly onChoose: (edition: string | undefined) => void
}

/** Which of several new editions is looked at; nothing to choose where there is one. */
export function EditionChoice({ editions, chosen, onChoose }: EditionChoiceProps) {
  const text = useText()
  if (editions.length < 2) return null
  return (
    <div className="mb-6">
      <Choice
        inline
        label={text('drafts.which-edition')}
        options={editions.map((edition) => ({ id: edition, title: edition }))}
        value={chosen}
        onChange={onChoose}
      />
    </div>
  )
}
