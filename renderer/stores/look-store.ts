import { createStore } from 'zustand/vanilla'
import type { Look } from '../../engine/contracts/look.ts'
import type { WindowBridge } from '../../engine/contracts/window-bridge.ts'
import type { ToastStore } from './toast-store.ts'

/** What a page may wear, in the order in which it is offered. */
export const THEMES: readonly Look['theme'][] = ['night', 'day', 'system']
export const PALETTES: readonly Look['palette'][] = ['usual', 'safe']

/** The look of the window is what its root wears; the page came with it. */
export function createLookStore(bridge: WindowBridge, toasts: ToastStore, root: HTMLElement) {
  const store = createStore<Look>(() => ({
    theme: THEMES.find(theme => theme === root.dataset['theme']) ?? 'night',
    palette: PALETTES.find(palette => palette === root.dataset['palette']) ?? 'usual',
  }))
  return {
    ...store,
    async wear(change: Partial<Look>): Promise<void> {
      const look = { ...store.getState(), ...change }
      Object.assign(root.dataset, look)
      store.setState(look)
      const answer = await bridge.keepLook(look)
      if (answer.is === 'failed') toasts.raise('warn', answer.text)
    },
  }
}
