/** What this computer tells beside the window: a notification, a sound, a sentence. */
import type { CueKind } from './settings-alerts.ts'

/** Each has a file of its own in resources/sounds. `fill` is for other news that asks for nothing, too. */
export type SoundName = 'mission' | 'fill' | 'target' | 'stop' | 'warning' | 'rank'

/** Where in the window it is found. */
export type CuePage = 'room' | 'link' | 'campaign' | 'notebook'

export type Cue = Readonly<{
  kind: CueKind
  /** What it is about: a later one of the same takes its place. */
  subject: string
  page: CuePage
  /** In the room: the mission that a click shows; null: the room as it is. */
  mission: string | null
  /** Whose money it is stands first. */
  title: string
  body: string
  /** As it is said, in words; null: without speech. */
  spoken: string | null
  /** Null: without a sound. */
  sound: SoundName | null
  /** Something is wrong: it waits for no other, and stands first among several. */
  isUrgent: boolean
}>

/** What a window is to play; volume in percent. */
export type CuePlay = Readonly<{ sound: SoundName | null; spoken: string | null; volume: number }>

/** What was tried, in sentences: what of it is off, or can't be done here. */
export type CueTried = Readonly<{ is: 'tried'; play: CuePlay; notes: readonly string[] }>
