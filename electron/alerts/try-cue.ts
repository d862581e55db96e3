import { Notification } from 'electron'
import type { CueTried } from '../../engine/contracts/cues.ts'
import type { AlertSettings } from '../../engine/contracts/settings-alerts.ts'
import { playOf } from '../../engine/cues/cue-desk.ts'

const SAMPLE = {
  title: 'A try: nothing has happened',
  body: 'This is how BITTEN tells you something while its window is not in front.',
  spoken: 'A try. euro dollar long, two to one.',
  sound: 'mission',
} as const

/** A system that takes a notification says so at once. */
const SHOWN_WITHIN_MS = 1_500

let shown: Notification | null = null

/** An alert as it is set now, also while the window is in front; and of what is set off, that it is. */
export async function tryCue(settings: AlertSettings): Promise<CueTried> {
  const problem = settings.notifications ? await show() : null
  const play = playOf(SAMPLE, settings) ?? { sound: null, spoken: null, volume: settings.volume }
  return { is: 'tried', play, notes: [...(problem === null ? [] : [problem]), ...notesOf(settings)] }
}

/** Null: it is shown. */
function show(): Promise<string | null> {
  if (!Notification.isSupported())
    return Promise.resolve('This computer shows no notifications: nothing here takes them.')
  shown?.close()
  const notification = new Notification({ title: SAMPLE.title, body: SAMPLE.body, silent: true })
  shown = notification
  return new Promise(resolve => {
    setTimeout(() => resolve('The system has not said that it shows the notification.'), SHOWN_WITHIN_MS)
    notification.on('show', () => resolve(null))
    notification.on('failed', (_event, why) => resolve(`The system did not take the notification: ${why}.`))
    notification.show()
  })
}

function notesOf({ notifications, sounds, voice, quiet, volume }: AlertSettings): readonly string[] {
  const off = [!notifications && 'notifications', !sounds && 'sounds', !voice && 'the voice']
  const named = off.filter(name => name !== false)
  return [
    ...(named.length > 0 ? [`Off: ${named.join(', ')}.`] : []),
    ...(quiet ? ['It is quiet: no sound and no voice.'] : []),
    ...(volume === 0 && !quiet ? ['The volume is 0.'] : []),
  ]
}
