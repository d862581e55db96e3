/** What the tray's menu offers, from top to bottom. */
import type { MenuItemConstructorOptions } from 'electron'
import { isLive, trayStateOf } from './tray-state.ts'
import type { Desk, TrayState } from './tray-state.ts'

export type TrayDeeds = Readonly<{
  open(): void
  pause(): void
  resume(): void
  cancel(): void
  /** Asks first: a menu is hit by accident more easily than a key is held. */
  flatten(): void
  /** No sound and no voice of alerts, or both as they are set. Resolves when it holds, or was refused. */
  setQuiet(isQuiet: boolean): Promise<void>
  quit(): void
}>

const WORDS: Readonly<Record<TrayState, string>> = {
  down: 'no terminal is linked',
  idle: 'linked, not armed',
  paused: 'paused: nothing new is fired',
  training: 'armed on the training ground',
  armed: 'armed',
}

/** The desk in one line; real money is named first. */
export const trayWords = (desk: Desk): string =>
  `${isLive(desk) ? 'BITTEN LIVE' : 'BITTEN'}: ${WORDS[trayStateOf(desk)]}`

export function trayMenu(desk: Desk, isQuiet: boolean, deeds: TrayDeeds): MenuItemConstructorOptions[] {
  return [
    { label: trayWords(desk), enabled: false },
    { type: 'separator' },
    { label: 'Open the War Room', click: deeds.open },
    desk.paused
      ? { label: 'Resume', click: deeds.resume }
      : { label: 'Pause: fire nothing new', click: deeds.pause },
    { label: 'Cancel: decline what is pending, fire nothing new', click: deeds.cancel },
    { type: 'separator' },
    { label: 'Flatten: close every position of ours …', click: deeds.flatten },
    { type: 'separator' },
    {
      label: 'Quiet: alerts without sound and voice',
      type: 'checkbox',
      checked: isQuiet,
      click: () => void deeds.setQuiet(!isQuiet),
    },
    { type: 'separator' },
    { label: 'Quit', click: deeds.quit },
  ]
}
