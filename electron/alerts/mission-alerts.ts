import { Notification } from 'electron'
import type { Mission } from '../../engine/contracts/mission.ts'
import type { Host } from '../../engine/host/index.ts'
import { briefingOf } from './mission-briefing.ts'

export type AlertDeeds = Readonly<{
  /** Somebody is looking at the desk already: it needs no alert. */
  isWatched(): boolean
  show(mission: string): void
}>

/** A native notification for a mission; a click opens it. One at a time: the next mission takes its place. */
export function alertMissions(host: Host, deeds: AlertDeeds): () => void {
  let current: Notification | null = null

  function alert(mission: Mission): void {
    current?.close()
    current = new Notification(briefingOf(mission))
    current.on('click', () => deeds.show(mission.id))
    current.show()
  }

  const forget = host.onTold(events => {
    if (deeds.isWatched() || !Notification.isSupported()) return
    for (const { event } of events) if (event.kind === 'missionIssued') alert(event.mission)
  })
  return () => {
    forget()
    current?.close()
  }
}
