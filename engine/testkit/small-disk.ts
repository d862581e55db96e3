import { execFileSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { temporaryFolder } from './temporary-folder.ts'

/** A file system of a few megabytes that can be filled to its last byte; null, with the reason, where it cannot be mounted. */
export function smallDisk(megabytes: number): SmallDisk | Readonly<{ cannot: string }> {
  if (process.platform !== 'linux') return { cannot: 'only Linux mounts a small file system in memory' }
  const folder = path.join(temporaryFolder(), 'disk')
  mkdirSync(folder)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'pipe' })
  } catch {
    return { cannot: 'mounting a small file system needs root' }
  }
  onTestFinished(() => void execFileSync('umount', ['-l', folder]))
  return new SmallDisk(folder)
}

export class SmallDisk {
  readonly folder: string
  readonly #filler: string

  constructor(folder: string) {
    this.folder = folder
    this.#filler = path.join(folder, 'filler')
  }

  fill(): void {
    const handle = openSync(this.#filler, 'w')
    for (let size = 1 << 20; size >= 1; size >>= 1) while (fits(handle, size));
    closeSync(handle)
  }

  makeSpace(): void {
    rmSync(this.#filler)
  }
}

function fits(handle: number, size: number): boolean {
  try {
    return writeSync(handle, Buffer.alloc(size)) > 0
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC') return false
    throw cause
  }
}
