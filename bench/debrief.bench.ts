/** What a debrief of years costs: `npm run bench -- debrief [--json]`. */
import type { DebriefQuery } from '../engine/contracts/debrief.ts'
import { debriefOf } from '../engine/domain/debrief/debrief.ts'
import { DebriefBook } from '../engine/domain/debrief/debrief-book.ts'
import { blockBootstrap, drawnSum } from '../engine/domain/statistics/block-bootstrap.ts'
import { blocksOf, blockSizes, blockSums } from '../engine/domain/statistics/blocks.ts'
import { seeded } from '../engine/domain/statistics/seeded.ts'
import { tradeHistory } from '../engine/testkit/trade-history.ts'
import { quantile, report } from './lib/figures.ts'

const TRADES = 100_000
const ROUNDS = 15

const ALL: DebriefQuery = {
  kind: 'debrief',
  account: 'demo',
  scope: null,
  filter: { fromMs: null, toMs: null, keys: {} },
  trials: null,
}
const LONDON_SHORTS: DebriefQuery = {
  ...ALL,
  filter: { ...ALL.filter, keys: { session: ['LONDON'], side: ['sell'] } },
}

const history = [...tradeHistory({ trades: TRADES, aDay: 25 })]
const book = new DebriefBook()
const takes = history.map(stored => {
  const started = performance.now()
  book.take(stored)
  return performance.now() - started
})

function medianMs(work: () => unknown): number {
  work()
  const times = Array.from({ length: ROUNDS }, () => {
    const started = performance.now()
    work()
    return performance.now() - started
  })
  return quantile(times, 0.5)
}

const { r, day } = book.account('demo').trades.numbers
/** One interval of one figure, as it is drawn where nothing is shared: a debrief has some two hundred and fifty of them. */
function oneInterval(): unknown {
  const blocks = blocksOf(day.values)
  const [sums, sizes] = [blockSums(r.values, blocks), blockSizes(blocks)]
  const how = { draws: 1_000, random: seeded(1) }
  return blockBootstrap(blocks, drawn => drawnSum(sums, drawn) / drawnSum(sizes, drawn), how)
}

const page = medianMs(() => debriefOf(book, ALL))
const floor = medianMs(() => r.values.toSorted())
const name = TRADES.toLocaleString('en')
report('debrief', [
  { name: `${name} trades: the whole page`, value: page, unit: 'ms', bound: { atMost: 200 } },
  { name: `${name} trades: shorts of London only`, value: medianMs(() => debriefOf(book, LONDON_SHORTS)), unit: 'ms', bound: { atMost: 200 } },
  { name: 'floor: the same results sorted once', value: floor, unit: 'ms' },
  { name: 'the page in floors', value: page / floor, unit: '×' },
  { name: 'one single interval drawn by itself', value: medianMs(oneInterval), unit: 'ms' },
  { name: 'one event taken in, median', value: quantile(takes, 0.5), unit: 'ms' },
  { name: 'one event taken in, p99.9', value: quantile(takes, 0.999), unit: 'ms', bound: { atMost: 0.1 } },
]) // prettier-ignore
