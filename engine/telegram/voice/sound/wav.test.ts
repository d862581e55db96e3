import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { wavOf } from '../../../testkit/wav.ts'
import { parseWav } from './wav.ts'

const HALF = 16_384

describe('a WAV file', () => {
  it('is read as samples between -1 and 1, two channels as the middle of both', () => {
    const mono = parseWav(wavOf([0, HALF, -HALF, -32_768], {}))
    expect(mono).toEqual({ rateHz: 22_050, samples: Float32Array.of(0, 0.5, -0.5, -1) })
    expect(parseWav(wavOf([HALF, 0, -HALF, -HALF], { channels: 2 }))?.samples).toEqual(
      Float32Array.of(0.25, -0.5),
    )
  })

  it('is read to its end where its header tells more than there is, as a pipe does', () => {
    for (const dataBytes of [0x7fff_f000, 0xffff_ffff])
      expect(parseWav(wavOf([1, 2, 3], { dataBytes }))?.samples).toHaveLength(3)
  })

  it('ends where its header says, and steps over parts that are no sound', () => {
    expect(parseWav(wavOf([1, 2, 3], { dataBytes: 4 }))?.samples).toHaveLength(2)
    expect(parseWav(wavOf([1, 2, 3], { before: [0x46, 0x4c, 0x4c, 0x52] }))).toEqual(
      parseWav(wavOf([1, 2, 3], {})),
    )
  })

  it('is none when it is not 16-bit PCM, has more channels, or a rate that no speech has', () => {
    for (const odd of [{ format: 3 }, { bits: 8 }, { channels: 6 }, { rateHz: 0 }, { rateHz: 96_000 }])
      expect(parseWav(wavOf([1, 2, 3], odd)), JSON.stringify(odd)).toBeNull()
  })

  test.prop([fc.uint8Array({ maxLength: 200 })])('never throws on any bytes', bytes => {
    expect(parseWav(bytes)).toBeNull()
  })

  test.prop([
    fc.nat(60),
    fc.uint8Array({ minLength: 1, maxLength: 8 }),
    fc.nat(60),
    fc.constantFrom({}, { channels: 2 }, { before: [1, 2, 3] }),
  ])('damaged or cut anywhere is either read as finite samples or none', (at, damage, cut, shape) => {
    const bytes = wavOf([1, -2, 3, -4], shape)
    bytes.set(damage.subarray(0, Math.max(0, bytes.length - at)), Math.min(at, bytes.length))
    for (const file of [bytes, bytes.subarray(0, Math.max(0, bytes.length - cut))]) {
      const sound = parseWav(file)
      if (sound !== null) expect(sound.samples.every(sample => Math.abs(sample) <= 1)).toBe(true)
    }
  })
})
