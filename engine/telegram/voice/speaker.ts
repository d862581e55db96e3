import { encodeOpus } from './encode-opus.ts'
import { findEngine } from './engines/find-engine.ts'
import type { SpeechEngine } from './engines/speech-engine.ts'
import { opusFile } from './ogg/opus-file.ts'
import { resample } from './sound/resample.ts'
import { OPUS_RATE_HZ } from './sound/sound.ts'
import { parseWav } from './sound/wav.ts'

/** Nobody listens to a longer alert, and its text is there to read. */
const MOST_SECONDS = 60

/**
 * What was made of some words: a voice message's Ogg Opus file and how long it lasts, or the sentence that says
 * why there is none. Silence is an expected answer: whoever asked goes on with the text.
 */
export type Spoken =
  Readonly<{ is: 'spoken'; ogg: Uint8Array; seconds: number }> | Readonly<{ is: 'silent'; text: string }>

/** A speech engine of this computer, with everything that makes a voice message of what it says. */
export interface Speaker {
  /** What speaks here, as a sentence. */
  readonly text: string
  /** Says the words, one request after the other; what lasts longer than 60 s is cut there. Never throws. */
  speak(words: string): Promise<Spoken>
}

/**
 * The speech engine of this computer, or null where there is none that BITTEN knows.
 * @param stop ends the engine's program if it is at work: a thread that ends leaves its programs running
 */
export async function findSpeaker(stop: AbortSignal = new AbortController().signal): Promise<Speaker | null> {
  const engine = await findEngine({ platform: process.platform, env: process.env, stop })
  if (engine === null) return null
  let turn: Promise<unknown> = Promise.resolve()
  return {
    text: engine.text,
    speak(words) {
      const spoken = turn.then(() => spokenBy(engine, words)).catch(silentAbout)
      turn = spoken
      return spoken
    },
  }
}

async function spokenBy(engine: SpeechEngine, words: string): Promise<Spoken> {
  const said = await engine.say(words)
  if (said.is === 'failed') return { is: 'silent', text: said.text }
  const sound = parseWav(said.wav)
  if (sound === null || sound.samples.length === 0) {
    return { is: 'silent', text: 'The speech engine gave no sound that can be read.' }
  }
  const { rateHz } = sound
  const opus = await encodeOpus(
    resample({ rateHz, samples: sound.samples.subarray(0, MOST_SECONDS * rateHz) }),
  )
  return { is: 'spoken', ogg: opusFile(opus), seconds: opus.samples / OPUS_RATE_HZ }
}

function silentAbout(error: unknown): Spoken {
  return {
    is: 'silent',
    text: `The voice failed: ${error instanceof Error ? error.message : String(error)}.`,
  }
}
