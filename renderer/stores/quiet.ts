import type { WindowBridge } from '../../engine/contracts/window-bridge.ts'
import { answered } from '../bridge/answered.ts'
import { commandCopy } from '../copy/palette.ts'
import type { ToastStore } from './toast-store.ts'

/** Turns the one switch of sounds and voice, whoever turned it last. What came of it is said: nothing else shows it. */
export const createSetQuiet =
  (bridge: Pick<WindowBridge, 'settings' | 'changeSettings'>, toasts: Pick<ToastStore, 'raise'>) =>
  async (quiet: boolean): Promise<void> => {
    const now = await answered(bridge.settings())
    if ('is' in now) return toasts.raise('error', now.text)
    if (now.settings.alerts.quiet !== quiet) {
      const answer = await answered(
        bridge.changeSettings({ seen: now.revision, change: { alerts: { quiet } } }),
      )
      if (answer.is !== 'done') return toasts.raise('error', answer.text)
    }
    toasts.raise('info', commandCopy.quiet[quiet ? 'on' : 'off'].done)
  }
