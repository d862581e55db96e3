import path from 'node:path'
import { Menu, Tray, nativeImage } from 'electron'
import type { Host } from '../../engine/host/index.ts'
import { openWords } from './open-words.ts'
import { trayMenu, trayWords } from './tray-menu.ts'
import type { TrayDeeds } from './tray-menu.ts'
import { deskOf, emptyDesk, foldDesk, trayStateOf } from './tray-state.ts'
import type { Desk, TrayState } from './tray-state.ts'

/** What is open changes with each tick, and nobody reads it that often. */
const LOOK_MS = 5_000

/** The desk in the tray: its state as an icon and a sentence, and the few things one does without the window. */
export function openTray(host: Host, iconFolder: string, deeds: TrayDeeds): () => void {
  let desk: Desk = emptyDesk
  let open: readonly string[] = []
  const tray = new Tray(iconOf(iconFolder, 'down'))
  tray.on('click', deeds.open)

  const isQuiet = () => host.settings().settings.alerts.quiet
  /** The system has turned its mark over by itself, whatever became of it. */
  const setQuiet = (quiet: boolean) => deeds.setQuiet(quiet).finally(() => tray.isDestroyed() || show(desk))
  const tell = () => tray.setToolTip([trayWords(desk), ...open].join('\n'))

  function show(next: Desk): void {
    desk = next
    tray.setImage(iconOf(iconFolder, trayStateOf(desk)))
    // Only then: a menu that is made anew shuts while somebody reads it.
    tray.setContextMenu(Menu.buildFromTemplate(trayMenu(desk, isQuiet(), { ...deeds, setQuiet })))
    tell()
  }

  async function look(): Promise<void> {
    const answer = await host.view()
    if (tray.isDestroyed()) return
    open = answer.is === 'answer' ? openWords(answer.value) : []
    tell()
  }

  show(desk)
  const forget = host.onTold(events => {
    const next = events.reduce(foldDesk, desk)
    if (next !== desk) show(next)
  })
  const forgetSettings = host.onSettings(() => show(desk))
  void host.view().then(answer => answer.is === 'answer' && show(deskOf(answer.value)))
  const timer = setInterval(() => void look(), LOOK_MS)
  return () => {
    clearInterval(timer)
    forget()
    forgetSettings()
    tray.destroy()
  }
}

const iconOf = (folder: string, state: TrayState) =>
  nativeImage.createFromPath(path.join(folder, `${state}.png`))
