import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { DiskCall } from './recording.ts'

/** What a disk writes whole or not at all, even when the power goes. */
const SECTOR = 512

type Change = Exclude<DiskCall, { is: 'sync' } | { is: 'mark' }>

/** Files by name, as a disk holds them. */
export class DiskImage {
  readonly #files = new Map<string, Buffer>()

  apply(call: Change): void {
    switch (call.is) {
      case 'write': {
        const before = this.#files.get(call.path) ?? Buffer.alloc(0)
        const end = call.offset + call.bytes.length
        const after = end > before.length ? grown(before, end) : before
        call.bytes.copy(after, call.offset)
        this.#files.set(call.path, after)
        return
      }
      case 'truncate': {
        const before = this.#files.get(call.path) ?? Buffer.alloc(0)
        this.#files.set(
          call.path,
          call.length < before.length
            ? Buffer.from(before.subarray(0, call.length))
            : grown(before, call.length),
        )
        return
      }
      case 'unlink':
        this.#files.delete(call.path)
    }
  }

  copy(): DiskImage {
    const copy = new DiskImage()
    for (const [name, bytes] of this.#files) copy.#files.set(name, Buffer.from(bytes))
    return copy
  }

  get(name: string): Buffer | undefined {
    return this.#files.get(name)
  }

  writeInto(folder: string): void {
    for (const [name, bytes] of this.#files) writeFileSync(path.join(folder, name), bytes)
  }
}

function grown(before: Buffer, length: number): Buffer {
  const after = Buffer.alloc(length)
  before.copy(after)
  return after
}

/**
 * A disk while a program runs: what was waited for is on it, the rest may be. A wait for a file settles its writes and its
 * length; that a file is there or gone is settled by a wait for the file itself or for its folder.
 */
export class UncertainDisk {
  readonly #settled = new DiskImage()
  #pending: Change[] = []

  hear(call: DiskCall): void {
    if (call.is === 'mark') return
    if (call.is !== 'sync') {
      this.#pending.push(call)
      return
    }
    const isSettled = (change: Change) =>
      call.path === '' ? change.is === 'unlink' : change.path === call.path
    for (const change of this.#pending.filter(isSettled)) this.#settled.apply(change)
    this.#pending = this.#pending.filter(change => !isSettled(change))
  }

  get pending(): number {
    return this.#pending.length
  }

  /** What is there after a power cut, when `survives` says of each change, and of each sector of a write, whether it got there. */
  afterCut(survives: () => boolean): DiskImage {
    const image = this.#settled.copy()
    for (const change of this.#pending) {
      if (change.is === 'write') for (const piece of sectors(change)) if (survives()) image.apply(piece)
      if (change.is !== 'write' && survives()) image.apply(change)
    }
    return image
  }

  /** The same with whole writes: each got there, or did not. */
  afterCleanCut(survives: () => boolean): DiskImage {
    const image = this.#settled.copy()
    for (const change of this.#pending) if (survives()) image.apply(change)
    return image
  }
}

function sectors(write: Extract<Change, { is: 'write' }>): Change[] {
  const pieces: Change[] = []
  const end = write.offset + write.bytes.length
  for (let from = write.offset; from < end;) {
    const to = Math.min(end, (Math.floor(from / SECTOR) + 1) * SECTOR)
    pieces.push({
      ...write,
      offset: from,
      bytes: write.bytes.subarray(from - write.offset, to - write.offset),
    })
    from = to
  }
  return pieces
}
