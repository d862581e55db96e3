import { Notification } from 'electron'
import type { Cue, CueTried } from '../../engine/contracts/cues.ts'
import type { AlertSettings } from '../../engine/contracts/settings-alerts.ts'
import { playOf } from '../../engine/cues/cue-desk.ts'
import { nativeNotifications } from './notifications.ts'

const SAMPLE: Cue = {
  kind: 'mission',
  subject: 'try',
  page: 'room',
  mission: null,
  title: 'A try: nothing has happened',
  body: 'This is how BITTEN tells you something while its window is not in front.',
  spoken: 'A try. euro dollar long, two to one.',
  sound: 'mission',
  isUrgent: false,
}

const shown = nativeNotifications(() => undefined)

/** An alert as it is set now, also while the window is in front; and of what is set off, that it is. */
export function tryCue(settings: AlertSettings): CueTried {
  if (settings.notifications) shown.show(SAMPLE)
  const play = playOf(SAMPLE, settings) ?? { sound: null, spoken: null, volume: settings.volume }
  return { is: 'tried', play, notes: notesOf(settings) }
}

function notesOf({ notifications, sounds, voice, quiet, volume }: AlertSettings): readonly string[] {
  const off = [!notifications && 'notifications', !sounds && 'sounds', !voice && 'the voice']
  const named = off.filter(name => name !== false)
  return [
    ...(notifications && !Notification.isSupported()
      ? ['This computer shows no notifications: nothing here takes them.']
      : []),
    ...(named.length > 0 ? [`Off: ${named.join(', ')}.`] : []),
    ...(quiet ? ['It is quiet: no sound and no voice.'] : []),
    ...(volume === 0 && !quiet ? ['The volume is 0.'] : []),
  ]
}
