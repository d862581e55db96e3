import { ipcMain } from 'electron'
import type { WebContents } from 'electron'
import type { CallFailed } from '../../engine/contracts/window-bridge.ts'
import { CALL_NAMES, channelOf } from './channels.ts'
import { isTrustedSender } from './trusted-sender.ts'
import type { WindowCalls } from './window-calls.ts'

const UNTRUSTED: CallFailed = {
  is: 'failed',
  code: 'UNTRUSTED_SENDER',
  text: 'Only the War Room itself may ask.',
}

/** Registers every call of one window; what is asked before `calls` is there waits for it. */
export function serveWindow(window: WebContents, calls: Promise<WindowCalls>): () => void {
  for (const name of CALL_NAMES)
    ipcMain.handle(channelOf(name), async (event, given: unknown) =>
      isTrustedSender(event, window) ? (await calls)[name](given) : UNTRUSTED,
    )
  return () => CALL_NAMES.forEach(name => ipcMain.removeHandler(channelOf(name)))
}
