import { BrowserWindow, app, nativeTheme } from 'electron'
import { GROUND } from '../look/ground.ts'
import { START_PAGE } from './own-page.ts'

const ground = () => GROUND[nativeTheme.shouldUseDarkColors ? 'night' : 'day']

/** `isHidden`: it stays in the tray until somebody opens it. */
export function openWarRoom(
  files: Readonly<{ preload: string; icon: string }>,
  isHidden = false,
): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    title: 'BITTEN',
    icon: files.icon,
    backgroundColor: ground(),
    autoHideMenuBar: true,
    webPreferences: {
      preload: files.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      // An alert sounds also in a window that nobody has clicked yet.
      autoplayPolicy: 'no-user-gesture-required',
      devTools: !app.isPackaged,
    },
  })
  if (!isHidden) window.once('ready-to-show', () => window.show())
  nativeTheme.on('updated', () => window.isDestroyed() || window.setBackgroundColor(ground()))
  // A crashed page must not stay blank beside an open trade: it is drawn again, from a fresh picture.
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') void window.loadURL(START_PAGE)
  })
  void window.loadURL(START_PAGE)
  return window
}

/** A page that never comes must not keep the rest of the house waiting. */
const PICTURE_WITHIN_MS = 3_000

/** Resolves when the page has been drawn, or will not be soon. */
export function firstPicture(window: BrowserWindow): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, PICTURE_WITHIN_MS).unref()
    window.webContents.once('did-finish-load', () => resolve())
  })
}

/** Brings the window to the person. */
export function present(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
