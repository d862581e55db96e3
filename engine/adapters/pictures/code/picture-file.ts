import { crc32 } from 'node:zlib'

/** What the first bytes of a file say about it, before anything is unpacked. */
export type PictureFile =
  | Readonly<{ is: 'picture'; width: number; height: number }>
  | Readonly<{ is: 'broken' }>
  | Readonly<{ is: 'other' }>

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const JPEG = Buffer.from([0xff, 0xd8, 0xff])

/** PNG, and JPEG as messengers make it. W3C "Portable Network Graphics", 5; ITU-T T.81, B.1. */
export function pictureFile(bytes: Uint8Array): PictureFile {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.subarray(0, PNG.length).equals(PNG)) return pngFile(file)
  if (file.subarray(0, JPEG.length).equals(JPEG)) return jpegFile(file)
  return { is: 'other' }
}

/**
 * Every chunk whole, from the header to the end: a decoder would draw half a picture. One header, and first: a decoder takes its
 * room by another one's size.
 */
function pngFile(file: Buffer): PictureFile {
  let size: PictureFile = { is: 'broken' }
  for (let at = PNG.length; at + 12 <= file.length;) {
    const length = file.readUInt32BE(at)
    const end = at + 12 + length
    if (end > file.length || crc32(file.subarray(at + 4, end - 4)) !== file.readUInt32BE(end - 4))
      return { is: 'broken' }
    const type = file.toString('latin1', at + 4, at + 8)
    const isFirst = at === PNG.length
    if (isFirst !== (type === 'IHDR')) return { is: 'broken' }
    if (isFirst && length === 13)
      size = { is: 'picture', width: file.readUInt32BE(at + 8), height: file.readUInt32BE(at + 12) }
    if (type === 'IEND') return size
    at = end
  }
  return { is: 'broken' }
}

/** From marker to marker until the frame's header, which has the size. */
function jpegFile(file: Buffer): PictureFile {
  if (file.length < 4 || file.readUInt16BE(file.length - 2) !== 0xff_d9) return { is: 'broken' }
  for (let at = 2; at + 9 <= file.length && file[at] === 0xff; at += 2 + file.readUInt16BE(at + 2)) {
    const marker = file[at + 1] ?? 0
    if (!hasLength(marker)) return { is: 'broken' }
    if (isFrame(marker))
      return { is: 'picture', height: file.readUInt16BE(at + 5), width: file.readUInt16BE(at + 7) }
  }
  return { is: 'broken' }
}

/**
 * Markers that stand alone, and bytes that fill up, are read over by decoders. No camera writes them before the frame, and whoever
 * takes what follows for a length finds another frame than the decoder.
 */
const hasLength = (marker: number): boolean =>
  marker >= 0xc0 && marker < 0xff && !(marker >= 0xd0 && marker <= 0xd9)

/** Start of frame 0 to 15, without the three tables that lie between them. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
