import type { SoundName } from '../../engine/contracts/cues.ts'

/** Each is written out: the build finds no file behind a name that is put together. */
export const SOUND_FILES: Readonly<Record<SoundName, string>> = {
  mission: new URL('../../resources/sounds/mission.wav', import.meta.url).href,
  fill: new URL('../../resources/sounds/fill.wav', import.meta.url).href,
  target: new URL('../../resources/sounds/target.wav', import.meta.url).href,
  stop: new URL('../../resources/sounds/stop.wav', import.meta.url).href,
  warning: new URL('../../resources/sounds/warning.wav', import.meta.url).href,
  rank: new URL('../../resources/sounds/rank.wav', import.meta.url).href,
}
