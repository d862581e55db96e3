import { crc32 } from 'node:zlib'
import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { pictureFile } from './picture-file.ts'

const SIGNATURE = '89504e470d0a1a0a'

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}
function header(width: number, height: number): Buffer {
  const data = Buffer.alloc(13)
  data.writeUInt32BE(width, 0)
  data.writeUInt32BE(height, 4)
  return chunk('IHDR', data)
}
const END = chunk('IEND', Buffer.alloc(0))
const png = (...chunks: readonly Buffer[]) => Buffer.concat([Buffer.from(SIGNATURE, 'hex'), ...chunks])

describe('the size of a picture', () => {
  it('is read off a PNG of whole chunks', () => {
    expect(pictureFile(png(header(1_200, 675), END))).toEqual({ is: 'picture', width: 1_200, height: 675 })
  })

  it('is read off the frame of a JPEG, behind its other segments', () => {
    const jpeg = Buffer.from('ffd8ffe000041234ffc40003aaffc2000b0802a304b0030122ffd9', 'hex')

    expect(pictureFile(jpeg)).toEqual({ is: 'picture', width: 1_200, height: 675 })
  })

  it.each([
    ['without a header', png(END)],
    ['without an end', png(header(9, 9))],
    ['with a header that was changed', Buffer.from(png(header(9, 9), END)).fill(8, 16, 20)],
    ['with a second header, which would say another size', png(header(30_000, 30_000), header(9, 9), END)],
    ['with something before its header', png(chunk('tEXt', Buffer.alloc(0)), header(9, 9), END)],
    ['with a chunk that is longer than the file', png(Buffer.from('ffffffff49444154', 'hex'), END)],
  ])('is none of a PNG %s', (_what, file) => {
    expect(pictureFile(file)).toEqual({ is: 'broken' })
  })

  it.each([
    ['a marker that stands alone', 'ffd0'],
    ['a byte that fills up', 'ff'],
  ])('is none of a JPEG with %s before its frame: its decoder would find another frame', (_what, hidden) => {
    const frame = 'ffc0000b08ffffffff030122'
    const decoy = 'ffc0000b080009000903012200'
    const far = '00'.repeat(0xffc0)
    const jpeg = Buffer.from(`ffd8${hidden}${frame}${far}${decoy}ffd9`, 'hex')

    expect(pictureFile(jpeg)).toEqual({ is: 'broken' })
  })

  test.prop([fc.uint8Array({ maxLength: 200 }), fc.constantFrom('', SIGNATURE, 'ffd8ff')])(
    'is answered for any bytes, and never by throwing',
    (bytes, begin) => {
      const file = Buffer.concat([Buffer.from(begin, 'hex'), bytes])

      expect(['picture', 'broken', 'other']).toContain(pictureFile(file).is)
      if (begin === SIGNATURE) expect(pictureFile(file).is).toBe('broken')
    },
  )
})
