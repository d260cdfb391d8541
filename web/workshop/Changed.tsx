import { useText } from '../i18n.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { useBench } from './bench.ts'
import { useShop } from './shop.ts'
import { refusedVersion, versionsOf } from './versions.ts'

/** Said when the server refused a version, or when somebody saved a newer one meanwhile: one sees what differs; saving makes a version after it, nothing is lost. */
export function Changed({ onCompare }: { onCompare: () => void }) {
  const text = useText()
  const { file, words } = useShop()
  const { basedOn, isChanged } = useBench()
  const refused = refusedVersion(file)
  const last = versionsOf(file).at(-1)
  if (refused) {
    const { code, facts = {} } = refused.refusal ?? { code: 'page-failed' }
    return (
      <div className="mt-4">
        <ProblemNotice problem={words.problem({ code, facts })} safe={text('workshop.refused')} small />
      </div>
    )
  }
  if (last === undefined || last.project === basedOn) return null
  return (
    <div className="mt-4">
      <Notice
        live
        action={
          <Button kind="plain" onPress={onCompare}>
            {text('workshop.newer-see')}
          </Button>
        }
      >
        {text(isChanged ? 'workshop.newer-changed' : 'workshop.newer', { number: last.number })}
      </Notice>
    </div>
  )
}
