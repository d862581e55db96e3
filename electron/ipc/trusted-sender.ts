import type { IpcMainInvokeEvent, WebContents } from 'electron'
import { isOwnPage } from '../windows/own-page.ts'

/** A call counts only from the main frame of our own window, showing our own page. */
export function isTrustedSender(event: IpcMainInvokeEvent, window: WebContents): boolean {
  const frame = event.senderFrame
  return event.sender === window && frame !== null && frame === window.mainFrame && isOwnPage(frame.url)
}
