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
const PEERS = (Object.keys(CONTENDERS) as Name[]).filter(name => name !== 'ours')

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
function differences(peer: Name, kind: Kind, { high, low, close }: MadeBars): Float64Array {
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

function agreement(peer: Name, kind: Kind, market: MadeBars): Figure[] {
  const worst = differences(peer, kind, market)
  const alike = LINES.filter((_, line) => (worst[line] as number) <= 1e-6)
  const apart = LINES.filter((_, line) => (worst[line] as number) > 1e-6)
  const greatest = Math.max(...alike.map(line => worst[LINES.indexOf(line)] as number))
  const name = `${peer}, ${kind}: `
  return [
    { name: `${name}lines alike`, value: alike.length, unit: `of ${LINES.length}` },
    { name: `${name}greatest difference of those`, value: greatest, unit: 'of value' },
    ...apart.map(line => ({
      name: `${name}${line} differs by`,
      value: worst[LINES.indexOf(line)] as number,
      unit: 'of value',
    })),
  ]
}

export function tenIndicators(): Figure[] {
  const markets = Array.from({ length: SYMBOLS }, (_, symbol) => madeBars(BARS, symbol + 1))
  const first = markets[0] as MadeBars
  const alike = PEERS.flatMap(peer => [
    ...agreement(peer, 'commit', first),
    ...('preview' in CONTENDERS[peer].prototype ? agreement(peer, 'preview', first) : []),
  ])
  const fields = Object.fromEntries(
    Object.keys(CONTENDERS).map(name => [name, new Field(name as Name, markets)]),
  ) as Record<Name, Field>
  for (const field of Object.values(fields)) {
    field.commit(WARM_UP)
    field.preview(WARM_UP)
  }
  const timed = (kind: Kind, names: readonly Name[]) =>
    medianTimes(ROUNDS, Object.fromEntries(names.map(name => [name, () => fields[name][kind](UPDATES)])))
  const previewed = timed('preview', ['ours', '@debut/indicators', 'trading-signals'])
  const committed = timed('commit', ['ours', ...PEERS])
  return [...alike, ...speeds('committed', committed, 0.5), ...speeds('previewed', previewed, 1)]
}

function speeds(how: string, times: Record<string, number>, bound: number): Figure[] {
  const ours = times['ours'] as number
  return [
    ...Object.entries(times).map(([name, ms]) => ({
      name: `ten indicators ${how}, ${name}`,
      value: (ms / UPDATES) * 1e6,
      unit: 'ns/update',
    })),
    {
      name: `ten indicators ${how}, ours ÷ @debut/indicators`,
      value: ours / (times['@debut/indicators'] as number),
      unit: '×',
      bound: { atMost: bound },
    },
  ]
}
