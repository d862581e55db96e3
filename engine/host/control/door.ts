/**
 * Where a running desk can be reached, and how somebody finds it: `control/door.json` in the data folder names the address
 * and a token that is new at every start. Folder and file are for their user only, and so is the socket.
 */
import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, lstatSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ControlDoor } from '../../contracts/control.ts'
import { writeAtomically } from '../data-folder/atomic-write.ts'
import { hasCode } from '../data-folder/refusal.ts'

const FOLDER_RIGHTS = 0o700
/** The kernel's limit is 104 bytes on macOS and 108 on Linux, with the zero at the end. */
const LONGEST_SOCKET_PATH = 100

const folderOf = (dataFolder: string): string => path.join(dataFolder, 'control')
const fileOf = (dataFolder: string): string => path.join(folderOf(dataFolder), 'door.json')

/** Makes what is needed around a socket, and says where it goes. Throws when that place can't be ours alone. */
export function prepareAddress(
  dataFolder: string,
  platform: NodeJS.Platform = process.platform,
  temporary: string = tmpdir(),
): string {
  const own = folderOf(dataFolder)
  mkdirSync(own, { recursive: true, mode: FOLDER_RIGHTS })
  chmodSync(own, FOLDER_RIGHTS)
  const name = createHash('sha256').update(path.resolve(dataFolder)).digest('hex').slice(0, 16)
  if (platform === 'win32') return `\\\\.\\pipe\\bitten-${name}`
  const socket = path.join(own, 'desk.sock')
  if (Buffer.byteLength(socket) <= LONGEST_SOCKET_PATH) return socket
  return path.join(shortFolder(temporary), `${name}.sock`)
}

/** A folder for temporary files is everybody's: one that somebody else has made there first is not used. */
function shortFolder(temporary: string): string {
  const user = process.getuid?.() ?? 0
  const folder = path.join(temporary, `bitten-${user}`)
  mkdirSync(folder, { recursive: true, mode: FOLDER_RIGHTS })
  const { uid, mode } = lstatSync(folder)
  if (!lstatSync(folder).isDirectory() || uid !== user || (mode & 0o077) !== 0)
    throw new Error(`${folder} is not this user's alone`)
  return folder
}

export function hangDoor(dataFolder: string, address: string): ControlDoor {
  const door: ControlDoor = { version: 1, address, token: randomBytes(32).toString('hex') }
  writeAtomically(fileOf(dataFolder), `${JSON.stringify(door)}\n`)
  return door
}

/** Null when no desk runs here, or none that can be reached. Throws when the file is there and may not be read. */
export function findDoor(dataFolder: string): ControlDoor | null {
  try {
    const read = ControlDoor.safeParse(JSON.parse(readFileSync(fileOf(dataFolder), 'utf8')))
    return read.success ? read.data : null
  } catch (error) {
    if (error instanceof SyntaxError || hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR')) return null
    throw error
  }
}

export const takeDoorAway = (dataFolder: string): void => rmSync(fileOf(dataFolder), { force: true })
