import type { CuePlay, SoundName } from '../../engine/contracts/cues.ts'
import type { WindowBridge } from '../../engine/contracts/window-bridge.ts'
import { inTurn, within } from './in-turn.ts'
import { SOUND_FILES } from './sound-files.ts'
import { say } from './voice.ts'

export type Unheard = 'noSound' | 'noVoice' | 'failed'

/** More than any sound and its sentence take. */
const LONGEST_MS = 20_000

/** The sound first, and the sentence behind it. Gives what of it could not be heard; one that hangs is cut off. */
export const playCue = (play: CuePlay): Promise<readonly Unheard[]> =>
  within(playAll(play), LONGEST_MS, () => {
    speechSynthesis.cancel()
    return ['failed']
  })

async function playAll({ sound, spoken, volume }: CuePlay): Promise<readonly Unheard[]> {
  const unheard = [
    sound === null ? null : await playSound(sound, volume),
    spoken === null ? null : await say(spoken, volume),
  ]
  return unheard.filter(one => one !== null)
}

/** Resolves when it was played. */
async function playSound(name: SoundName, volume: number): Promise<'noSound' | null> {
  const audio = new Audio(SOUND_FILES[name])
  audio.volume = volume / 100
  const ended = new Promise(resolve => {
    audio.addEventListener('ended', resolve, { once: true })
    audio.addEventListener('error', resolve, { once: true })
  })
  try {
    await audio.play()
    await ended
    return audio.error === null ? null : 'noSound'
  } catch {
    return 'noSound'
  }
}

/** Two sounds at once are none. Whoever wants to know why nothing is heard tries it on the page of the settings. */
export const followCues = (bridge: Pick<WindowBridge, 'onCue'>): (() => void) =>
  bridge.onCue(inTurn(playCue, ({ sound }) => sound === 'warning'))
