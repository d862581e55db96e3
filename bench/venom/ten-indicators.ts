/**
 * One update of ten indicators, 15 symbols in turn: at a bar's close and for a forming bar, beside three npm libraries on the
 * same bars. Before anything is timed, every line of every library is compared with ours after the seeds have faded.
 */
import type { Figure } from '../lib/figures.ts'
import { medianTimes } from '../lib/rounds.ts'
import { LINES, type Answers, type TenIndicators } from './contenders/contender.ts'
import { DebutTen } from './contenders/debut.ts'
import { OurTen } from './contenders/ours.ts'
import { TechnicalIndicatorsNine } from './contenders/technicalindicators.ts'
import { TradingSignalsTen } from './contenders/trading-signals.ts'
import { madeBars, type MadeBars } from './made-bars.ts'

const SYMBOLS = 15
const BARS = 4_096
const FADED = 2_000
/** Until the compiler has settled. */
const WARM_UP = 60_000
/** Short rounds, and many: most of them pass without the machine doing something else. */
const UPDATES = 3_000
const ROUNDS = 101

const CONTENDERS = {
  ours: OurTen,
  '@debut/indicators': DebutTen,
  'trading-signals': TradingSignalsTen,
  technicalindicators: TechnicalIndicatorsNine,
} satisfies Record<string, new () => TenIndicators>
type Name = keyof typeof CONTENDERS
type Peer = Exclude<Name, 'ours'>
const PEERS = (Object.keys(CONTENDERS) as Name[]).filter((name): name is Peer => name !== 'ours')

type Kind = 'commit' | 'preview'
const answers = (): Answers => new Float64Array(LINES.length).fill(Number.NaN)

/** Runs all symbols in turn, from where the last call left off. */
class Field {
  readonly #sets: TenIndicators[]
  readonly #markets: readonly MadeBars[]
  readonly #into = answers()
  #at = 0

  constructor(name: Name, markets: readonly MadeBars[]) {
    this.#markets = markets
    this.#sets = markets.map(() => new CONTENDERS[name]())
  }

  commit(updates: number): void {
    for (let k = 0; k < updates; k++, this.#at++) {
      const symbol = this.#at % SYMBOLS
      const bar = Math.floor(this.#at / SYMBOLS) % BARS
      const { high, low, close } = this.#markets[symbol] as MadeBars
      const set = this.#sets[symbol] as TenIndicators
      set.commit(high[bar] as number, low[bar] as number, close[bar] as number, this.#into)
    }
  }

  /** Prices of other bars stand for those that a forming bar goes through. */
  preview(updates: number): void {
    for (let k = 0; k < updates; k++) {
      const symbol = k % SYMBOLS
      const bar = (Math.floor(this.#at / SYMBOLS) + Math.floor(k / SYMBOLS)) % BARS
      const { high, low, close } = this.#markets[symbol] as MadeBars
      const set = this.#sets[symbol] as TenIndicators
      set.preview?.(high[bar] as number, low[bar] as number, close[bar] as number, this.#into)
    }
  }
}

/** Greatest difference of each line, relative to the line where it is above 1. NaN: the library has no such line. */
function differences(peer: Peer, kind: Kind, { high, low, close }: MadeBars): Float64Array {
  const [ours, theirs] = [new OurTen(), new CONTENDERS[peer]() as TenIndicators]
  const [mine, other] = [answers(), answers()]
  const worst = new Float64Array(LINES.length)
  for (let k = 0; k < BARS; k++) {
    const bar = [high[k] as number, low[k] as number, close[k] as number] as const
    if (kind === 'preview') {
      ours.preview(...bar, mine)
      theirs.preview?.(...bar, other)
    }
    ours.commit(...bar, kind === 'commit' ? mine : answers())
    theirs.commit(...bar, kind === 'commit' ? other : answers())
    if (k < FADED) continue
    for (let line = 0; line < LINES.length; line++) {
      const [a, b] = [mine[line] as number, other[line] as number]
      const difference = Math.abs(a - b) / Math.max(1, Math.abs(a))
      worst[line] = Math.max(worst[line] as number, difference)
    }
  }
  return worst
}

/** What is defined otherwise is said where each library is driven; anything more would be a fault, theirs or ours. */
const LEAST_ALIKE: Readonly<Record<Peer, Readonly<Record<Kind, number>>>> = {
  '@debut/indicators': { commit: 17, preview: 13 },
  'trading-signals': { commit: 14, preview: 14 },
  technicalindicators: { commit: 13, preview: 0 },
}

function agreement(peer: Peer, kind: Kind, market: MadeBars): Figure[] {
  const worst = differences(peer, kind, market)
  const alike = LINES.filter((_, line) => (worst[line] as number) <= 1e-6)
  const apart = LINES.filter((_, line) => (worst[line] as number) > 1e-6)
  const greatest = Math.max(...alike.map(line => worst[LINES.indexOf(line)] as number))
  const name = `${peer}, ${kind}: `
  return [
    {
      name: `${name}lines alike`,
      value: alike.length,
      unit: `of ${LINES.length}`,
      bound: { atLeast: LEAST_ALIKE[peer][kind] },
    },
    { name: `${name}greatest difference of those`, value: greatest, unit: 'of value' },
    ...apart.map(line => ({
      name: `${name}${line} differs by`,
      value: worst[LINES.indexOf(line)] as number,
      unit: 'of value',
    })),
  ]
}

/** Nanoseconds an update, of each in turn. */
function timed(kind: Kind, names: readonly Name[], markets: readonly MadeBars[]): Record<string, number> {
  const fields = names.map(name => [name, new Field(name, markets)] as const)
  for (const [, field] of fields) {
    field.commit(WARM_UP)
    field.preview(WARM_UP)
  }
  const runs = fields.map(([name, field]) => [name, () => field[kind](UPDATES)] as const)
  const times = Object.entries(medianTimes(ROUNDS, Object.fromEntries(runs)))
  return Object.fromEntries(times.map(([name, ms]) => [name, (ms / UPDATES) * 1e6]))
}

/** The judged pair runs by itself: what the others leave for the garbage collector would slow down whoever allocates. */
function speeds(kind: Kind, others: readonly Name[], bound: number, markets: readonly MadeBars[]): Figure[] {
  const pair = timed(kind, ['ours', '@debut/indicators'], markets)
  const all = { ...timed(kind, others, markets), ...pair }
  return [
    ...Object.entries(all).map(([name, ns]) => ({
      name: `ten indicators, ${kind}, ${name}`,
      value: ns,
      unit: 'ns/update',
    })),
    {
      name: `ten indicators, ${kind}, ours ÷ @debut/indicators`,
      value: (pair['ours'] as number) / (pair['@debut/indicators'] as number),
      unit: '×',
      bound: { atMost: bound },
    },
  ]
}

export function tenIndicators(): Figure[] {
  const markets = Array.from({ length: SYMBOLS }, (_, symbol) => madeBars(BARS, symbol + 1))
  const first = markets[0] as MadeBars
  return [
    ...PEERS.flatMap(peer => [
      ...agreement(peer, 'commit', first),
      ...('preview' in CONTENDERS[peer].prototype ? agreement(peer, 'preview', first) : []),
    ]),
    ...speeds('commit', ['trading-signals', 'technicalindicators'], 0.5, markets),
    ...speeds('preview', ['trading-signals'], 1, markets),
  ]
}
