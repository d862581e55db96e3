/**
 * One app per data folder: `bitten.lock` names the process that holds it. A lock whose process is gone is taken over.
 * Linux tells when a process was started, so there a process that merely got the same number is not mistaken for it.
 */
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { writeOnce, type Link } from '../../adapters/identity/index.ts'
import { folderRefusal, hasCode, type FolderRefusal } from './refusal.ts'

export type FolderLock = Readonly<{ is: 'locked'; release(): void }>

type Holder = Readonly<{ pid: number; startedAt: string | null }>

/** A takeover that meets another takeover tries again this often before it gives up. */
const TRIES = 5

/** `link` makes a hard link, where the disk has any. */
export function lockFolder(folder: string, link?: Link): FolderLock | FolderRefusal {
  const file = path.join(folder, 'bitten.lock')
  const mine = JSON.stringify(holderOf(process.pid))
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    if (create(file, mine, link)) return { is: 'locked', release: () => release(file, mine) }
    const text = readFileIfThere(file)
    if (text === null) continue
    const holder = parseHolder(text)
    if (holder && isRunning(holder)) return inUse(folder, file, holder)
    removeStale(file, text, link)
  }
  return folderRefusal(
    'SECOND_INSTANCE',
    `Other programs are fighting for ${file}: close them and try again.`,
  )
}

/** The running process that holds the folder, without touching the lock; null when it is free. */
export function lockHolder(folder: string): number | null {
  const text = readFileIfThere(path.join(folder, 'bitten.lock'))
  const holder = text === null ? null : parseHolder(text)
  return holder !== null && isRunning(holder) ? holder.pid : null
}

function inUse(folder: string, file: string, { pid }: Holder): FolderRefusal {
  return folderRefusal(
    'SECOND_INSTANCE',
    `BITTEN is running already with the data folder ${folder} (process ${pid}): use that one, or close it first. ` +
      `If there is no such process, delete ${file}.`,
  )
}

/** Whole from the beginning, so that nobody ever reads half of it. False when somebody has it already. */
function create(file: string, text: string, link?: Link): boolean {
  if (existsSync(file)) return false
  writeOnce(file, text, link)
  return readFileIfThere(file) === text
}

/** Moved aside before it is judged again: of two programs that take over, one finds it gone. */
function removeStale(file: string, seen: string, link?: Link): void {
  const aside = `${file}.stale.${process.pid}`
  try {
    renameSync(file, aside)
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return
    throw error
  }
  if (readFileSync(aside, 'utf8') !== seen) create(file, readFileSync(aside, 'utf8'), link)
  rmSync(aside, { force: true })
}

function release(file: string, mine: string): void {
  if (readFileIfThere(file) === mine) rmSync(file, { force: true })
}

function readFileIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR')) return null
    throw error
  }
}

/** Null for a file that is none of ours: nobody can be asked whether it is alive. */
function parseHolder(text: string): Holder | null {
  const [, pid, startedAt] = /^\{"pid":(\d+),"startedAt":(?:"([^"]*)"|null)\}$/.exec(text) ?? []
  return pid === undefined ? null : { pid: Number(pid), startedAt: startedAt ?? null }
}

function isRunning({ pid, startedAt }: Holder): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // Not ours to signal, but there.
    if (!hasCode(error, 'EPERM')) return false
  }
  return startedAt === null || holderOf(pid).startedAt === startedAt
}

function holderOf(pid: number): Holder {
  return { pid, startedAt: process.platform === 'linux' ? startOnLinux(pid) : null }
}

/** Clock ticks since boot, with the boot's own id: field 22 of /proc/PID/stat, counted after the name in brackets. */
function startOnLinux(pid: number): string | null {
  const stat = readFileIfThere(`/proc/${pid}/stat`)
  const boot = readFileIfThere('/proc/sys/kernel/random/boot_id')
  const ticks = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  return ticks === undefined || boot === null ? null : `${boot.trim()} ${ticks}`
}
