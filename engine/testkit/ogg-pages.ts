/** One page as a player reads it (RFC 3533, 6), by a reader that shares nothing with the writer. */
export type ReadPage = Readonly<{
  flags: number
  granule: number
  number: number
  isSound: boolean
  packets: readonly Buffer[]
}>

/** The pages of an Ogg file; throws at the first thing that no player may be given. */
export function readPages(file: Uint8Array): ReadPage[] {
  const bytes = Buffer.from(file)
  const pages: ReadPage[] = []
  let at = 0
  while (at < bytes.length) {
    if (bytes.toString('latin1', at, at + 4) !== 'OggS') throw new Error(`No page starts at byte ${at}.`)
    const segments = [...bytes.subarray(at + 27, at + 27 + bytes.readUInt8(at + 26))]
    const from = at + 27 + segments.length
    const end = from + segments.reduce((sum, segment) => sum + segment, 0)
    if (end > bytes.length) throw new Error(`The page at byte ${at} reaches past the end.`)
    pages.push({
      flags: bytes.readUInt8(at + 5),
      granule: Number(bytes.readBigUInt64LE(at + 6)),
      number: bytes.readUInt32LE(at + 18),
      isSound: bytes.readUInt32LE(at + 22) === checksumOf(bytes.subarray(at, end)),
      packets: packetsOf(bytes.subarray(from, end), segments),
    })
    at = end
  }
  return pages
}

function packetsOf(body: Buffer, segments: readonly number[]): Buffer[] {
  const packets: Buffer[] = []
  let [start, at] = [0, 0]
  for (const segment of segments) {
    at += segment
    if (segment === 255) continue
    packets.push(body.subarray(start, at))
    start = at
  }
  if (start !== at) throw new Error('A packet goes on after its page.')
  return packets
}

/** Bit by bit, as the standard tells it: division by the polynomial, the checksum's own place read as zero. */
function checksumOf(page: Buffer): number {
  let crc = 0
  page.forEach((byte, at) => {
    crc ^= (at >= 22 && at < 26 ? 0 : byte) * 0x100_0000
    for (let bit = 0; bit < 8; bit += 1) crc = (crc << 1) ^ (crc < 0 ? 0x04c1_1db7 : 0)
  })
  return crc >>> 0
}
