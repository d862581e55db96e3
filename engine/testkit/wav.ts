type WavShape = Readonly<{
  channels?: number
  rateHz?: number
  bits?: number
  format?: number
  /** What the header says that the sound takes; a program that writes to a pipe says too much. */
  dataBytes?: number
  /** The four letters and then the bytes of a part that stands before the sound. */
  before?: readonly number[]
}>

/** The bytes of a WAV file of 16-bit samples, right or wrong as the shape says. */
export function wavOf(samples: readonly number[], shape: WavShape): Uint8Array<ArrayBuffer> {
  const { channels = 1, rateHz = 22_050, bits = 16, format = 1, before = [] } = shape
  const other = before.length === 0 ? [] : [...before, ...u32(3), 9, 9, 9, 0]
  const sound = samples.flatMap(sample => u16(sample & 0xffff))
  const description = [
    ...[format, channels].flatMap(u16),
    ...[rateHz, (rateHz * channels * bits) / 8].flatMap(u32),
    ...[(channels * bits) / 8, bits].flatMap(u16),
  ]
  const parts = [...part('fmt ', description), ...other, ...part('data', sound, shape.dataBytes)]
  return Uint8Array.from([...letters('RIFF'), ...u32(4 + parts.length), ...letters('WAVE'), ...parts])
}

function part(name: string, bytes: readonly number[], size = bytes.length): number[] {
  return [...letters(name), ...u32(size), ...bytes]
}

function letters(text: string): number[] {
  return [...new TextEncoder().encode(text)]
}

function u16(value: number): number[] {
  return [value & 255, (value >> 8) & 255]
}

function u32(value: number): number[] {
  return [...u16(value & 0xffff), ...u16(value >>> 16)]
}
