import { expect, test } from 'vitest'
import { DeskSettings } from '../../contracts/settings.ts'
import type { EpochMs } from '../../contracts/index.ts'
import { DESK, DeskHarness } from '../../testkit/desk-harness.ts'

/** In New York it is 15:59 on a Friday. */
const BEFORE = Date.UTC(2026, 0, 9, 20, 59)
const MINUTE_MS = 60_000

function onFriday(flatByWeekend: boolean, desk = new DeskHarness()) {
  desk.link()
  const settings = DeskSettings.parse({ prop: { flatByWeekend } })
  desk.engine.command({ kind: 'setSettings', id: desk.ids.next(desk.nowMs()), origin: 'window', settings })
  const ours = { position: '777', symbol: 'EURUSD', side: 'buy', lots: '1.00', open: '1.10000', stop: '1.09000', target: null, profit: 0, swap: 0, openMs: 1, magic: 777_001, id: null } // prettier-ignore
  const stranger = { ...ours, position: '778', magic: 5 }
  desk.tell({ type: 'positions', body: { positions: [ours, stranger] as never } })
  const at = (marketMs: number) => {
    const well = { autoTrading: true, tradeAllowed: true, brokerConnected: true }
    desk.tell({
      type: 'beat',
      body: { marketMs: marketMs as EpochMs, pingMs: 1, queued: 0, unacked: 0, ...well },
    })
    desk.wait(100)
  }
  const closed = () => desk.events('closeRequested').map(({ position, origin }) => `${position} ${origin}`)
  return { desk, at, closed }
}

test('a firm that wants it flat has every position of ours closed before the week ends, with the reason on record', () => {
  const { desk, at, closed } = onFriday(true)
  at(BEFORE)
  expect(closed()).toEqual([])
  at(BEFORE + 2 * MINUTE_MS)
  expect(closed()).toEqual(['777 prop.flatByWeekend'])
  expect(desk.sent.at(-1)).toMatchObject({ type: 'close', body: { position: '777', lots: null } })
  expect(desk.feed.snapshot().notices[0]?.text).toContain('because the week ends')
})

test('a close before the weekend that is refused is tried again, and never while its answer is awaited', () => {
  const { desk, at, closed } = onFriday(true)
  at(BEFORE + 2 * MINUTE_MS)
  desk.wait(5_000)
  expect(closed()).toHaveLength(1)
  desk.deliver()
  expect(desk.events('closeAnswered')).toMatchObject([{ is: 'rejected' }])
  desk.wait(5_000)
  expect(closed()).toHaveLength(1)
  desk.wait(10_000)
  expect(closed()).toHaveLength(2)
})

test('nobody else’s positions go before the weekend', () => {
  const { desk, at, closed } = onFriday(false)
  at(BEFORE + 2 * MINUTE_MS)
  expect(closed()).toEqual([])
  expect(desk.engine.desk.terminals.get(DESK)?.positions).toHaveLength(2)
})

test('a terminal whose clock runs ahead has nothing closed on another day, before its first price and after it', () => {
  const { desk, at, closed } = onFriday(true, new DeskHarness({ hello: { kind: 'demo' } }))
  at(BEFORE + 2 * MINUTE_MS)
  expect(closed()).toEqual([])
  desk.play(1, () => 110_000)
  at(desk.nowMs())
  expect(desk.engine.desk.terminals.get(DESK)?.marketMs).toBe(BEFORE + 2 * MINUTE_MS)
  expect(closed()).toEqual([])
})
