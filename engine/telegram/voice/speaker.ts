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
  /** Says the words, at most 60 s of them. Never throws. */
  speak(words: string): Promise<Spoken>
}

/** The speech engine of this computer, or null where there is none that BITTEN knows. */
export async function findSpeaker(): Promise<Speaker | null> {
  return null
}
