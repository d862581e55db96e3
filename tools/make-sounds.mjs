/**
 * Makes the sounds of the alerts: `node tools/make-sounds.mjs`. Sums of sines with soft edges, each of a shape of its own, so
 * that they are told apart by ear alone: rising, falling, one note, two notes, a knock.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const RATE = 22_050
/** −7 dBFS: below the loudest by enough for any loudspeaker. */
const PEAK = 10 ** (-7 / 20)
/** A sound that begins or ends at once clicks. */
const EDGE_S = 0.008

/**
 * @typedef {object} Note
 * @property {number} atS when it begins
 * @property {number} forS
 * @property {number} hz
 * @property {number} [toHz] where it glides to
 * @property {number} [loud] against the other notes
 * @property {number} [fallS] time in which it gets quieter by a factor of e
 * @property {readonly number[]} [partials] strength of each multiple of its pitch
 */

const BELL = [1, 0.5, 0.12, 0.2]
const SOFT = [1, 0.15]
const REED = [1, 0.35, 0.5, 0.15, 0.25]

/** @type {Readonly<Record<string, readonly Note[]>>} */
export const SOUNDS = {
  mission: [
    { atS: 0, forS: 0.3, hz: 587.33, partials: BELL, fallS: 0.16 },
    { atS: 0.14, forS: 0.5, hz: 880, partials: BELL, fallS: 0.2 },
  ],
  fill: [{ atS: 0, forS: 0.24, hz: 659.26, partials: SOFT, fallS: 0.08 }],
  target: [
    { atS: 0, forS: 0.26, hz: 523.25, partials: BELL, fallS: 0.14 },
    { atS: 0.11, forS: 0.26, hz: 659.26, partials: BELL, fallS: 0.14 },
    { atS: 0.22, forS: 0.5, hz: 783.99, partials: BELL, fallS: 0.2 },
  ],
  stop: [{ atS: 0, forS: 0.5, hz: 330, toHz: 196, partials: SOFT, fallS: 0.3 }],
  warning: [
    { atS: 0, forS: 0.16, hz: 440, partials: REED, fallS: 0.5 },
    { atS: 0.22, forS: 0.16, hz: 440, partials: REED, fallS: 0.5 },
    { atS: 0.44, forS: 0.28, hz: 415.3, partials: REED, fallS: 0.5 },
  ],
  rank: [
    { atS: 0, forS: 0.2, hz: 392, partials: REED, fallS: 0.2, loud: 0.7 },
    { atS: 0.14, forS: 0.2, hz: 523.25, partials: REED, fallS: 0.2, loud: 0.8 },
    { atS: 0.28, forS: 0.55, hz: 659.26, partials: BELL, fallS: 0.3 },
    { atS: 0.28, forS: 0.55, hz: 783.99, partials: BELL, fallS: 0.3, loud: 0.7 },
  ],
}

/** @type {(note: Note, sinceS: number) => number} */
function loudnessOf({ forS, loud = 1, fallS = 0.2 }, sinceS) {
  const edge = Math.min(1, sinceS / EDGE_S, (forS - sinceS) / EDGE_S)
  return loud * Math.exp(-sinceS / fallS) * Math.sin((Math.PI / 2) * edge) ** 2
}

/** @type {(note: Note) => (sinceS: number) => number} */
function voiceOf(note) {
  const { forS, hz, toHz = hz, partials = [1] } = note
  return sinceS => {
    if (sinceS <= 0 || sinceS >= forS) return 0
    const turns = hz * sinceS + ((toHz - hz) * sinceS ** 2) / (2 * forS)
    const sum = partials.reduce((all, part, k) => all + part * Math.sin(2 * Math.PI * (k + 1) * turns), 0)
    return sum * loudnessOf(note, sinceS)
  }
}

/**
 * Mono, 16 bit.
 * @param {readonly Note[]} notes
 */
export function soundOf(notes) {
  const voices = notes.map(note => ({ atS: note.atS, at: voiceOf(note) }))
  const count = Math.ceil(Math.max(...notes.map(({ atS, forS }) => atS + forS)) * RATE)
  const raw = Array.from({ length: count }, (_, k) =>
    voices.reduce((sum, voice) => sum + voice.at(k / RATE - voice.atS), 0),
  )
  const loudest = Math.max(...raw.map(Math.abs))
  return Int16Array.from(raw, value => Math.round((value / loudest) * PEAK * 32_767))
}

/** @param {Int16Array} samples */
export function wavOf(samples) {
  const file = Buffer.alloc(44 + samples.length * 2)
  file.write('RIFF', 0, 'latin1')
  file.writeUInt32LE(file.length - 8, 4)
  file.write('WAVEfmt ', 8, 'latin1')
  file.writeUInt32LE(16, 16)
  file.writeUInt16LE(1, 20)
  file.writeUInt16LE(1, 22)
  file.writeUInt32LE(RATE, 24)
  file.writeUInt32LE(RATE * 2, 28)
  file.writeUInt16LE(2, 32)
  file.writeUInt16LE(16, 34)
  file.write('data', 36, 'latin1')
  file.writeUInt32LE(samples.length * 2, 40)
  samples.forEach((sample, k) => file.writeInt16LE(sample, 44 + k * 2))
  return file
}

if (process.argv[1] === import.meta.filename) {
  const folder = path.resolve(import.meta.dirname, '../resources/sounds')
  mkdirSync(folder, { recursive: true })
  for (const [name, notes] of Object.entries(SOUNDS))
    writeFileSync(path.join(folder, `${name}.wav`), wavOf(soundOf(notes)))
}
