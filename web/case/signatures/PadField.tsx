import { useEffect, useRef, type RefObject } from 'react'

import { padOn, type Pad } from '../../sign/pad.ts'
import { Button } from '../../ui/Button.tsx'

type PadFieldProps = {
  readonly label: string
  readonly clear: string
  /** The pad once it is there. */
  readonly padRef: RefObject<Pad | undefined>
}

/** Where a person draws with a finger or a pen on this screen. */
export function PadField({ label, clear, padRef }: PadFieldProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    if (canvas.current) padRef.current = padOn(canvas.current)
    return () => {
      padRef.current = undefined
    }
  }, [padRef])
  return (
    <div>
      <p className="font-strong">{label}</p>
      <canvas
        ref={canvas}
        role="img"
        aria-label={label}
        className="mt-2 block h-48 w-full touch-none cursor-crosshair rounded border border-edge bg-white"
      />
      <Button kind="plain" onPress={() => padRef.current?.clear()}>
        {clear}
      </Button>
    </div>
  )
}
