import { createStore } from 'zustand/vanilla'
import type { WarRoomView } from '../../engine/contracts/views.ts'

/**
 * The last view that came, and what is wrong with the stream of views. `view` never goes back to null: an old picture
 * marked stale is worth more than none.
 */
export type ViewState = Readonly<{
  view: WarRoomView | null
  /** Why there is no newer view, in one sentence; null when all is well. */
  trouble: string | null
  /** Nothing has come for longer than a live link allows. */
  silent: boolean
}>

export const createViewStore = () =>
  createStore<ViewState>(() => ({ view: null, trouble: null, silent: false }))

export type ViewStore = ReturnType<typeof createViewStore>
