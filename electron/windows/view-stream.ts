import type { BrowserWindow } from 'electron'
import type { Host } from '../../engine/host/index.ts'
import { channelOf } from '../ipc/channels.ts'

/**
 * Sends patches, notices and how the bot and the lab stand to a window. Patches stop while nobody can see it; seen again, it asks for a
 * new picture.
 */
export function streamTo(window: BrowserWindow, host: Host): () => void {
  let stopWatching: (() => void) | null = null

  function update(): void {
    const isSeen = window.isVisible() && !window.isMinimized()
    if (isSeen && stopWatching === null) {
      stopWatching = host.watch(patch => window.webContents.send(channelOf('patch'), patch))
      window.webContents.send(channelOf('seen'))
    }
    if (!isSeen) {
      stopWatching?.()
      stopWatching = null
    }
  }

  window.on('show', update).on('hide', update).on('minimize', update).on('restore', update)
  const forgetNotices = host.onNotice(notice => window.webContents.send(channelOf('notice'), notice))
  const forgetTelegram = host.onTelegram(view => window.webContents.send(channelOf('telegramChanged'), view))
  const forgetLab = host.onLab(view => window.webContents.send(channelOf('labChanged'), view))
  update()
  return () => {
    stopWatching?.()
    forgetNotices()
    forgetTelegram()
    forgetLab()
  }
}
