const HEADER_BYTES = 27
const CAPTURE_PATTERN = new TextEncoder().encode('OggS')
const CRC_AT = 22
const CONTINUES_NOTHING = 0
const FIRST = 2
const LAST = 4
/** The sound is one stream in a file of its own, so any number tells it from the others. */
const STREAM = 1

/** Packets that end on one page of an Ogg file, and where the sound stands after them. */
export type Page = Readonly<{
  packets: readonly Uint8Array[]
  /** Samples at 48 kHz from the start of the stream to the end of this page. */
  granule: number
  number: number
  is: 'first' | 'middle' | 'last'
}>

/** How many of a page's 255 segments a packet takes: its length in 255s, and a shorter one that ends it. */
export function segmentsOf(packet: Uint8Array): number {
  return Math.floor(packet.length / 255) + 1
}

/** The bytes of a page of whole packets, with its checksum (RFC 3533, 6). Its packets take at most 255 segments. */
export function pageBytes({ packets, granule, number, is }: Page): Uint8Array {
  const lacing = packets.flatMap(packet => [
    ...Array<number>(segmentsOf(packet) - 1).fill(255),
    packet.length % 255,
  ])
  const header = new DataView(new ArrayBuffer(HEADER_BYTES))
  CAPTURE_PATTERN.forEach((letter, at) => header.setUint8(at, letter))
  header.setUint8(5, { first: FIRST, middle: CONTINUES_NOTHING, last: LAST }[is])
  header.setBigUint64(6, BigInt(granule), true)
  header.setUint32(14, STREAM, true)
  header.setUint32(18, number, true)
  header.setUint8(26, lacing.length)
  const bytes = joined([new Uint8Array(header.buffer), Uint8Array.from(lacing), ...packets])
  new DataView(bytes.buffer).setUint32(CRC_AT, checksum(bytes), true)
  return bytes
}

/** Bytes one after the other. */
export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((total, part) => total + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const CRC_OF_BYTE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 24
  for (let bit = 0; bit < 8; bit += 1) crc = crc < 0 ? (crc << 1) ^ 0x04c1_1db7 : crc << 1
  return crc
})

/** Ogg's checksum: the polynomial of Ethernet's, but from zero, high bit first and not turned round at the end. */
function checksum(bytes: Uint8Array): number {
  let crc = 0
  for (const byte of bytes) crc = (crc << 8) ^ (CRC_OF_BYTE[(crc >>> 24) ^ byte] ?? 0)
  return crc >>> 0
}
