/** The whole Expert Advisor on a virtual clock: it hears and speaks by files, and the broker is the simulated one. */
import { buildEa } from '../../ea/host/build/index.ts'
import { commands } from '../../ea/host/driver/commands.ts'
import type { TerminalLine } from '../../ea/host/driver/lines.ts'
import { VirtualTerminal } from '../../ea/host/driver/virtual-terminal.ts'
import { EpochMs, TerminalId } from '../../engine/contracts/primitives.ts'
import { Verdict, type FileStatus } from '../../engine/contracts/wire/index.ts'
import {
  decodeFile,
  decodeStatus,
  encodeFile,
  formatPairingKey,
  newPairingKey,
} from '../../engine/wire/index.ts'
import { idOf, NOON } from './desk-bench.ts'

const KEY = newPairingKey()
export const ACCOUNT =
  'account balance=10000 currency=USD leverage=100 login=12345678 server=Example-Demo company=Example'

export async function programBinary(): Promise<string> {
  const build = await buildEa({ program: 'ea/Experts/BITTENBridge.mq5', variant: 'release' })
  if (!build.ok) throw new Error(build.errors.join('\n'))
  return build.binary
}

type Inputs = Readonly<Record<string, string | number>>

export class FileBench {
  readonly terminal: VirtualTerminal
  #uuid = TerminalId.parse('none')

  constructor(binary: string) {
    this.terminal = new VirtualTerminal(binary)
  }

  /** A new disk and a new trade server; the program does not run yet. */
  wipe(...lines: readonly string[]): this {
    this.terminal.wipe()
    this.terminal.run(
      `clock set ${NOON}`,
      'zone server 0 none',
      ACCOUNT,
      'symbol EURUSD',
      'chart EURUSD',
      ...lines,
    )
    this.quote()
    return this
  }

  /** The program's first seconds; `quoted` false: no price comes in them. */
  begin(inputs: Inputs = {}, quoted = true): this {
    const all = { InpPairingKey: formatPairingKey(KEY), InpRoad: 1, InpSettleSeconds: 5, ...inputs }
    this.terminal.run(...Object.entries(all).map(([name, value]) => `input ${name} ${value}`))
    this.terminal.init()
    if (quoted) this.pass(8_000)
    else this.terminal.advance(8_000)
    const [, name = 'none'] =
      this.files()
        .find(file => file.endsWith('/uuid.txt'))
        ?.split('/') ?? []
    this.#uuid = TerminalId.parse(name)
    return this
  }

  quote(): TerminalLine[] {
    return this.terminal.run('tick EURUSD 1.10000 1.10010')
  }

  /** An open market: a quote four times a second. */
  pass(ms: number): TerminalLine[] {
    const lines: TerminalLine[] = []
    for (let at = 0; at < ms; at += 250) lines.push(...this.quote(), ...this.terminal.advance(250))
    return lines
  }

  files(): readonly string[] {
    const listed = this.terminal.run('file list')[0]?.['files'] as { name: string }[]
    return listed.map(({ name }) => name)
  }

  /** A command or a question of the app. */
  put(type: 'fire' | 'close' | 'flatten' | 'sync', body: object): void {
    const header = { t: type, uuid: this.#uuid, ms: this.#nowMs() }
    const name = type === 'sync' ? 'ask.txt' : 'fire.txt'
    this.terminal.run(
      commands.putFile(this.#inFolder(name), encodeFile(header, Buffer.from(JSON.stringify(body)), KEY)),
    )
  }

  verdictOf(n: number): Verdict | null {
    const body = this.#bodyOf(`trade_result_${idOf(n)}.txt`)
    return body && Verdict.parse(JSON.parse(Buffer.from(body).toString('utf8')))
  }

  status(): FileStatus {
    const read = decodeStatus(this.#bodyOf('status.txt') ?? new Uint8Array())
    if (read.is !== 'status') throw new Error(read.text)
    return read.status
  }

  #inFolder(name: string): string {
    return `BITTEN\\${this.#uuid}\\${name}`
  }

  #nowMs(): EpochMs {
    const state = this.terminal.run('state account')[0]?.['state'] as { account: { timeMs: number } }
    return EpochMs.parse(state.account.timeMs)
  }

  #bodyOf(name: string): Uint8Array | null {
    const bytes = this.terminal.file(this.#inFolder(name))
    if (bytes === null) return null
    const file = decodeFile(bytes, KEY)
    if (file.is !== 'file') throw new Error(`${name} is ${file.is}`)
    return file.body
  }
}
