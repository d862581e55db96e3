import type { Selector } from '../../engine/contracts/vocabulary.ts'

/** What on the screen a person can be taken to. */
export type ControlName =
  | 'pause'
  | 'cancel'
  | 'flatten'
  | `selector ${Selector}`
  | 'mission'
  | 'trades'
  | `trade ${string}`
  | `consent ${string}`
  | 'costs'
  | 'connect'
  | 'look'

/** Marks an element as the one of that name. */
export const control = (name: ControlName) => ({ 'data-control': name })

export const findControl = (name: ControlName): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-control="${CSS.escape(name)}"]`)
