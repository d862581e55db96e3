import { setImmediate } from 'node:timers/promises'
import type OpusScript from 'opusscript'
import type { OpusSound } from './ogg/opus-file.ts'
import type { Resampled } from './sound/resample.ts'
import { OPUS_RATE_HZ } from './sound/sound.ts'

const PACKET_SAMPLES = 960
const BITS_PER_SECOND = 24_000
/** What libopus looks ahead for speech at 48 kHz: 2.5 ms of its own and 4 ms to join its two halves. */
const LOOK_AHEAD_SAMPLES = 312
/** The bot's thread waits no longer for the voice: a poll's answer comes between two slices. */
const SLICE_MS = 10

/**
 * Encodes a sound as speech, 24 kbit/s in packets of 20 ms, a slice of 10 ms of work at a time. Two at once are not
 * allowed: the encoder writes at twice the address that it asked for, which is free only while it is alone.
 */
export async function encodeOpus(sound: Resampled): Promise<OpusSound> {
  const { default: Encoder } = await import('opusscript')
  await setImmediate()
  const encoder = new Encoder(OPUS_RATE_HZ, 1, Encoder.Application.VOIP)
  try {
    encoder.setBitrate(BITS_PER_SECOND)
    // Read, compiled and used for the first time it takes some 10 to 30 ms at each step: others come in between.
    await setImmediate()
    const packets = await encodeAll(encoder, sound)
    return { packets, packetSamples: PACKET_SAMPLES, preSkip: LOOK_AHEAD_SAMPLES, samples: sound.length }
  } finally {
    encoder.delete()
  }
}

async function encodeAll(encoder: OpusScript, sound: Resampled): Promise<Uint8Array[]> {
  const count = Math.ceil((sound.length + LOOK_AHEAD_SAMPLES) / PACKET_SAMPLES)
  const samples = new Int16Array(PACKET_SAMPLES)
  const bytes = Buffer.from(samples.buffer)
  const packets: Uint8Array[] = []
  let sliceSince = performance.now()
  for (let index = 0; index < count; index += 1) {
    if (performance.now() - sliceSince >= SLICE_MS) {
      await setImmediate()
      sliceSince = performance.now()
    }
    sound.fill(samples, index * PACKET_SAMPLES)
    packets.push(encoder.encode(bytes, PACKET_SAMPLES))
  }
  return packets
}
