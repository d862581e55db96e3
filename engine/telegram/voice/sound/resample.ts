import { OPUS_RATE_HZ, type Sound } from './sound.ts'

/** Samples on each side of a place that its value is made of. */
const REACH = 16
/** Where the filter begins to close, as a part of what the sound can hold: room for its slope before the mirror image. */
const PASS = 0.92

/** A sound at 48 kHz that is worked out where it is asked for, so that nobody waits for the whole of it. */
export type Resampled = Readonly<{
  /** How many samples the whole has. */
  length: number
  /** Fills `into` with 16-bit samples from `at` on; outside the sound is silence. */
  fill(into: Int16Array, at: number): void
}>

/**
 * Brings a sound of at most 48 kHz to 48 kHz with a windowed sinc (Smith, "Digital Audio Resampling", 1984; Blackman's
 * window): 32 samples stand behind each. The two rates have a common divisor, so only a few hundred filters occur:
 * each is made once, when its place comes up first.
 */
export function resample({ rateHz, samples }: Sound): Resampled {
  const divisor = commonDivisor(rateHz, OPUS_RATE_HZ)
  const [step, places] = [rateHz / divisor, OPUS_RATE_HZ / divisor]
  const filters: Float32Array[] = []
  const valueAt = (index: number) => {
    const place = (index * step) % places
    const first = (index * step - place) / places - REACH + 1
    const filter = (filters[place] ??= filterAt(place / places))
    let sum = 0
    for (let tap = 0; tap < filter.length; tap += 1) sum += (filter[tap] ?? 0) * (samples[first + tap] ?? 0)
    return sum
  }
  return {
    length: Math.floor((samples.length * places) / step),
    fill(into, at) {
      for (let index = 0; index < into.length; index += 1) into[index] = toInt16(valueAt(at + index))
    },
  }
}

/** The weights of the samples around a place that is `part` of the way from one sample to the next. */
function filterAt(part: number): Float32Array {
  const weights = Float32Array.from({ length: 2 * REACH }, (_, tap) => {
    const distance = tap - REACH + 1 - part
    return PASS * sinc(PASS * distance) * blackman(distance / REACH)
  })
  // A level stays what it is: the weights of each place sum to 1.
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map(weight => weight / sum)
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x)
}

function blackman(x: number): number {
  return 0.42 + 0.5 * Math.cos(Math.PI * x) + 0.08 * Math.cos(2 * Math.PI * x)
}

function toInt16(value: number): number {
  return Math.max(-32_768, Math.min(32_767, Math.round(value * 32_768)))
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b)
}
