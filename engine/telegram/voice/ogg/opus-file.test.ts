import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { readPages } from '../../../testkit/ogg-pages.ts'
import { opusFile } from './opus-file.ts'

const FIRST = 2
const LAST = 4

/** Packets of any length that Opus has, the sizes around a whole segment among them. */
const packets = fc.array(
  fc
    .oneof(fc.constantFrom(1, 254, 255, 256, 510, 511, 1_275), fc.integer({ min: 1, max: 1_275 }))
    .map(length => Uint8Array.from({ length }, (_, at) => at * 7)),
  { minLength: 1, maxLength: 180 },
)

const fileOf = (list: readonly Uint8Array[], samples = list.length * 960 - 312) =>
  opusFile({ packets: list, packetSamples: 960, preSkip: 312, samples })

describe('an Ogg Opus file', () => {
  it('starts with a head and tags, each alone on its page', () => {
    const [head, tags] = readPages(fileOf([Uint8Array.of(1)]))
    expect(head?.packets.map(packet => packet.toString('latin1'))).toEqual([
      'OpusHead\u0001\u0001\u0038\u0001\u0080\u00bb\0\0\0\0\0',
    ])
    expect(tags?.packets.map(packet => packet.toString('latin1'))).toEqual([
      'OpusTags\u0006\0\0\0BITTEN\0\0\0\0',
    ])
    expect([head, tags].map(page => [page?.flags, page?.granule])).toEqual([
      [FIRST, 0],
      [0, 0],
    ])
  })

  test.prop([packets])('holds every packet once, in order, on whole pages with right checksums', list => {
    const pages = readPages(fileOf(list))
    expect(pages.every(page => page.isSound)).toBe(true)
    expect(pages.map(page => page.number)).toEqual(pages.map((_, index) => index))
    expect(pages.slice(2).flatMap(page => page.packets)).toEqual(list.map(packet => Buffer.from(packet)))
    expect(pages.map(page => page.flags)).toEqual(
      pages.map((_, index) => (index === 0 ? FIRST : index === pages.length - 1 ? LAST : 0)),
    )
  })

  test.prop([packets, fc.nat(959)])(
    'counts samples by whole packets and cuts the last page',
    (list, spare) => {
      const samples = list.length * 960 - 312 - Math.min(spare, 600)
      const pages = readPages(fileOf(list, samples)).slice(2)
      let heard = 0
      for (const page of pages.slice(0, -1)) {
        heard += page.packets.length * 960
        expect(page.granule).toBe(heard)
      }
      expect(pages.at(-1)?.granule).toBe(312 + samples)
    },
  )

  it('has one page for each second of speech', () => {
    const second = Array.from({ length: 125 }, () => new Uint8Array(60))
    expect(
      readPages(fileOf(second))
        .slice(2)
        .map(page => page.packets.length),
    ).toEqual([50, 50, 25])
  })
})
