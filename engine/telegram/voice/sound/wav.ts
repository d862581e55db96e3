import type { Sound } from './sound.ts'

const PCM = 1
/** The form whose real format stands in the first bytes of its long description (Microsoft's WAVEFORMATEXTENSIBLE). */
const EXTENSIBLE = 0xfffe
const BYTES_PER_SAMPLE = 2
const RATES_HZ = { least: 8_000, most: 48_000 }

type Format = Readonly<{ channels: number; rateHz: number }>
type Chunk = Readonly<{ id: string; from: number; to: number }>

/**
 * Reads a WAV file of 16-bit PCM, one channel or two, into one channel. Null for anything else: never throws, whatever
 * the bytes. A program that writes to a pipe can't know the sizes in its header, so a size that reaches past the end
 * means "to the end".
 */
export function parseWav(bytes: Uint8Array): Sound | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (textAt(view, 0) !== 'RIFF' || textAt(view, 8) !== 'WAVE') return null
  let format: Format | null = null
  for (const chunk of chunksOf(view)) {
    if (chunk.id === 'fmt ') format = formatOf(view, chunk)
    if (chunk.id === 'data') return format === null ? null : soundOf(view, chunk, format)
  }
  return null
}

function* chunksOf(view: DataView): Generator<Chunk> {
  let at = 12
  while (at + 8 <= view.byteLength) {
    const from = at + 8
    const to = Math.min(from + view.getUint32(at + 4, true), view.byteLength)
    yield { id: textAt(view, at), from, to }
    // A chunk of an odd size is followed by one byte that belongs to none.
    at = to + ((to - from) % 2)
  }
}

function formatOf(view: DataView, { from, to }: Chunk): Format | null {
  if (to - from < 16) return null
  const tag = view.getUint16(from, true)
  const format = tag === EXTENSIBLE && to - from >= 26 ? view.getUint16(from + 24, true) : tag
  const channels = view.getUint16(from + 2, true)
  const rateHz = view.getUint32(from + 4, true)
  const isKnown = format === PCM && view.getUint16(from + 14, true) === 8 * BYTES_PER_SAMPLE
  if (!isKnown || (channels !== 1 && channels !== 2)) return null
  return rateHz < RATES_HZ.least || rateHz > RATES_HZ.most ? null : { channels, rateHz }
}

function soundOf(view: DataView, { from, to }: Chunk, { channels, rateHz }: Format): Sound {
  const step = channels * BYTES_PER_SAMPLE
  const samples = new Float32Array(Math.floor((to - from) / step))
  for (let index = 0; index < samples.length; index += 1) {
    const left = view.getInt16(from + index * step, true)
    const right = channels === 1 ? left : view.getInt16(from + index * step + BYTES_PER_SAMPLE, true)
    samples[index] = (left + right) / 2 / 32_768
  }
  return { rateHz, samples }
}

function textAt(view: DataView, at: number): string {
  if (at + 4 > view.byteLength) return ''
  return String.fromCodePoint(...[0, 1, 2, 3].map(offset => view.getUint8(at + offset)))
}
