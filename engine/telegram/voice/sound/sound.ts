/** One channel of sound: samples between -1 and 1, `rateHz` of them a second. */
export type Sound = Readonly<{ rateHz: number; samples: Float32Array }>

/** The rate that Opus counts in, whatever it carries (RFC 7845, 4). */
export const OPUS_RATE_HZ = 48_000
