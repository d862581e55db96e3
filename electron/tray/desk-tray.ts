import path from 'node:path'
import { Menu, Tray, nativeImage } from 'electron'
import type { Host } from '../../engine/host/index.ts'
import { deskOf, emptyDesk, foldDesk, trayStateOf } from './tray-state.ts'
import type { Desk, TrayState } from './tray-state.ts'

export type TrayDeeds = Readonly<{
  open(): void
  pause(): void
  resume(): void
  quit(): void
}>

const WORDS: Readonly<Record<TrayState, string>> = {
  down: 'no terminal is linked',
  idle: 'linked, not armed',
  paused: 'paused: nothing new is fired',
  training: 'armed on the training ground',
  armed: 'armed',
}

/** The desk in the tray: its state as an icon and a sentence, and the few things one does without the window. */
export function openTray(host: Host, iconFolder: string, deeds: TrayDeeds): () => void {
  let desk: Desk = emptyDesk
  const tray = new Tray(iconOf(iconFolder, 'down'))
  tray.on('click', deeds.open)

  function show(next: Desk): void {
    desk = next
    const state = trayStateOf(desk)
    tray.setImage(iconOf(iconFolder, state))
    tray.setToolTip(`BITTEN: ${WORDS[state]}`)
    tray.setContextMenu(menuFor(state, desk, deeds))
  }

  show(desk)
  const forget = host.onTold(events => show(events.reduce(foldDesk, desk)))
  void host.view().then(answer => answer.is === 'answer' && show(deskOf(answer.value)))
  return () => {
    forget()
    tray.destroy()
  }
}

const iconOf = (folder: string, state: TrayState) =>
  nativeImage.createFromPath(path.join(folder, `${state}.png`))

function menuFor(state: TrayState, desk: Desk, deeds: TrayDeeds): Menu {
  return Menu.buildFromTemplate([
    { label: `BITTEN: ${WORDS[state]}`, enabled: false },
    { type: 'separator' },
    { label: 'Open the War Room', click: deeds.open },
    desk.paused
      ? { label: 'Resume', click: deeds.resume }
      : { label: 'Pause: fire nothing new', click: deeds.pause },
    { type: 'separator' },
    { label: 'Quit', click: deeds.quit },
  ])
}
