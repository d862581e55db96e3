import OpusScript from 'opusscript'
import { describe, expect, it } from 'vitest'
import { encodeOpus } from './encode-opus.ts'
import type { OpusSound } from './ogg/opus-file.ts'
import { resample } from './sound/resample.ts'

const RATE_HZ = 22_050

/** A tone with its overtones, a third of a second loud and a third silent; high enough to pass the filter for speech. */
const voice = (seconds: number) =>
  Float32Array.from({ length: seconds * RATE_HZ }, (_, at) => {
    const time = at / RATE_HZ
    const isLoud = Math.floor(time * 3) % 2 === 0
    const tone = [1, 2, 3].reduce((sum, part) => sum + Math.sin(2 * Math.PI * 700 * part * time) / part, 0)
    return isLoud ? 0.2 * tone : 0
  })

function decoded({ packets, preSkip, samples }: OpusSound): number[] {
  const decoder = new OpusScript(48_000, 1)
  const bytes = Buffer.concat(packets.map(packet => decoder.decode(Buffer.from(packet))))
  decoder.delete()
  return Array.from({ length: samples }, (_, at) => bytes.readInt16LE(2 * (preSkip + at)) / 32_768)
}

function original(sound: ReturnType<typeof resample>): number[] {
  const samples = new Int16Array(sound.length)
  sound.fill(samples, 0)
  return Array.from(samples, sample => sample / 32_768)
}

const energy = (samples: readonly number[]) => samples.reduce((sum, value) => sum + value * value, 0)
const product = (a: readonly number[], b: readonly number[], shift: number) =>
  a.reduce((sum, value, at) => sum + value * (b[at + shift] ?? 0), 0)

describe('speech encoded as Opus', () => {
  it('decodes to as long and as loud a sound, in its place to a tenth of a millisecond', async () => {
    const sound = resample({ rateHz: RATE_HZ, samples: voice(1.5) })
    const opus = await encodeOpus(sound)
    const [before, after] = [original(sound), decoded(opus)]
    expect(after).toHaveLength(72_000)
    expect(energy(after) / energy(before)).toBeGreaterThan(0.85)
    expect(energy(after) / energy(before)).toBeLessThan(1.15)
    const shifts = Array.from({ length: 81 }, (_, index) => index - 40)
    const best = shifts.reduce((found, shift) =>
      product(before, after, shift) > product(before, after, found) ? shift : found,
    )
    expect(Math.abs(best)).toBeLessThanOrEqual(4)
  })

  it('takes about 24 kbit/s, and whole packets of 20 ms that reach past the end', async () => {
    const { packets, packetSamples, samples, preSkip } = await encodeOpus(
      resample({ rateHz: RATE_HZ, samples: voice(10) }),
    )
    const bits = 8 * packets.reduce((sum, packet) => sum + packet.length, 0)
    expect(bits / 10).toBeGreaterThan(12_000)
    expect(bits / 10).toBeLessThan(30_000)
    expect(packets.length * packetSamples).toBeGreaterThanOrEqual(samples + preSkip)
    expect((packets.length - 1) * packetSamples).toBeLessThan(samples + preSkip)
  })

  it('leaves the thread to others between its slices', async () => {
    let turns = 0
    let isRunning = true
    const turn = () => {
      turns += 1
      if (isRunning) setImmediate(turn)
    }
    setImmediate(turn)
    await encodeOpus(resample({ rateHz: RATE_HZ, samples: voice(20) }))
    isRunning = false
    expect(turns).toBeGreaterThan(8)
  })
})
