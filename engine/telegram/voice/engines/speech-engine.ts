/** The WAV file that an engine made of the words, or the sentence that says why there is none. */
export type Said = Readonly<{ is: 'said'; wav: Uint8Array }> | Readonly<{ is: 'failed'; text: string }>

/** A program of this computer that turns words into sound. Only one of them is at work at a time. */
export interface SpeechEngine {
  /** Its name and where it stands, as a sentence. */
  readonly text: string
  say(words: string): Promise<Said>
}
