import { expect, test } from 'vitest'
import { EpochMs } from '../contracts/primitives.ts'
import { drawn, picturesBench, TERMINAL } from '../testkit/pictures-bench.ts'
import { tradeHistory, type HistoryPlan } from '../testkit/trade-history.ts'

const history = (change: Partial<HistoryPlan>) => [...tradeHistory(change)].map(({ event }) => event)
const EQUITY = { kind: 'equityPicture', account: 'simulated', currency: 'USD' } as const

test('results are added up trade by trade, in R and in money', async () => {
  const events = history({ trades: 120, account: 'simulated' })
  const trades = events.flatMap(event => (event.kind === 'tradeClosed' ? [event.trade] : []))
  const { facts } = drawn(await picturesBench({ events }).desk.equity(EQUITY))

  expect(facts).toMatchObject({
    n: 120,
    scope: 'trades',
    currency: 'USD',
    netCents: trades.reduce((sum, { netCents }) => sum + netCents, 0),
  })
  expect(facts.sumR).toBeCloseTo(trades.reduce((sum, { r }) => sum + r, 0))
  expect(facts.points.at(-1)).toMatchObject({ n: 120, netCents: facts.netCents })
  expect(facts.points[0]).toEqual({ n: 0, r: 0, depthR: 0, netCents: 0 })
})

test('kinds of money and practice are apart, and one result is no curve', async () => {
  const events = [
    ...history({ trades: 30 }),
    ...history({ trades: 5, account: 'simulated', drill: true, seed: 3 }),
  ]
  const { desk, record } = picturesBench({ events })

  expect(drawn(await desk.equity(EQUITY)).facts).toMatchObject({
    n: 5,
    scope: 'drills',
    account: 'simulated',
  })
  expect(await desk.equity({ ...EQUITY, account: 'live' })).toEqual({
    is: 'nothing',
    text: 'Fewer than two trades of this kind of money are closed: that is no curve yet.',
  })
  record.stop()
  expect(await desk.equity(EQUITY)).toBeNull()
})

test('money of several accounts is not added together', async () => {
  const relinked = { kind: 'terminalLinked', atMs: EpochMs.parse(1), terminal: TERMINAL, session: 'two', broker: 'C', server: 'S', account: 'simulated', loginHash: 'another' } as const // prettier-ignore
  const [first, ...rest] = history({ trades: 6, account: 'simulated' })
  if (!first) throw new Error('no history')
  const [before, after] = [rest.slice(0, 12), rest.slice(12)]
  const { facts } = drawn(
    await picturesBench({ events: [first, ...before, relinked, ...after] }).desk.equity(EQUITY),
  )
  expect(facts).toMatchObject({ netCents: null, currency: null, n: 6 })
})
