import type { WindowBridge } from '../../engine/contracts/window-bridge.ts'

declare global {
  interface Window {
    /** Put there by the preload, the only door out of the window. */
    readonly bitten?: WindowBridge
  }
}

export function windowBridge(): WindowBridge {
  if (window.bitten === undefined)
    throw new Error('The window has no bridge to the engine: it was opened without its preload script.')
  return window.bitten
}
