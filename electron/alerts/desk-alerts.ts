import type { BrowserWindow } from 'electron'
import type { Cue, CuePlay } from '../../engine/contracts/cues.ts'
import { CueDesk, playOf } from '../../engine/cues/cue-desk.ts'
import type { Host, LogFile } from '../../engine/host/index.ts'
import { nativeNotifications } from './notifications.ts'

export type AlertDeeds = Readonly<{
  window: Pick<BrowserWindow, 'isFocused'>
  log: LogFile
  open(cue: Cue): void
  play(play: CuePlay): void
}>

/** What happens at the desk, told at this computer: a notification unless somebody is looking, a sound and a voice as they are set. */
export function alertAtDesk(host: Host, { window, log, open, play }: AlertDeeds): () => void {
  const settings = () => host.settings().settings.alerts
  const notifications = nativeNotifications(open, why =>
    log.write('warn', 'The system did not take a notification.', { why }),
  )
  const desk = new CueDesk({
    desk: host,
    log,
    settings,
    now: () => performance.now(),
    tell(cue) {
      const now = settings()
      if (now.notifications && !window.isFocused()) notifications.show(cue)
      const heard = playOf(cue, now)
      if (heard !== null) play(heard)
    },
  })
  return () => {
    desk.stop()
    notifications.close()
  }
}
