import { fileURLToPath } from 'node:url'
import { crc32, deflateRawSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPrinter } from '../print/printer.ts'
import { sampleDecision } from '../print/sample-letters.ts'
import { fileSniffer } from './sniff.ts'

const printer = openPrinter({ templates: fileURLToPath(new URL('../../catalogue/letters', import.meta.url)) })
const files: Record<string, Buffer> = {}

beforeAll(async () => {
  const letter = await printer.letter('decision-letter', sampleDecision('fr', 'absent'), 'fr')
  if (letter.refused) throw new Error(letter.code)
  const picture = sharp({ create: { width: 60, height: 40, channels: 3, background: '#1f5f7a' } })
  files.pdf = Buffer.from(letter.value.bytes)
  files.jpeg = await picture.clone().jpeg().toBuffer()
  files.png = await picture.clone().png().toBuffer()
  files.webp = await picture.clone().webp().toBuffer()
  files.avif = await picture.clone().avif({ effort: 0 }).toBuffer()
  files.docx = office('wordprocessingml.document.main', 'word/document.xml', Buffer.from('<w:document/>'))
  files.xlsx = office('spreadsheetml.sheet.main', 'xl/workbook.xml', Buffer.from('<workbook/>'))
  files.csv = Buffer.from('nom;montant\nNgono;4100000\n')
  files.latin = Buffer.from('nom;pr\u00e9nom\n', 'latin1')
  files.text = Buffer.from('\ufeffمرحبا، إلى اللقاء\n')
})
afterAll(() => printer.close())

type ZipEntry = { readonly name: string; readonly content: Buffer; readonly claimedSize?: number }

function zip(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = []
  const table: Buffer[] = []
  let offset = 0
  for (const { name, content, claimedSize = content.length } of entries) {
    const packed = deflateRawSync(content)
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(8, 4)
    shared.writeUInt32LE(crc32(content), 10)
    shared.writeUInt32LE(packed.length, 14)
    shared.writeUInt32LE(claimedSize, 18)
    shared.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), shared, Buffer.from(name), packed])
    const more = Buffer.alloc(14)
    more.writeUInt32LE(offset, 10)
    table.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), shared, more, Buffer.from(name)]))
    parts.push(local)
    offset += local.length
  }
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(
    table.reduce((sum, row) => sum + row.length, 0),
    8,
  )
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...parts, ...table, Buffer.from('PK\u0005\u0006'), end])
}

function office(type: string, path: string, content: Buffer, claimedSize?: number): Buffer {
  const contentType = `application/vnd.openxmlformats-officedocument.${type}+xml`
  const types = `<Types><Override PartName="/${path}" ContentType="${contentType}"/></Types>`
  const size = claimedSize === undefined ? {} : { claimedSize }
  return zip([
    { name: '[Content_Types].xml', content: Buffer.from(types) },
    { name: path, content, ...size },
  ])
}

async function sniffed(file: Buffer | undefined, name: string, mime?: string) {
  return await fileSniffer.sniff(file ?? Buffer.alloc(0), mime === undefined ? { name } : { name, mime })
}

describe('files that are what they say', () => {
  const cases: [string, string, string, string][] = [
    ['pdf', 'lettre.PDF', 'application/pdf', 'pdf'],
    ['jpeg', 'photo.jpeg', 'image/jpeg', 'jpeg'],
    ['png', 'scan.png', 'image/png', 'png'],
    ['webp', 'photo.webp', 'image/webp', 'webp'],
    ['docx', 'plan.docx', 'application/octet-stream', 'docx'],
    ['xlsx', 'budget.xlsx', '', 'xlsx'],
    ['csv', 'liste.csv', 'application/vnd.ms-excel', 'csv'],
    ['latin', 'liste.csv', 'text/csv', 'csv'],
    ['text', 'note.txt', 'text/plain; charset=utf-8', 'text'],
    ['jpeg', 'without-extension', 'image/jpg', 'jpeg'],
  ]

  test.each(cases)('%s as %s (%s)', async (file, name, mime, kind) => {
    expect(await sniffed(files[file], name, mime)).toMatchObject({ refused: false, value: { kind } })
  })
})

describe('files that are not what they say', () => {
  test('a PNG named .pdf', async () => {
    const facts = { claims: 'pdf', is: 'png' }
    expect(await sniffed(files.png, 'contrat.pdf')).toMatchObject({ code: 'file-kind-mismatch', facts })
  })

  test('a PDF sent as an image', async () => {
    const facts = { claims: 'image/jpeg', is: 'pdf' }
    expect(await sniffed(files.pdf, 'scan', 'image/jpeg')).toMatchObject({ code: 'file-kind-mismatch', facts })
  })

  test('a text named .docx', async () => {
    expect(await sniffed(files.text, 'plan.docx')).toMatchObject({ code: 'file-kind-mismatch' })
  })
})

describe('files that are not taken', () => {
  const elf = Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]), Buffer.alloc(60)])
  const cases: [string, Buffer, string][] = [
    ['a program named .pdf', elf, 'facture.pdf'],
    ['an archive', zip([{ name: 'a.txt', content: Buffer.from('a') }]), 'photos.zip'],
    ['a page', Buffer.from('\n<!doctype html><script>alert(1)</script>'), 'note.txt'],
    ['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'logo.svg'],
    ['bytes without meaning', Buffer.from([1, 2, 3, 0, 5]), 'note.txt'],
    ['a document with macros', office('x', 'word/document.xml', Buffer.from('x')), 'plan.docm'],
  ]

  test.each(cases)('%s', async (_, content, name) => {
    expect(await sniffed(content, name)).toMatchObject({ refused: true, code: 'file-kind-not-allowed' })
  })

  test('a photo in a format that not every machine can show says so', async () => {
    expect(await sniffed(files.avif, 'photo.heic')).toMatchObject({ code: 'photo-format-not-readable' })
  })

  test('an empty file', async () => {
    expect(await sniffed(Buffer.alloc(0), 'x.pdf')).toMatchObject({ code: 'file-empty' })
  })

  test('a small document that unpacks to gigabytes, before it is unpacked', async () => {
    const bomb = office('wordprocessingml.document.main', 'word/document.xml', Buffer.alloc(100), 3_000_000_000)
    expect(await sniffed(bomb, 'plan.docx')).toMatchObject({ code: 'file-unpacks-too-large' })
  })
})

describe('uploads that broke off', () => {
  test.each(['pdf', 'png', 'jpeg', 'webp', 'docx', 'xlsx'])('%s', async (kind) => {
    const whole = files[kind] ?? Buffer.alloc(0)
    const cut = whole.subarray(0, Math.floor(whole.length * 0.7))
    expect(await sniffed(cut, `file.${kind}`)).toMatchObject({ refused: true, code: 'file-cut-short' })
  })
})
