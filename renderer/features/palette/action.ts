import type { groupWords } from '../../copy/palette.ts'
import type { Desk } from '../../stores/desk.ts'
import type { PageId } from '../../stores/place-store.ts'
import type { ViewState } from '../../stores/view-store.ts'
import type { ControlName } from '../../ui/control.ts'
import type { Key } from './key.ts'

export type Group = keyof typeof groupWords

/** Something that a person can ask for by name or by key. */
export type Action = Readonly<{
  id: string
  group: Group
  words: string
  /** What becomes of it, where its words alone do not say so. */
  meaning?: string
  keys?: readonly Key[]
  /** Why it is not possible now, as a sentence; null: it is. */
  whyNot: string | null
  /** Its key is taken over an open sheet and in a field too: only what stops the firing. */
  isAnywhere?: boolean
  run: () => void
}>

/** What an action works with. */
export type Hands = Readonly<{
  desk: Pick<Desk, 'giveOrder' | 'palette' | 'setQuiet' | 'showTerminal'> &
    Readonly<{
      bridge: Pick<Desk['bridge'], 'about'>
      place: Pick<Desk['place'], 'go' | 'pick'>
      firstSteps: Pick<Desk['firstSteps'], 'show'>
      simulation: Pick<Desk['simulation'], 'setSpeed' | 'pause' | 'play'>
      toasts: Pick<Desk['toasts'], 'raise'>
    }>
  /** Puts the focus on it, and presses nothing; says whether it was there. */
  show: (control: ControlName, page?: PageId) => boolean
  /** Presses what opens a sheet. */
  open: (control: ControlName, page?: PageId) => void
  /** Takes the focus from whatever the next Enter would press. */
  rest: () => void
}>

export type Pages = readonly Readonly<{ id: PageId; word: string }>[]
export type Situation = Readonly<{ state: ViewState; pages: Pages }>
