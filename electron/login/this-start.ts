import { app } from 'electron'
import type { Launch } from '../../engine/contracts/launch.ts'
import { usualDataFolder } from '../../engine/host/data-folder/environment.ts'
import type { ThisStart } from './login-start.ts'

/** macOS hands no switch to what it starts at login, and says that it did. */
export const isInTray = ({ tray = false }: Launch): boolean =>
  tray || (process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin)

type Given = Readonly<{ launch: Launch; dataFolder: string; sqliteBinding: string | null }>

export const thisStart = ({ launch, dataFolder, sqliteBinding }: Given): ThisStart => ({
  program: process.execPath,
  app: app.isPackaged ? null : app.getAppPath(),
  dataFolder,
  isUsualFolder: dataFolder === usualDataFolder(),
  sqliteBinding,
  training: launch.training,
  noSandbox: app.commandLine.hasSwitch('no-sandbox'),
})
