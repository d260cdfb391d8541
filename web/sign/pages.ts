// oxlint-disable-next-line import/default -- the build makes it an address
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'

/**
 * Draws every page of a PDF into `place`, from the very bytes that are signed, one under the other, as wide as the
 * place. Answers how many pages there are. Throws when these bytes cannot be shown as pages.
 */
export async function drawPages(
  bytes: ArrayBuffer,
  place: HTMLElement,
  labelOf: (page: number, pages: number) => string,
): Promise<number> {
  const pdf = await import('pdfjs-dist/legacy/build/pdf.min.mjs')
  pdf.GlobalWorkerOptions.workerSrc = workerUrl
  const loading = pdf.getDocument({ data: bytes.slice(0), useWasm: false })
  const document_ = await loading.promise
  const scale = Math.min(window.devicePixelRatio, 2)
  const width = place.clientWidth || 320
  const canvases: HTMLCanvasElement[] = []
  for (let number = 1; number <= document_.numPages; number++) {
    const page = await document_.getPage(number)
    const whole = page.getViewport({ scale: 1 })
    // A page of paper is small on a phone: it is drawn finer, so that it can be made larger with two fingers.
    const viewport = page.getViewport({ scale: Math.max((width * scale) / whole.width, 2) })
    const canvas = document.createElement('canvas')
    canvas.width = Math.floor(viewport.width)
    canvas.height = Math.floor(viewport.height)
    canvas.setAttribute('role', 'img')
    canvas.setAttribute('aria-label', labelOf(number, document_.numPages))
    await page.render({ canvas, viewport }).promise
    canvases.push(canvas)
  }
  place.replaceChildren(...canvases)
  const pages = document_.numPages
  void loading.destroy()
  return pages
}
