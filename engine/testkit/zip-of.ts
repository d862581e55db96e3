import { crc32, deflateRawSync } from 'node:zlib'

/** A small zip with these files in it, by name. https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
export function zipOf(files: Readonly<Record<string, string>>): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(files)) {
    const plain = Buffer.from(text)
    const packed = deflateRawSync(plain)
    const sizes = { sum: crc32(plain), packed: packed.length, plain: plain.length }
    const local = Buffer.concat([header(0x04034b50, name, sizes), Buffer.from(name), packed])
    centrals.push(Buffer.concat([header(0x02014b50, name, sizes, offset), Buffer.from(name)]))
    locals.push(local)
    offset += local.length
  }
  const central = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(centrals.length, 8)
  end.writeUInt16LE(centrals.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, central, end])
}

type Sizes = Readonly<{ sum: number; packed: number; plain: number }>

/** A local header, or with an offset the one in the central directory: the same fields two bytes later, and more. */
function header(mark: number, name: string, { sum, packed, plain }: Sizes, offset?: number): Buffer {
  const central = offset !== undefined
  const bytes = Buffer.alloc(central ? 46 : 30)
  const at = central ? 2 : 0
  bytes.writeUInt32LE(mark, 0)
  bytes.writeUInt16LE(20, 4)
  bytes.writeUInt16LE(20, 4 + at)
  bytes.writeUInt16LE(8, 8 + at)
  bytes.writeUInt32LE(sum, 14 + at)
  bytes.writeUInt32LE(packed, 18 + at)
  bytes.writeUInt32LE(plain, 22 + at)
  bytes.writeUInt16LE(Buffer.byteLength(name), 26 + at)
  if (central) bytes.writeUInt32LE(offset, 42)
  return bytes
}
