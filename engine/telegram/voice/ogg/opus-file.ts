import { OPUS_RATE_HZ } from '../sound/sound.ts'
import { joined, pageBytes, segmentsOf } from './page.ts'

const MOST_SEGMENTS = 255
/** One second a page: a player finds its place by pages (RFC 7845, 6 asks for no more). */
const PACKETS_PER_PAGE = 50

/** A sound as Opus packets, and what a player has to know of them. Lengths in samples at 48 kHz. */
export type OpusSound = Readonly<{
  packets: readonly Uint8Array[]
  packetSamples: number
  /** How many samples at the start are the encoder's run-up, to be thrown away. */
  preSkip: number
  /** How long the sound is; the last packet may reach further, and is cut there. */
  samples: number
}>

/** The Ogg file of a sound of one channel (RFC 7845): head, tags, then a page a second, the last one cut to length. */
export function opusFile(sound: OpusSound): Uint8Array {
  const head = pageBytes({ packets: [opusHead(sound.preSkip)], granule: 0, number: 0, is: 'first' })
  const tags = pageBytes({ packets: [opusTags()], granule: 0, number: 1, is: 'middle' })
  const groups = pagesOf(sound.packets)
  let packetsSoFar = 0
  const pages = groups.map((packets, index) => {
    packetsSoFar += packets.length
    const isLast = index === groups.length - 1
    const granule = isLast ? sound.preSkip + sound.samples : packetsSoFar * sound.packetSamples
    return pageBytes({ packets, granule, number: index + 2, is: isLast ? 'last' : 'middle' })
  })
  return joined([head, tags, ...pages])
}

function pagesOf(packets: readonly Uint8Array[]): Uint8Array[][] {
  const pages: Uint8Array[][] = []
  let segments = MOST_SEGMENTS
  for (const packet of packets) {
    const page = pages.at(-1)
    const needed = segmentsOf(packet)
    if (page === undefined || page.length === PACKETS_PER_PAGE || segments + needed > MOST_SEGMENTS) {
      pages.push([packet])
      segments = needed
    } else {
      page.push(packet)
      segments += needed
    }
  }
  return pages
}

/** RFC 7845, 5.1: version 1, one channel, no gain, channel mapping 0; the encoder was given 48 kHz. */
function opusHead(preSkip: number): Uint8Array {
  const head = new DataView(new ArrayBuffer(19))
  letters('OpusHead').forEach((letter, at) => head.setUint8(at, letter))
  head.setUint8(8, 1)
  head.setUint8(9, 1)
  head.setUint16(10, preSkip, true)
  head.setUint32(12, OPUS_RATE_HZ, true)
  return new Uint8Array(head.buffer)
}

/** RFC 7845, 5.2: who made it, and no comments. */
function opusTags(): Uint8Array {
  const vendor = letters('BITTEN')
  return joined([letters('OpusTags'), uint32(vendor.length), vendor, uint32(0)])
}

function letters(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function uint32(value: number): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(4))
  bytes.setUint32(0, value, true)
  return new Uint8Array(bytes.buffer)
}
