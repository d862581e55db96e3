import { Notification } from 'electron'
import type { Cue } from '../../engine/contracts/cues.ts'

/** More than a screen ever shows; without a bound those that nobody closes would stay in memory. */
const MOST_SHOWN = 50

export type Notifications = Readonly<{ show(cue: Cue): void; close(): void }>

/** The system's own notifications: of one subject the newest, and a click opens it. */
export function nativeNotifications(open: (cue: Cue) => void, failed: (why: string) => void): Notifications {
  const shown = new Map<string, Notification>()

  function show(cue: Cue): void {
    if (!Notification.isSupported()) return
    drop(cue.subject)
    const notification = new Notification({
      title: cue.title,
      body: cue.body,
      // Its sound is ours, and may be off.
      silent: true,
      ...(cue.isUrgent && { urgency: 'critical' }),
    })
    notification.on('click', () => open(cue))
    notification.on('failed', (_event, why) => failed(why))
    notification.on('close', () => shown.get(cue.subject) === notification && shown.delete(cue.subject))
    shown.set(cue.subject, notification)
    notification.show()
    const [oldest] = shown.keys()
    if (shown.size > MOST_SHOWN && oldest !== undefined) drop(oldest)
  }

  function drop(subject: string): void {
    const before = shown.get(subject)
    shown.delete(subject)
    before?.close()
  }

  return { show, close: () => [...shown.keys()].forEach(drop) }
}
