import { closeSync, readSync, writeSync } from 'node:fs'
import { commands, type CrashOptions, type Death } from './commands.ts'
import { parseLine, TerminalGone, throwIfRefused, type TerminalLine } from './lines.ts'
import { spawnWithSynchronousPipes, type PipedProcess } from './synchronous-pipes.ts'

export interface HostOptions {
  readonly seed?: number
  /** How SocketIsReadable answers for an empty buffer. Default `ideal`: 0. */
  readonly socket?: 'ideal' | 'speculative'
  /** The shortest timer period that the terminal manages. Default 16 ms. */
  readonly timerFloorMs?: number
}

export function hostWords(options: HostOptions): string[] {
  const words: string[] = []
  if (options.seed !== undefined) words.push('--seed', String(options.seed))
  if (options.socket !== undefined) words.push('--socket', options.socket)
  if (options.timerFloorMs !== undefined) words.push('--timer-floor', String(options.timerFloorMs))
  return words
}

const READ_BYTES = 1 << 20

/**
 * A terminal on a virtual clock in a process of its own, driven step by step: every command returns when the
 * host has done it, and nothing happens between two. One process serves any number of runs, parted by `wipe`.
 */
export class VirtualTerminal {
  readonly #process: PipedProcess
  readonly #buffer = Buffer.allocUnsafe(READ_BYTES)
  #gone = false
  /** Resolves with the exit code when the process has ended; null after a signal. */
  readonly exited: Promise<number | null>

  constructor(binary: string, options: HostOptions = {}) {
    this.#process = spawnWithSynchronousPipes(binary, ['--virtual', ...hostWords(options)])
    const { child } = this.#process
    this.exited = new Promise((resolve, reject) => {
      child.once('exit', resolve)
      child.once('error', reject)
    })
    // Whoever starts a binary that is not there hears of it by the first command.
    this.exited.catch(() => undefined)
  }

  get pid(): number | undefined {
    return this.#process.child.pid
  }

  /** Runs lines in order and returns exactly what the host wrote, the `done` lines included. */
  exchange(lines: readonly string[]): string {
    if (this.#gone) throw new TerminalGone([])
    this.#write(`${lines.join('\n')}\n`)
    return this.#readUntilDone(lines.length)
  }

  /** Runs lines in order. Throws VerbRefused when one could not be done; the others were. */
  run(...lines: string[]): TerminalLine[] {
    const parsed = this.exchange(lines).trimEnd().split('\n').map(parseLine)
    throwIfRefused(parsed)
    return parsed.filter(line => line['done'] === undefined)
  }

  init(): TerminalLine[] {
    return this.run('init')
  }

  input(name: string, value: string): void {
    this.run(commands.input(name, value))
  }

  /** Lets virtual time pass: timers, delayed bytes and delayed executions come due on the way. */
  advance(ms: number): TerminalLine[] {
    return this.run(`advance ${ms}`)
  }

  crash(options: CrashOptions = {}): TerminalLine[] {
    return this.run(commands.crash(options))
  }

  /** The program dies at a step that it is going to take. */
  die(death: Death): void {
    this.run(commands.die(death))
  }

  deinit(reason: number): TerminalLine[] {
    return this.run(`deinit ${reason}`)
  }

  /** Everything as the process began: program, files, connections, clocks, trade server. The seed may be new. */
  wipe(seed?: number): void {
    this.run(seed === undefined ? 'wipe' : `wipe ${seed}`)
  }

  /** The content of a file as the disk has it, or null. `common:NAME` is in the folder of all terminals. */
  file(name: string): Buffer | null {
    const bytes = this.run(`file get ${name}`)[0]?.['bytes']
    return typeof bytes === 'string' ? Buffer.from(bytes, 'hex') : null
  }

  /** Ends the process in an orderly way. */
  close(): void {
    if (this.#gone) return
    this.exchange(['quit'])
    this.#leave()
  }

  #write(text: string): void {
    const bytes = Buffer.from(text)
    try {
      for (let done = 0; done < bytes.length;) done += writeSync(this.#process.writeFd, bytes, done)
    } catch {
      this.#leave()
      throw new TerminalGone([])
    }
  }

  #readUntilDone(count: number): string {
    const parts: string[] = []
    let open = count
    let tail = ''
    while (open > 0) {
      const size = readSync(this.#process.readFd, this.#buffer, 0, READ_BYTES, null)
      if (size === 0) return this.#ended(parts.join(''))
      const part = this.#buffer.toString('latin1', 0, size)
      parts.push(part)
      tail += part
      const end = tail.lastIndexOf('\n')
      for (let at = 0; at < end; at = tail.indexOf('\n', at) + 1) {
        if (tail.startsWith('{"done":', at)) open--
      }
      tail = tail.slice(end + 1)
    }
    return Buffer.from(parts.join(''), 'latin1').toString('utf8')
  }

  #ended(text: string): never {
    this.#leave()
    const whole = Buffer.from(text, 'latin1').toString('utf8').split('\n')
    throw new TerminalGone(whole.slice(0, -1).map(parseLine))
  }

  #leave(): void {
    this.#gone = true
    closeSync(this.#process.writeFd)
    closeSync(this.#process.readFd)
  }
}
