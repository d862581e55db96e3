import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { parseLine, TerminalGone, VerbRefused, type TerminalLine } from './lines.ts'
import { hostWords, type HostOptions } from './virtual-terminal.ts'

export interface RealOptions extends HostOptions {
  /** The terminal's MQL5/Files. */
  readonly files: string
  /** The folder of all terminals; default: Common beside `files`. */
  readonly common?: string
  /** Where the trade server's state outlives the process. */
  readonly server?: string
}

export interface Ending {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

interface Waiting {
  readonly line: number
  readonly lines: TerminalLine[]
  readonly resolve: (lines: TerminalLine[]) => void
  readonly reject: (error: Error) => void
}

type Listener = (line: TerminalLine) => void

/** A terminal on the real clock with real sockets and files, in a process that may be killed at any time. */
export class RealTerminal {
  readonly #child: ChildProcess
  #waiting: readonly Waiting[] = []
  #sent = 0
  readonly #listeners = new Set<Listener>()
  readonly ended: Promise<Ending>

  constructor(binary: string, options: RealOptions) {
    const words = ['--real', '--files', options.files, ...hostWords(options)]
    if (options.common !== undefined) words.push('--common', options.common)
    if (options.server !== undefined) words.push('--server', options.server)
    this.#child = spawn(binary, words, { stdio: ['pipe', 'pipe', 'inherit'] })
    // Writing to a process that was killed is answered by its end, not by an exception out of nowhere.
    this.#child.stdin?.on('error', () => undefined)
    const output = this.#child.stdout
    if (output !== null) createInterface({ input: output }).on('line', text => this.#take(text))
    this.ended = new Promise(resolve => {
      this.#child.once('error', () => resolve({ code: null, signal: null }))
      this.#child.once('close', (code, signal) => resolve({ code, signal }))
    })
    void this.ended.then(() => this.#rejectAll())
  }

  get pid(): number | undefined {
    return this.#child.pid
  }

  /** Resolves when the host has done the line, with everything it wrote since the line was sent. */
  run(line: string): Promise<TerminalLine[]> {
    return new Promise((resolve, reject) => {
      if (this.#child.exitCode !== null || this.#child.signalCode !== null) {
        reject(new TerminalGone([]))
        return
      }
      this.#sent++
      this.#waiting = [...this.#waiting, { line: this.#sent, lines: [], resolve, reject }]
      this.#child.stdin?.write(`${line}\n`)
    })
  }

  /** Calls the listener for every line, asked for or not. Returns how to stop. */
  onLine(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The first line from now on that fits. */
  waitFor(fits: (line: TerminalLine) => boolean, timeoutMs: number): Promise<TerminalLine> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        stop()
        reject(new Error(`no such line within ${timeoutMs} ms`))
      }, timeoutMs)
      const stop = this.onLine(line => {
        if (!fits(line)) return
        clearTimeout(late)
        stop()
        resolve(line)
      })
    })
  }

  /** kill -9. */
  kill(): Promise<Ending> {
    this.#child.kill('SIGKILL')
    return this.ended
  }

  /** Ends the program and the process in an orderly way. */
  async quit(): Promise<Ending> {
    await this.run('quit')
    this.#child.stdin?.end()
    return this.ended
  }

  #take(text: string): void {
    const line = parseLine(text)
    // A line that may run while the program sleeps overtakes the one that made it sleep.
    const done = this.#waiting.find(waiting => waiting.line === line['line'])
    if (done !== undefined && typeof line['done'] === 'string') {
      this.#waiting = this.#waiting.filter(waiting => waiting !== done)
      this.#finish(done, line)
    } else {
      for (const waiting of this.#waiting) waiting.lines.push(line)
    }
    for (const listener of this.#listeners) listener(line)
  }

  #finish(waiting: Waiting, done: TerminalLine): void {
    const refused = waiting.lines.find(line => line['refused'] !== undefined)
    if (done['ok'] === true || refused === undefined) waiting.resolve(waiting.lines)
    else waiting.reject(new VerbRefused(String(refused['refused']), String(refused['why'])))
  }

  #rejectAll(): void {
    const left = this.#waiting
    this.#waiting = []
    for (const waiting of left) waiting.reject(new TerminalGone(waiting.lines))
  }
}
