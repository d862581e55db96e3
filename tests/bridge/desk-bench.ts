/** The order desk of the EA without a link, on a virtual clock against the simulated trade server. */
import path from 'node:path'
import { buildEa } from '../../ea/host/build/index.ts'
import { commands } from '../../ea/host/driver/commands.ts'
import { textsOf, type TerminalLine } from '../../ea/host/driver/lines.ts'
import { VirtualTerminal } from '../../ea/host/driver/virtual-terminal.ts'
import { Deal, Verdict } from '../../engine/contracts/wire/index.ts'

/** Monday 5 January 2026, 12:00 UTC; the trade server keeps UTC. */
export const NOON = Date.UTC(2026, 0, 5, 12)
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
export const JOURNAL = 'BITTEN\\bench\\journal.txt'

function base32(value: number, digits: number): string {
  let text = ''
  for (let rest = value; text.length < digits; rest = Math.floor(rest / 32))
    text = (ALPHABET[rest % 32] ?? '0') + text
  return text
}

/** The id of a command that was made at noon. */
export const idOf = (n: number): string => base32(NOON, 10) + base32(7, 10) + base32(n, 6)
/** The magic number that it trades under: its last 30 bits, as nine digits behind the family. */
export const magicOf = (n: number): number => 777_001_000_000_000 + n

export async function benchBinary(): Promise<string> {
  const build = await buildEa({
    program: path.join(import.meta.dirname, 'programs/DeskBench.mq5'),
    variant: 'release',
  })
  if (!build.ok) throw new Error(`the desk bench does not build:\n${build.errors.join('\n')}`)
  return build.binary
}

/** A buy of 0.10 lots of EURUSD at 1.10010 with 20 pips of stop and 40 of target. */
export const fireBody = (n: number, over: Readonly<Record<string, unknown>> = {}) => ({
  id: idOf(n),
  symbol: 'EURUSD',
  side: 'buy',
  lots: '0.10',
  price: '1.10010',
  stop: '1.09800',
  target: '1.10400',
  deviation: 10,
  maxSpread: 30,
  ttlMs: 5_000,
  magic: 777_001,
  comment: `BITTEN ${idOf(n).slice(-12)}`,
  ...over,
})

type Said = Readonly<{ type: string; repeat: boolean; body: unknown }>
type ServerPosition = Readonly<{
  ticket: number
  side: 'buy' | 'sell'
  lots: number
  open: number
  stop: number
  target: number
  magic: number
}>
type ServerDeal = Readonly<{ ticket: number; entry: string; position: number; magic: number; lots: number }>

function parseSaid(text: string): Said {
  const [type = '', repeat, ...rest] = text.split(' ')
  return { type, repeat: repeat === '1', body: JSON.parse(rest.join(' ')) as unknown }
}

export class DeskBench {
  readonly terminal: VirtualTerminal

  constructor(binary: string) {
    this.terminal = new VirtualTerminal(binary)
  }

  /** A new trade server with EURUSD and USDJPY, a new disk, and the first life of the program. */
  start(...lines: readonly string[]): this {
    this.terminal.wipe()
    this.terminal.run(
      `clock set ${NOON}`,
      'zone server 0 none',
      'account balance=10000 currency=USD leverage=100',
      'symbol EURUSD',
      'symbol USDJPY',
      ...lines,
    )
    this.quote()
    this.terminal.init()
    this.advance(100)
    return this
  }

  quote(bid = 1.1, ask = bid + 0.0001): TerminalLine[] {
    return this.terminal.run(`tick EURUSD ${bid.toFixed(5)} ${ask.toFixed(5)}`, 'tick USDJPY 150.000 150.010')
  }

  advance(ms: number): TerminalLine[] {
    return this.terminal.advance(ms)
  }

  /** The program starts again: after a crash, or in the terminal's good order. */
  restart(bid = 1.1): TerminalLine[] {
    this.terminal.init()
    this.quote(bid)
    return this.advance(100)
  }

  say(type: string, body: unknown, sentMs = this.nowMs()): TerminalLine[] {
    return this.tell(`${type} ${typeof body === 'string' ? body : JSON.stringify(body)}`, sentMs)
  }

  tell(text: string, sentMs = 0): TerminalLine[] {
    return this.terminal.run(commands.chartEvent(1_000, sentMs, 0, text))
  }

  fire(n: number, over: Readonly<Record<string, unknown>> = {}): TerminalLine[] {
    return this.say('fire', fireBody(n, over))
  }

  /** The program's computer, to the second: that is what the bench's clock reads. */
  nowMs(): number {
    const time = this.#state('account')['timeMs']
    return Math.floor(Number(time) / 1_000) * 1_000
  }

  positions(): readonly ServerPosition[] {
    return this.#state('')['positions'] as readonly ServerPosition[]
  }

  deals(): readonly ServerDeal[] {
    const deals = this.#state('')['deals'] as readonly ServerDeal[]
    return deals.filter(deal => deal.position > 0)
  }

  journal(): string {
    return this.terminal.file(JOURNAL)?.toString('utf8') ?? ''
  }

  writeJournal(text: string | Uint8Array): void {
    this.terminal.run(commands.putFile(JOURNAL, typeof text === 'string' ? Buffer.from(text) : text))
  }

  #state(part: string): Readonly<Record<string, unknown>> {
    const line = this.terminal.run(`state ${part}`.trim())[0]
    const state = line?.['state'] as Readonly<Record<string, Readonly<Record<string, unknown>>>>
    return part === '' ? state : (state[part] ?? {})
  }
}

export function said(lines: readonly TerminalLine[]): readonly Said[] {
  return textsOf(lines, 'print')
    .filter(text => text.startsWith('said '))
    .map(text => parseSaid(text.slice(5)))
}

/** Every verdict that was told, checked against the contract. */
export const verdicts = (lines: readonly TerminalLine[]): readonly Verdict[] =>
  said(lines)
    .filter(({ type }) => type === 'verdict')
    .map(({ body }) => Verdict.parse(body))

/** Every deal that was told, checked against the contract. */
export const deals = (lines: readonly TerminalLine[]): readonly Deal[] =>
  said(lines)
    .filter(({ type }) => type === 'deal')
    .map(({ body }) => Deal.parse(body))

export const printed = (lines: readonly TerminalLine[], start: string): readonly string[] =>
  textsOf(lines, 'print')
    .filter(text => text.startsWith(start))
    .map(text => text.slice(start.length).trim())
