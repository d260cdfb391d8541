/** Pictures as they are kept: upright, at most 2000 pixels on the long side, nothing hidden inside. */
import sharp from 'sharp'
import type { ImagePreparer, PreparedImage } from '#app/ports.ts'
import type { Outcome } from '#domain/outcome.ts'
import { accept, refuse } from '#domain/outcome.ts'
import { takenFrom } from './exif.ts'

const longestSide = 2000
/** Above the largest telephone cameras in the field (64 million), far below what would fill the memory. */
const mostPixels = 100_000_000
const patienceSeconds = 30
const readable = ['jpeg', 'png', 'webp']

export const imagePreparer: ImagePreparer = { prepare }

async function prepare(content: Uint8Array): Promise<Outcome<PreparedImage>> {
  try {
    const image = sharp(content, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 })
    const found = await image.metadata()
    if (!readable.includes(found.format)) return refuse('image-not-readable', { is: found.format })
    if (found.width * found.height > mostPixels) return refuse('image-too-large', { limit: mostPixels })
    const upright = image
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .timeout({ seconds: patienceSeconds })
    // Only WebP keeps what is see-through, such as a signature on no ground; photographs stay JPEG, which all can open.
    const kept = found.hasAlpha ? upright.webp({ quality: 82 }) : upright.jpeg({ quality: 82 })
    const { data, info } = await kept.toBuffer({ resolveWithObject: true })
    return accept({
      bytes: new Uint8Array(data),
      mime: found.hasAlpha ? 'image/webp' : 'image/jpeg',
      width: info.width,
      height: info.height,
      taken: takenFrom(found.exif),
    })
  } catch (error) {
    const tooLarge = error instanceof Error && /pixel limit/i.test(error.message)
    return tooLarge ? refuse('image-too-large', { limit: mostPixels }) : refuse('image-not-readable')
  }
}
