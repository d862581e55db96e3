import { create } from 'qrcode'

/** Light modules around it, which a reader needs (ISO/IEC 18004, 6.3.8). */
const QUIET = 4

export type QrPath = Readonly<{ side: number; path: string }>

/** The dark modules of a text's QR code as one path, on a square of `side` modules. */
export function qrPath(text: string): QrPath {
  const { size, data } = create(text, { errorCorrectionLevel: 'L' }).modules
  const rows = Array.from({ length: size }, (_, y) => rowPath(data.slice(y * size, (y + 1) * size), y))
  return { side: size + 2 * QUIET, path: rows.join('') }
}

/** Each run of dark modules is one bar. */
function rowPath(row: Uint8Array, y: number): string {
  let path = ''
  for (let x = 0; x < row.length; x++) {
    const from = x
    while (row[x] === 1) x++
    if (x > from) path += `M${from + QUIET} ${y + QUIET}h${x - from}v1h${from - x}z`
  }
  return path
}
