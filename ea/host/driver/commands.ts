/** The verbs of the platform as lines of the control channel. See README.md for all of them. */

export interface CrashOptions {
  /** Whether other ends see a close: of a killed process they do, of a dead machine not. Default `close`. */
  readonly sockets?: 'close' | 'silent'
  /** What becomes of bytes that are not flushed. `tornBytes` keeps that many of each file. Default `lost`. */
  readonly files?: 'lost' | 'kept' | 'torn' | { readonly tornBytes: number }
  /** Global variables that the terminal has not saved. Default `lost`. */
  readonly globals?: 'lost' | 'kept'
}

export interface Death extends CrashOptions {
  /** `file.flush`, `socket.send` …; the verb `points` lists those a run has passed. Default `any`. */
  readonly step?: string
  readonly phase?: 'before' | 'after' | 'any'
  /** Counts from 1, beginning at this command. */
  readonly nth?: number
}

function crashWords(options: CrashOptions): string {
  const files = typeof options.files === 'object' ? `torn:${options.files.tornBytes}` : options.files
  return [
    options.sockets && ` sockets=${options.sockets}`,
    files && ` files=${files}`,
    options.globals && ` globals=${options.globals}`,
  ]
    .filter(word => word !== undefined)
    .join('')
}

function hex(bytes: Uint8Array): string {
  return bytes.length === 0 ? '-' : Buffer.from(bytes).toString('hex')
}

export const commands = {
  crash: (options: CrashOptions = {}): string => `crash${crashWords(options)}`,
  die: (death: Death = {}): string =>
    `die ${death.step ?? 'any'} ${death.phase ?? 'before'} ${death.nth ?? 1}${crashWords(death)}`,
  input: (name: string, value: string): string => `input ${name} ${value}`,
  chartEvent: (id: number, long: bigint | number, double: number, text: string): string =>
    `chartevent ${id} ${long} ${double} ${text}`,
  putFile: (name: string, bytes: Uint8Array): string => `file put ${name} ${hex(bytes)}`,
  appendFile: (name: string, bytes: Uint8Array): string => `file append ${name} ${hex(bytes)}`,
  netBytes: (connection: number, bytes: Uint8Array, afterMs = 0): string =>
    `net bytes ${connection} ${hex(bytes)} ${afterMs}`,
  /** What the next connections meet: taken, refused, or no answer at all. */
  netAnswer: (how: 'accept' | 'refuse' | 'silent', afterMs = 0): string => `net ${how} ${afterMs}`,
  /** What the other end of one connection does. `halfopen`: it is gone and nobody has told. */
  netDo: (connection: number, what: 'close' | 'reset' | 'halfopen'): string => `net ${what} ${connection}`,
  /** How many bytes are still taken before the pipe is full; -1 for no limit. */
  netWindow: (connection: number, bytes: number): string => `net window ${connection} ${bytes}`,
  /** How many bytes one SocketSend takes at most; -1 for no limit. */
  netSends: (connection: number, bytes: number): string => `net sends ${connection} ${bytes}`,
  diskFull: (bytesLeft = 0, told: 'at-once' | 'late' = 'at-once'): string =>
    `disk full${told === 'late' ? ' late' : ''} ${bytesLeft}`,
} as const
