/** Where somebody draws with a finger, a pen or a mouse. */
export type Pad = {
  readonly canvas: HTMLCanvasElement
  isEmpty(): boolean
  clear(): void
  /** The drawing on white, PNG. */
  picture(): Promise<Blob>
}

/** Dots drawn by accident are no signature: a line must be at least so long, in pixels of the pad. */
const shortest = 30

/**
 * Makes a canvas into a pad. Its size follows the page; what was drawn is kept as lines and drawn again when the size
 * changes. `onchange` hears when it is begun or emptied.
 */
export function padOn(canvas: HTMLCanvasElement, onchange: () => void = () => undefined): Pad {
  const lines: [number, number][][] = []
  let drawing: number | undefined
  const context = canvas.getContext('2d')
  const draw = (): void => {
    if (!context) return
    const { width, height } = canvas
    context.fillStyle = '#ffffff'
    context.fillRect(0, 0, width, height)
    context.strokeStyle = '#14171a'
    context.lineWidth = Math.max(2, height / 70)
    context.lineCap = 'round'
    context.lineJoin = 'round'
    for (const line of lines) {
      context.beginPath()
      for (const [x, y] of line) context.lineTo(x * width, y * height)
      context.stroke()
    }
  }
  const resize = (): void => {
    const { clientWidth, clientHeight } = canvas
    const scale = Math.min(window.devicePixelRatio, 2)
    canvas.width = Math.max(1, Math.round(clientWidth * scale))
    canvas.height = Math.max(1, Math.round(clientHeight * scale))
    draw()
  }
  const placeOf = (event: PointerEvent): [number, number] => {
    const box = canvas.getBoundingClientRect()
    return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height]
  }
  canvas.addEventListener('pointerdown', (event) => {
    if (drawing !== undefined) return
    event.preventDefault()
    canvas.setPointerCapture(event.pointerId)
    drawing = event.pointerId
    lines.push([placeOf(event)])
  })
  canvas.addEventListener('pointermove', (event) => {
    if (event.pointerId !== drawing) return
    const moves = event.getCoalescedEvents?.() ?? []
    lines.at(-1)?.push(...(moves.length > 0 ? moves : [event]).map(placeOf))
    draw()
  })
  const end = (event: PointerEvent): void => {
    if (event.pointerId !== drawing) return
    drawing = undefined
    onchange()
  }
  canvas.addEventListener('pointerup', end)
  canvas.addEventListener('pointercancel', end)
  new ResizeObserver(resize).observe(canvas)
  resize()
  return {
    canvas,
    isEmpty: () => lengthOf(lines, canvas) < shortest,
    clear() {
      lines.length = 0
      draw()
      onchange()
    },
    picture: () => blobOf(canvas, 'image/png'),
  }
}

function lengthOf(lines: readonly (readonly [number, number][])[], { clientWidth, clientHeight }: HTMLCanvasElement) {
  let length = 0
  for (const line of lines)
    line.forEach(([x, y], at) => {
      const [fromX, fromY] = line[at - 1] ?? [x, y]
      length += Math.hypot((x - fromX) * clientWidth, (y - fromY) * clientHeight)
    })
  return length
}

/** A photograph as it is sent: small enough for a slow line, sharp enough for a thumb. */
export async function smallPhoto(file: Blob): Promise<Blob> {
  const image = await createImageBitmap(file)
  const scale = Math.min(1, 1000 / Math.max(image.width, image.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(image.width * scale)
  canvas.height = Math.round(image.height * scale)
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  image.close()
  return blobOf(canvas, 'image/jpeg')
}

function blobOf(canvas: HTMLCanvasElement, type: string): Promise<Blob> {
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), type, 0.82),
  )
}

/** Base64 of a picture, as it travels. */
export async function base64Of(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer())
  let text = ''
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(text)
}
