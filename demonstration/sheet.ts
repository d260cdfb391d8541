/**
 * A one-page PDF with a heading and some lines, for the papers of invented people: a few hundred bytes that every
 * reader opens. Letters outside Latin-1 are shown as a question mark.
 */
export function sheet(heading: string, lines: readonly string[]): Uint8Array {
  const words = [text(heading, 18, 760), ...lines.map((line, index) => text(line, 12, 725 - index * 20))].join('\n')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${words.length} >>\nstream\n${words}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ]
  let body = '%PDF-1.4\n'
  const places = objects.map((object, index) => {
    const place = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const start = body.length
  const count = objects.length + 1
  body += `xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(body, 'latin1')
}

function text(line: string, size: number, height: number): string {
  const plain = line.replaceAll('’', "'").replace(/[^\u0020-\u007e\u00a0-\u00ff]/g, '?')
  return `BT /F1 ${size} Tf 72 ${height} Td (${plain.replace(/[\\()]/g, '\\$&')}) Tj ET`
}
