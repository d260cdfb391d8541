import { useText } from '../i18n.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useBench } from './bench.ts'
import { useShop } from './shop.ts'
import { versionsOf } from './versions.ts'

/** Said when somebody saved a newer version meanwhile: one sees what differs; saving makes a version after it, nothing is lost. */
export function Changed({ onCompare }: { onCompare: () => void }) {
  const text = useText()
  const { file } = useShop()
  const { basedOn, isChanged } = useBench()
  const last = versionsOf(file).at(-1)
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
