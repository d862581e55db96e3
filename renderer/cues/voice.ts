/** The system's own voice. Only one that speaks on this computer: what is said of an account goes nowhere else. */

/** Chromium tells its voices a moment after it is asked first. */
const VOICES_WITHIN_MS = 1_500

const ownVoice = (): SpeechSynthesisVoice | null => {
  const own = speechSynthesis.getVoices().filter(voice => voice.localService)
  // The sentences are English.
  return own.find(voice => voice.default && isEnglish(voice)) ?? own.find(isEnglish) ?? null
}
const isEnglish = ({ lang }: SpeechSynthesisVoice): boolean => /^en\b/i.test(lang)

/** Null: this computer has none that speaks English. */
export function findVoice(): Promise<SpeechSynthesisVoice | null> {
  const now = ownVoice()
  if (now !== null) return Promise.resolve(now)
  return new Promise(resolve => {
    setTimeout(() => resolve(ownVoice()), VOICES_WITHIN_MS)
    speechSynthesis.addEventListener('voiceschanged', () => resolve(ownVoice()), { once: true })
  })
}

/** Resolves when it was said, with what kept it from being said. */
export async function say(text: string, volume: number): Promise<'noVoice' | 'failed' | null> {
  const voice = await findVoice()
  if (voice === null) return 'noVoice'
  const words = new SpeechSynthesisUtterance(text)
  words.voice = voice
  words.lang = voice.lang
  words.volume = volume / 100
  return new Promise(resolve => {
    words.addEventListener('end', () => resolve(null))
    words.addEventListener('error', () => resolve('failed'))
    speechSynthesis.speak(words)
  })
}
