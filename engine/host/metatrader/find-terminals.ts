/**
 * MetaTrader 5 terminals of this computer. An installed terminal keeps its data under
 * `%APPDATA%/MetaQuotes/Terminal/<hash>/`, with the program's folder in `origin.txt` (UTF-16); a portable one keeps it
 * beside terminal64.exe. A folder counts as a terminal's when it has `MQL5`.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import type { MetaTrader } from '../../contracts/metatrader.ts'

export type Places = Readonly<{
  /** Folders such as `%APPDATA%/MetaQuotes/Terminal`. */
  roots: readonly string[]
  /** Folders in which programs are installed: a portable terminal is one level below. */
  programs: readonly string[]
}>

export type NoTerminal = Readonly<{ is: 'refused'; code: 'NO_TERMINAL'; text: string }>

export function usualPlaces(env = process.env, home = homedir()): Places {
  const appData = env['APPDATA']
  if (appData !== undefined) {
    const programs = [
      env['ProgramFiles'],
      env['ProgramFiles(x86)'],
      env['SystemDrive'] && `${env['SystemDrive']}\\`,
    ]
    return { roots: [path.join(appData, 'MetaQuotes', 'Terminal')], programs: programs.filter(isText) }
  }
  const drive = path.join(home, '.wine', 'drive_c')
  const users = foldersIn(path.join(drive, 'users'))
  return {
    roots: users.map(user => path.join(user, 'AppData', 'Roaming', 'MetaQuotes', 'Terminal')),
    programs: [path.join(drive, 'Program Files'), path.join(drive, 'Program Files (x86)')],
  }
}

/** Installed terminals first, each once. */
export function findTerminals({ roots, programs }: Places): readonly MetaTrader[] {
  const installed = roots.flatMap(foldersIn).flatMap(folder => {
    const terminal = terminalAt(folder)
    return 'dataFolder' in terminal ? [terminal] : []
  })
  const known = new Set(installed.map(({ programFolder }) => programFolder))
  const portable = programs.flatMap(foldersIn).filter(folder => isPortable(folder) && !known.has(folder))
  return [...installed, ...portable.map(portableAt)]
}

/** The terminal of a folder that a person has named: its data folder, or its program's. */
export function terminalAt(folder: string): MetaTrader | NoTerminal {
  if (isPortable(folder)) return portableAt(folder)
  if (!isFolder(path.join(folder, 'MQL5'))) {
    const text = `${folder} is no terminal: it has no folder MQL5. In MetaTrader take File > Open Data Folder, and give that one.`
    return { is: 'refused', code: 'NO_TERMINAL', text }
  }
  return { dataFolder: folder, programFolder: originOf(folder), portable: false }
}

const portableAt = (folder: string): MetaTrader => ({
  dataFolder: folder,
  programFolder: folder,
  portable: true,
})

const isPortable = (folder: string): boolean =>
  isFolder(path.join(folder, 'MQL5')) && existsSync(path.join(folder, 'terminal64.exe'))

/** UTF-16 with a byte order mark, as the terminal writes it; plain text from whoever made one by hand. */
function originOf(dataFolder: string): string | null {
  const file = path.join(dataFolder, 'origin.txt')
  if (!existsSync(file)) return null
  const bytes = readFileSync(file)
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe
  const text = isUtf16 ? bytes.subarray(2).toString('utf16le') : bytes.toString('utf8')
  const folder = text.trim()
  return folder !== '' && isFolder(folder) ? folder : null
}

function foldersIn(folder: string): string[] {
  if (!isFolder(folder)) return []
  return readdirSync(folder)
    .sort()
    .map(name => path.join(folder, name))
    .filter(isFolder)
}

/** A folder that may not be read is none of ours. */
function isFolder(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isDirectory() ?? false
}

const isText = (value: string | undefined): value is string => value !== undefined && value !== ''
