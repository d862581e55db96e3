/**
 * The log of the app: one JSON object a line, in a file that is put aside when it has grown. Written in order and at once,
 * because the last lines before a crash are the ones that matter.
 */
import { closeSync, fstatSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import path from 'node:path'
import type { Log, LogLevel } from '../../ports/log.ts'
import { withoutTokens } from './redactor.ts'

export type LogFileOptions = Readonly<{
  file: string
  maxBytes?: number
  /** Older files that are kept: FILE.1 is the newest of them. */
  keep?: number
  now?(): number
}>

export type LogFile = Log & Readonly<{ close(): void }>

const MAX_BYTES = 5 * 1024 * 1024
const KEEP = 3

export function openLogFile(options: LogFileOptions): LogFile {
  mkdirSync(path.dirname(options.file), { recursive: true })
  return new RotatingFile(options)
}

class RotatingFile implements LogFile {
  readonly #options: Required<LogFileOptions>
  /** Null while the file can't be opened; every line tries again. */
  #handle: number | null = null
  #bytes = 0
  #lostLines = 0

  constructor({ file, maxBytes = MAX_BYTES, keep = KEEP, now = Date.now }: LogFileOptions) {
    this.#options = { file, maxBytes, keep, now }
    this.#open()
  }

  write(level: LogLevel, text: string, data?: Record<string, unknown>): void {
    const lost = this.#lostLines > 0 ? { lostLines: this.#lostLines } : {}
    const line = lineOf(this.#options.now(), level, text, { ...data, ...lost })
    try {
      if (this.#bytes > 0 && this.#bytes + line.length > this.#options.maxBytes) this.#rotate()
      this.#bytes += writeSync(this.#handle ?? this.#open(), line)
      this.#lostLines = 0
    } catch {
      // A full disk must not stop trading: the next line that fits says how many are missing.
      this.#lostLines += 1
    }
  }

  close(): void {
    if (this.#handle !== null) closeSync(this.#handle)
    this.#handle = null
  }

  #open(): number {
    const handle = openSync(this.#options.file, 'a', 0o600)
    this.#bytes = fstatSync(handle).size
    this.#handle = handle
    return handle
  }

  #rotate(): void {
    const { file, keep } = this.#options
    this.close()
    this.#bytes = 0
    rmSync(`${file}.${keep}`, { force: true })
    for (let age = keep - 1; age >= 1; age -= 1) moveIfThere(`${file}.${age}`, `${file}.${age + 1}`)
    moveIfThere(file, `${file}.1`)
  }
}

function lineOf(nowMs: number, level: LogLevel, text: string, data: Record<string, unknown>): string {
  const at = new Date(nowMs).toISOString()
  const line = Object.keys(data).length > 0 ? { at, level, text, data } : { at, level, text }
  return `${withoutTokens(JSON.stringify(line, plain))}\n`
}

/** An error has no properties of its own that JSON would show. */
function plain(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString()
  return value instanceof Error ? { name: value.name, message: value.message, stack: value.stack } : value
}

function moveIfThere(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
}
