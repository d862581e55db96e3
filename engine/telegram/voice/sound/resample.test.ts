import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { resample, type Resampled } from './resample.ts'
import { OPUS_RATE_HZ } from './sound.ts'

const SPEECH_RATES_HZ = [8_000, 11_025, 16_000, 22_050, 24_000, 44_100, 48_000]
/** The ends, where half of what a sample is made of is silence. */
const EDGE = 400

const sine = (rateHz: number, toneHz: number, count: number) =>
  Float32Array.from({ length: count }, (_, at) => 0.5 * Math.sin((2 * Math.PI * toneHz * at) / rateHz))

function whole(sound: Resampled): number[] {
  const samples = new Int16Array(sound.length)
  sound.fill(samples, 0)
  return Array.from(samples, sample => sample / 32_768)
}

describe('a sound brought to 48 kHz', () => {
  it.each(SPEECH_RATES_HZ)('keeps a tone of 1 kHz what it is, from %i Hz', rateHz => {
    const out = whole(resample({ rateHz, samples: sine(rateHz, 1_000, rateHz / 5) }))
    const wanted = sine(OPUS_RATE_HZ, 1_000, out.length)
    const errors = out.map((value, at) => Math.abs(value - (wanted[at] ?? 0))).slice(EDGE, -EDGE)
    expect(out).toHaveLength(9_600)
    expect(Math.max(...errors)).toBeLessThan(0.001)
  })

  it('lets no mirror image of a tone through: 6 kHz at 22 050 Hz has none at 16 050 Hz', () => {
    const out = whole(resample({ rateHz: 22_050, samples: sine(22_050, 6_000, 22_050) })).slice(EDGE, -EDGE)
    expect(strength(out, 6_000)).toBeCloseTo(0.5, 2)
    expect(strength(out, 16_050)).toBeLessThan(0.001)
  })

  it('keeps a level, and is silent outside of itself', () => {
    const sound = resample({ rateHz: 22_050, samples: new Float32Array(2_000).fill(0.25) })
    expect(new Set(whole(sound).slice(EDGE, -EDGE))).toEqual(new Set([0.25]))
    const after = new Int16Array(960).fill(7)
    sound.fill(after, sound.length + 960)
    expect(new Set(after)).toEqual(new Set([0]))
  })

  test.prop([
    fc.constantFrom(...SPEECH_RATES_HZ),
    fc.array(fc.float({ min: -1, max: 1, noNaN: true }), { maxLength: 300 }),
    fc.integer({ min: 1, max: 700 }),
  ])('is the same in pieces as at once', (rateHz, values, pieceSamples) => {
    const sound = resample({ rateHz, samples: Float32Array.from(values) })
    const pieces: number[] = []
    for (let at = 0; at < sound.length; at += pieceSamples) {
      const piece = new Int16Array(Math.min(pieceSamples, sound.length - at))
      sound.fill(piece, at)
      pieces.push(...piece)
    }
    expect(pieces.map(sample => sample / 32_768)).toEqual(whole(sound))
  })
})

/** How strong one tone is in a sound (its Fourier sum). */
function strength(samples: readonly number[], toneHz: number): number {
  const turn = (2 * Math.PI * toneHz) / OPUS_RATE_HZ
  const sum = (wave: (angle: number) => number) =>
    samples.reduce((total, value, at) => total + value * wave(turn * at), 0)
  return (2 * Math.hypot(sum(Math.sin), sum(Math.cos))) / samples.length
}
