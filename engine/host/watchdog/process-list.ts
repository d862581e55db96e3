/** Whether MetaTrader 5 runs on this computer, by the list of processes; also under Wine, where it keeps its name. */
import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import type { MetaTraderSeen } from '../../contracts/terminal-state.ts'

export type ProcessList = () => Promise<MetaTraderSeen>

/** What `tasklist` printed; rejects when it could not be run. */
export type Tasks = (program: string) => Promise<string>

const PROGRAM = 'terminal64.exe'
const WITHIN_MS = 5_000

/** Never rejects: what can't be read is `unknown`. */
export function processList(platform: NodeJS.Platform = process.platform): ProcessList {
  if (platform === 'win32') return () => lookByTasks(windowsTasks)
  if (platform === 'linux') return () => lookInProc('/proc')
  return () => Promise.resolve('unknown')
}

/** A process that has ended and waits for its parent has no command line any more, and is not counted. */
export async function lookInProc(folder: string): Promise<MetaTraderSeen> {
  const entries = await readdir(folder).catch(() => null)
  if (entries === null) return 'unknown'
  const ids = entries.filter(name => /^\d+$/.test(name))
  if (ids.length === 0) return 'unknown'
  const isOne = await Promise.all(ids.map(id => isMetaTrader(path.join(folder, id, 'cmdline'))))
  return isOne.includes(true) ? 'running' : 'absent'
}

/** Gone since it was listed, or somebody else's: not ours to count. */
async function isMetaTrader(file: string): Promise<boolean> {
  const line = await readFile(file, 'utf8').catch(() => '')
  const [program = ''] = line.split('\0')
  return isProgram(program.split(/[\\/]/).at(-1) ?? '')
}

/** Its lines are `"name","pid",…`. When there is none it prints a sentence in the language of the system. */
export async function lookByTasks(tasks: Tasks): Promise<MetaTraderSeen> {
  const text = await tasks(PROGRAM).catch(() => null)
  if (text === null || text.trim() === '') return 'unknown'
  const rows = text.split(/\r?\n/).filter(line => line.startsWith('"'))
  const names = rows.map(row => /^"([^"]+)","\d+",/.exec(row)?.[1])
  if (names.includes(undefined)) return 'unknown'
  return names.some(name => isProgram(name ?? '')) ? 'running' : 'absent'
}

const isProgram = (name: string): boolean => name.toLowerCase() === PROGRAM

/** By its whole path: a program of the same name elsewhere is not run. */
async function windowsTasks(program: string): Promise<string> {
  const file = path.join(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'tasklist.exe')
  const { stdout } = await promisify(execFile)(
    file,
    ['/FI', `IMAGENAME eq ${program}`, '/FO', 'CSV', '/NH'],
    {
      timeout: WITHIN_MS,
      windowsHide: true,
    },
  )
  return stdout
}
