import { expect, test } from 'vitest'
import { brokerAtNoon, cancelOf, EURUSD, fireOf, idOf, IN_TIME, NOON, placeOf, setupOf } from '../testkit/sim-broker.ts' // prettier-ignore
import { withOrderLog, type BrokerLogLine } from './order-log.ts'

function logged() {
  const lines: BrokerLogLine[] = []
  const broker = withOrderLog(brokerAtNoon(), setupOf(), line => lines.push(line))
  lines.length = 0
  return { broker, lines, kinds: () => lines.map(({ at }) => at) }
}

test('an order that waits is in the log as it came, and in the book after it', () => {
  const { broker, lines, kinds } = logged()
  broker.place(placeOf(1), IN_TIME)
  expect(kinds()).toEqual(['command', 'book'])
  expect(lines[0]).toMatchObject({
    what: 'place',
    command: placeOf(1),
    verdict: { is: 'placed' },
    repeat: false,
  })
  expect(lines[1]).toMatchObject({ positions: [], orders: [{ id: idOf(1), price: '1.09960' }] })
})

test('its fill is a word about it, a deal, and a book without it', () => {
  const { broker, lines, kinds } = logged()
  broker.place(placeOf(1), IN_TIME)
  lines.length = 0
  broker.onTick(EURUSD.symbol, NOON + 1_000, EURUSD.bid - 50, EURUSD.ask - 50)
  expect(kinds()).toEqual(['word', 'deal', 'book'])
  expect(lines[0]).toEqual({ at: 'word', marketMs: NOON + 1_000, about: idOf(1), is: 'accepted' })
  expect(lines[2]).toMatchObject({ positions: [{ id: idOf(1) }], orders: [] })
})

test('a cancel is told by its own verdict, not by that of the order', () => {
  const { broker, lines, kinds } = logged()
  broker.place(placeOf(1), IN_TIME)
  lines.length = 0
  broker.cancel(cancelOf(2, 1), NOON)
  expect(kinds()).toEqual(['command', 'word', 'book'])
  expect(lines[0]).toMatchObject({ what: 'cancel', command: { order: idOf(1) }, verdict: { is: 'accepted' } })
  expect(lines[1]).toMatchObject({ about: idOf(1), is: 'cancelled' })
})

test('a command that came twice is marked as a repeat', () => {
  const { broker, lines } = logged()
  broker.fire(fireOf(1), IN_TIME)
  broker.fire(fireOf(1), IN_TIME)
  const commands = lines.flatMap(line => (line.at === 'command' ? [line.repeat] : []))
  expect(commands).toEqual([false, true])
})

test('a broker that goes on from before is logged with the prices of before', () => {
  const { broker, lines } = logged()
  broker.fire(fireOf(1), IN_TIME)
  expect(lines[0]).toMatchObject({ verdict: { is: 'accepted' } })
  const { quotes } = lines[0] as Extract<BrokerLogLine, { at: 'command' }>
  expect(quotes[EURUSD.symbol]).toMatchObject({ bid: EURUSD.bid, ask: EURUSD.ask })
})
