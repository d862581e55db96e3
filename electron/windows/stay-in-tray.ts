import { existsSync } from 'node:fs'
import path from 'node:path'
import { Notification, app } from 'electron'
import type { BrowserWindow } from 'electron'
import { writeAtomically } from '../../engine/host/data-folder/atomic-write.ts'
import { present } from './war-room-window.ts'

const TITLE = 'The window is closed; BITTEN goes on.'
const BODY =
  'Open trades are followed, missions are told, and AUTO fires if it is on. It is in the tray, and so is Quit; starting it again, or a click here, opens the window.'

/**
 * Closing the window leaves the desk at work. Said the first time: whoever closes a window expects a program to have ended, and
 * one that trades must not go on unknown.
 */
export function stayInTray(window: BrowserWindow, profile: string): void {
  const told = path.join(profile, 'told-of-tray')
  let isQuitting = false
  app.on('before-quit', () => {
    isQuitting = true
  })
  window.on('close', event => {
    if (isQuitting) return
    event.preventDefault()
    window.hide()
    if (existsSync(told)) return
    tell(() => present(window))
    try {
      writeAtomically(told, '')
    } catch {
      // It is said once more the next time; a full disk must not end the desk for that.
    }
  })
}

function tell(open: () => void): void {
  process.stdout.write(`${TITLE} ${BODY}\n`)
  if (!Notification.isSupported()) return
  const notification = new Notification({ title: TITLE, body: BODY })
  notification.on('click', open)
  notification.show()
}
