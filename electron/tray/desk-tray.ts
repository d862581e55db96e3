import path from 'node:path'
import { Menu, Tray, nativeImage } from 'electron'
import type { Host } from '../../engine/host/index.ts'
import { trayMenu, trayWords } from './tray-menu.ts'
import type { TrayDeeds } from './tray-menu.ts'
import { deskOf, emptyDesk, foldDesk, trayStateOf } from './tray-state.ts'
import type { Desk, TrayState } from './tray-state.ts'

/** The desk in the tray: its state as an icon and a sentence, and the few things one does without the window. */
export function openTray(host: Host, iconFolder: string, deeds: TrayDeeds): () => void {
  let desk: Desk = emptyDesk
  const tray = new Tray(iconOf(iconFolder, 'down'))
  tray.on('click', deeds.open)

  function show(next: Desk): void {
    desk = next
    const state = trayStateOf(desk)
    tray.setImage(iconOf(iconFolder, state))
    tray.setToolTip(trayWords(desk))
    tray.setContextMenu(Menu.buildFromTemplate(trayMenu(desk, deeds)))
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
