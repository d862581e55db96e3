/** The desktop app's first lines: launch, folder, one instance, and the window, before anything else is loaded. */
import path from 'node:path'
import { Menu, app } from 'electron'
import type { Launch } from '../../engine/contracts/launch.ts'
import { takeEnvironment } from '../../engine/host/data-folder/environment.ts'
import { serveWindow } from '../ipc/serve-window.ts'
import { isInTray } from '../login/this-start.ts'
import { windowLook } from '../look/window-look.ts'
import { announceAppScheme, serveAppScheme } from '../windows/app-scheme.ts'
import { denyPermissions, lockDown } from '../windows/lock-down.ts'
import { firstPicture, openWarRoom, present } from '../windows/war-room-window.ts'
import { readLaunch } from './launch.ts'
import { makeOwnFolder } from './own-folder.ts'
import { refuse } from './refuse.ts'

const here = import.meta.dirname
const resources = path.join(app.getAppPath(), 'resources')
const environment = takeEnvironment()

const asked = readLaunch(process.argv.slice(1))
if (asked.is === 'refused') refuse(asked.text)
const { data: dataFolder = environment.dataFolder } = asked.launch
const folder = makeOwnFolder(dataFolder)
if (folder.is === 'refused') refuse(folder.text)

const { profile } = folder
const places = { programs: here, resources, dataFolder, profile }

// Without a name of its own Windows shows no notification of a program.
if (process.platform === 'win32') app.setAppUserModelId(app.isPackaged ? 'BITTEN' : process.execPath)

app.setPath('userData', profile)
announceAppScheme()
lockDown()
if (app.requestSingleInstanceLock())
  void app
    .whenReady()
    .then(() => open(asked.launch))
    .catch(unreadable)
else {
  process.stdout.write(`BITTEN is open already on ${dataFolder}: its window comes to the front.\n`)
  app.exit(0)
}

/** The desk is loaded while the window's own process reads its scripts; what the page asks meanwhile waits for it. */
async function open(launch: Launch): Promise<void> {
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null)
  denyPermissions()
  const look = windowLook(profile)
  const handedOut = serveAppScheme(path.join(here, '../renderer'), look.now)
  const files = { preload: path.join(here, '../preload/index.cjs'), icon: path.join(resources, 'icon.png') }
  const window = openWarRoom(files, isInTray(launch))
  const drawn = firstPicture(window)
  app.on('second-instance', () => present(window))
  const desk = handedOut.then(() => import('./open-desk.ts'))
  const calls = desk.then(({ openDesk }) =>
    openDesk({ launch, window, drawn, look, places, environment, stopServing: () => stopServing() }),
  )
  const stopServing = serveWindow(window.webContents, calls)
  await calls
}

function unreadable(error: unknown): never {
  refuse(`A part of BITTEN can't be read (${String(error)}). Install it again.`)
}
