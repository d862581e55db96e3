import { describe, expect, test } from 'vitest'
import { StoreFault } from '../../ports/index.ts'
import { DeskHarness, MINUTE } from '../../testkit/desk-harness.ts'

/** Sold at 110,400 with its stop above; before the end it goes 100 points against. */
function aTrade(options: ConstructorParameters<typeof DeskHarness>[0] = {}) {
  const desk = new DeskHarness(options)
  const { id } = desk.mission()
  desk.fire(id)
  desk.deliver()
  const [recorded] = desk.events('orderRecorded')
  if (!recorded) throw new Error('nothing was fired')
  return { desk, id, recorded, risk: recorded.stop - recorded.price }
}

describe('an excursion', () => {
  test('is measured with the end of its trade, before anything is paid for it: a short at the ask', () => {
    const { desk, id, recorded, risk } = aTrade()
    desk.play(2, () => 110_500).play(6, minute => 110_500 - minute * 120)
    const [excursion] = desk.events('excursionMeasured')
    expect(excursion).toMatchObject({ order: recorded.order, trace: id, account: 'simulated', by: 'ticks' })
    expect(excursion?.maeR).toBeCloseTo((110_506 - 110_400) / risk, 3)
    const kinds = desk.all().map(({ kind }) => kind)
    const closed = kinds.indexOf('tradeClosed')
    expect(kinds.slice(closed, closed + 3)).toEqual(['tradeClosed', 'excursionMeasured', 'xpAwarded'])
  })

  test('of a trade that reached its stop or its target holds that price', () => {
    const stopped = aTrade()
    stopped.desk.play(10, minute => 110_400 + 60 * minute)
    expect(stopped.desk.events('excursionMeasured')[0]?.maeR).toBeGreaterThanOrEqual(1)
    const won = aTrade()
    won.desk.play(10, minute => 110_400 - 100 * minute)
    expect(won.desk.events('excursionMeasured')[0]?.mfeR).toBeGreaterThanOrEqual(1.9)
  })

  test('is one of a position that was closed in parts', () => {
    const { desk } = aTrade()
    const [position] = desk.broker.positions().positions
    if (!position) throw new Error('nothing is open')
    const head = {
      kind: 'closePosition',
      origin: 'window',
      terminal: desk.events('orderRecorded')[0]?.terminal,
    } as const
    if (!head.terminal) throw new Error('no terminal')
    const half = { ...head, terminal: head.terminal, position: position.position, lots: '0.05' }
    desk.engine.command({ ...half, id: desk.ids.next(desk.nowMs()) })
    desk.deliver()
    expect(desk.events('excursionMeasured')).toEqual([])
    desk.play(10, minute => 110_400 - 100 * minute)
    expect(desk.events('excursionMeasured')).toHaveLength(1)
    expect(desk.events('tradeClosed')).toHaveLength(1)
  })

  test('never keeps the end of a trade from the ledger: minutes that cannot be read are left out', () => {
    const { desk } = aTrade()
    desk.crash()
    desk.engine.desk.ports.bars.read = () => {
      throw new StoreFault('CORRUPT', 'The market data is damaged')
    }
    desk.link().play(10, minute => 110_400 - 100 * minute)
    expect(desk.events('tradeClosed')).toHaveLength(1)
    expect(desk.events('excursionMeasured')).toMatchObject([{ by: 'bars' }])
  })

  test('survives a restart: what was not heard is read from the minutes that were kept', () => {
    const { desk, risk } = aTrade()
    desk.play(2, () => 110_500)
    const fromMs = desk.nowMs()
    desk.crash()
    desk.engine.desk.ports.bars.read = () => [
      {
        openMs: (fromMs - MINUTE) as never,
        open: 110_500,
        high: 110_520,
        low: 110_480,
        close: 110_500,
        ticks: 4,
        spread: 6,
      },
    ]
    desk.link().play(10, minute => 110_400 - 100 * minute)
    const [excursion] = desk.events('excursionMeasured')
    expect(excursion?.by).toBe('bars')
    expect(excursion?.maeR).toBeCloseTo((110_526 - 110_400) / risk, 3)
  })

  test('of a late part, which is a trade without XP, is told once with the first', () => {
    const { desk } = aTrade({ temper: { script: ['partial'] } })
    desk.play(12, minute => 110_400 - 100 * minute)
    const orders = desk.events('excursionMeasured').map(({ order }) => order)
    expect(new Set(orders).size).toBe(orders.length)
    expect(orders.length).toBe(1)
  })
})
