import { squadCopy } from '../../copy/squad.ts'

const copy = squadCopy.receive
/** More than any dispatch, wrapped however, and than any photograph of its QR code. */
const MOST_TEXT_BYTES = 20_000
const MOST_PICTURE_BYTES = 20_000_000
/** Pixels of the longer side that are looked at. */
const MOST_PIXELS = 1_600

export type Given = Readonly<{ is: 'text'; text: string }> | Readonly<{ is: 'refused'; text: string }>

const refused = (text: string): Given => ({ is: 'refused', text })

/** The text in a file that somebody dropped: as it is, or out of the QR code in a picture. */
export async function readGiven(file: File): Promise<Given> {
  const isPicture = file.type.startsWith('image/')
  if (file.size > (isPicture ? MOST_PICTURE_BYTES : MOST_TEXT_BYTES)) return refused(copy.tooLarge)
  try {
    if (!isPicture) return { is: 'text', text: await file.text() }
    const text = await codeIn(file)
    return text === null ? refused(copy.noCode) : { is: 'text', text }
  } catch {
    return refused(copy.unreadable)
  }
}

async function codeIn(picture: File): Promise<string | null> {
  const bitmap = await createImageBitmap(picture)
  const scale = Math.min(1, MOST_PIXELS / Math.max(bitmap.width, bitmap.height))
  const [width, height] = [Math.round(bitmap.width * scale), Math.round(bitmap.height * scale)]
  const canvas = new OffscreenCanvas(width, height)
  const pen = canvas.getContext('2d')
  if (pen === null) return null
  pen.drawImage(bitmap, 0, 0, width, height)
  bitmap.close()
  const { default: jsQR } = await import('jsqr')
  return jsQR(pen.getImageData(0, 0, width, height).data, width, height)?.data ?? null
}
