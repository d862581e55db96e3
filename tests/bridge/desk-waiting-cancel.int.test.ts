/** A cancel makes sure that an id can become no position any more, and says so only when that is certain. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { benchBinary, DeskBench, idOf, JOURNAL, verdicts } from './desk-bench.ts'
import { cancel, lastAbout, orders, place, sync, touch, wordsAbout } from './waiting-bench.ts'

let bench: DeskBench
beforeAll(async () => {
  bench = new DeskBench(await benchBinary())
}, 300_000)
afterAll(() => bench.terminal.close())

const begin = (...lines: readonly string[]): void => {
  bench.start(...lines)
  place(bench, 1)
  bench.advance(500)
}
const words = (lines: ReturnType<DeskBench['advance']>) =>
  verdicts(lines).map(({ id, is }) => [id === idOf(1) ? 'place' : 'cancel', is])

describe('a cancel', () => {
  test('removes what waits: first the word about the order, then its own', () => {
    begin()
    const told = [...cancel(bench, 2, 1), ...bench.advance(500)]
    expect(words(told)).toEqual([
      ['place', 'cancelled'],
      ['cancel', 'accepted'],
    ])
    expect(verdicts(told)[0]).toMatchObject({ price: null, lots: null, position: null })
    expect(orders(bench)).toEqual([])
    touch(bench)
    expect(bench.positions()).toEqual([])
  })

  test('says the same again, and removes nothing twice', () => {
    begin()
    cancel(bench, 2, 1)
    expect(words(cancel(bench, 2, 1))).toEqual([['cancel', 'accepted']])
    expect(words(cancel(bench, 3, 1))).toEqual([
      ['place', 'cancelled'],
      ['cancel', 'accepted'],
    ])
  })

  test('buries an id that was never seen, so that its place comes too late', () => {
    bench.start()
    expect(words(cancel(bench, 2, 1))).toEqual([
      ['place', 'buried'],
      ['cancel', 'accepted'],
    ])
    expect(words(place(bench, 1))).toEqual([['place', 'buried']])
    bench.advance(500)
    expect(orders(bench)).toEqual([])
  })

  test('of one that was never seen is denied when the journal cannot be written', () => {
    bench.start()
    bench.terminal.run('disk full')
    bench.fire(9)
    expect(words(cancel(bench, 2, 1))).toEqual([['cancel', 'denied']])
    bench.terminal.run('disk ok')
  })

  test('of one that waits goes on when the journal cannot be written', () => {
    begin()
    bench.terminal.run('disk full')
    cancel(bench, 2, 1)
    expect(orders(bench)).toEqual([])
    bench.terminal.run('disk ok')
    bench.advance(2_000)
    expect(lastAbout(sync(bench, 1, 2), 2)).toMatchObject({ is: 'accepted' })
  })

  test('of one that was denied, or has ended, is accepted', () => {
    bench.start()
    place(bench, 1, { price: '1.20000', stop: '1.19000', target: '1.21000' })
    expect(words(cancel(bench, 2, 1))).toEqual([
      ['place', 'rejected'],
      ['cancel', 'accepted'],
    ])
  })

  test('of one that is filled is rejected with the position', () => {
    begin()
    touch(bench)
    bench.advance(500)
    const told = cancel(bench, 2, 1)
    const position = String(bench.positions()[0]?.ticket)
    expect(words(told)).toEqual([
      ['place', 'accepted'],
      ['cancel', 'rejected'],
    ])
    expect(lastAbout(told, 2)).toMatchObject({ position })
    bench.terminal.run('deinit 3')
    bench.restart(1.0989)
    expect(lastAbout(cancel(bench, 3, 1), 3)).toMatchObject({ is: 'rejected', position })
  })

  test('of a fire is answered by its fate', () => {
    bench.start()
    bench.fire(1)
    bench.advance(500)
    expect(lastAbout(cancel(bench, 2, 1), 2)).toMatchObject({ is: 'rejected' })
    bench.fire(3, { lots: '99.00' })
    expect(lastAbout(cancel(bench, 4, 3), 4)).toMatchObject({ is: 'accepted' })
  })

  test.each([
    [10_018, 'market-closed'],
    [10_029, 'retcode 10029'],
    [10_006, 'reject'],
  ])('that the broker refuses with %i is rejected without a position: it waits still', (code, fault) => {
    begin()
    bench.terminal.run(`fault ${fault} action=remove`)
    const told = [...cancel(bench, 2, 1), ...bench.advance(500)]
    expect(words(told)).toEqual([
      ['place', 'placed'],
      ['cancel', 'rejected'],
    ])
    expect(lastAbout(told, 2)).toMatchObject({ position: null, retcode: code })
    expect(orders(bench)).toHaveLength(1)
    expect(lastAbout(cancel(bench, 3, 1), 3)).toMatchObject({ is: 'accepted' })
  })

  test('whose command cannot be read is denied', () => {
    bench.start()
    expect(lastAbout(bench.say('cancel', { id: idOf(2) }), 2)).toMatchObject({ is: 'denied' })
  })

  test('is not kept back by a halt, and has no time of its own', () => {
    begin()
    bench.terminal.run('fault reject action=remove times=every')
    bench.say('halt', { id: idOf(50), reason: 'pause' })
    bench.advance(500)
    bench.terminal.run('fault clear')
    const told = bench.say('cancel', { id: idOf(2), order: idOf(1) }, bench.nowMs() - 3_600_000)
    expect(lastAbout(told, 2)).toMatchObject({ is: 'accepted' })
  })
})

describe('a cancel against a fill', () => {
  test('that comes first is rejected with the position, also while the terminal does not know it', () => {
    begin()
    bench.terminal.run('fault latency 400 action=remove')
    bench.terminal.run('tick EURUSD 1.09890 1.09900 later=100')
    const told = [...cancel(bench, 2, 1), ...bench.advance(3_000)]
    expect(bench.positions()).toHaveLength(1)
    expect(wordsAbout(told, 1).at(-1)).toBe('accepted')
    expect(lastAbout(told, 2)).toMatchObject({
      is: 'rejected',
      position: String(bench.positions()[0]?.ticket),
    })
  })

  test('whose part is filled keeps the part and rejects with its position', () => {
    begin('symbol EURUSD depth=0.04')
    bench.terminal.run('fault reject action=remove')
    touch(bench)
    bench.quote()
    const told = [...cancel(bench, 2, 1), ...bench.advance(4_000)]
    expect(lastAbout(told, 1)).toMatchObject({ is: 'accepted', lots: '0.04' })
    expect(lastAbout(told, 2)).toMatchObject({ is: 'rejected' })
    expect(orders(bench)).toEqual([])
    expect(bench.positions()).toMatchObject([{ lots: 0.04, stop: 1.097 }])
  })

  test.each(['executed', 'lost', 'late 2000'])('whose answer is lost (%s) is unknown, then certain', how => {
    begin()
    bench.terminal.run(`fault timeout ${how} action=remove`, 'fault tell 1500 action=remove')
    const told = [...cancel(bench, 2, 1), ...bench.advance(6_000)]
    expect(wordsAbout(told, 2)).toEqual(['unknown', 'accepted'])
    expect(wordsAbout(told, 1)).toEqual(['cancelled'])
    expect(orders(bench)).toEqual([])
  })

  test('without a line to the trade server waits for it', () => {
    begin()
    bench.terminal.run('connected off')
    const told = [...cancel(bench, 2, 1), ...bench.advance(2_000)]
    expect(wordsAbout(told, 2)).toEqual(['unknown'])
    bench.terminal.run('connected on')
    expect(wordsAbout(bench.advance(2_000), 2)).toEqual(['accepted'])
    expect(orders(bench)).toEqual([])
  })
})

describe('a cancel of an order that nobody knows of', () => {
  test('removes it when it shows up', () => {
    bench.start()
    bench.terminal.run('fault timeout late 2000')
    place(bench, 1)
    const told = [...cancel(bench, 2, 1), ...bench.advance(5_000)]
    expect(wordsAbout(told, 2)).toEqual(['unknown', 'accepted'])
    expect(wordsAbout(told, 1).at(-1)).toBe('cancelled')
    expect(orders(bench)).toEqual([])
  })

  test('is accepted when it never happened', () => {
    bench.start()
    bench.terminal.run('fault timeout lost')
    place(bench, 1)
    const told = [...cancel(bench, 2, 1), ...bench.advance(10_000)]
    expect(wordsAbout(told, 1)).toEqual(['buried'])
    expect(wordsAbout(told, 2)).toEqual(['unknown', 'accepted'])
  })

  test('goes on over a restart', () => {
    begin()
    bench.terminal.run('fault timeout lost action=remove')
    cancel(bench, 2, 1)
    bench.terminal.run('deinit 3')
    expect(orders(bench)).toHaveLength(1)
    const told = [...bench.restart(), ...bench.advance(2_000)]
    expect(orders(bench)).toEqual([])
    expect(wordsAbout(told, 2).at(-1)).toBe('accepted')
    expect(wordsAbout(told, 1).at(-1)).toBe('cancelled')
  })

  test('whose order is in the journal no more is buried, and may be asked for again', () => {
    begin()
    bench.terminal.run('fault timeout lost action=remove')
    cancel(bench, 2, 1)
    bench.terminal.run('deinit 3')
    const others = bench
      .journal()
      .split('\n')
      .filter(line => !line.includes(`I\t${idOf(1)}`) && !line.includes(`V\t${idOf(1)}`))
    bench.writeJournal(others.join('\n'))
    bench.restart()
    bench.advance(1_000)
    expect(lastAbout(sync(bench, 2), 2)).toMatchObject({ is: 'buried' })
    expect(lastAbout([...cancel(bench, 3, 1), ...bench.advance(500)], 3)).toMatchObject({ is: 'accepted' })
    expect(orders(bench)).toEqual([])
  })
})

test('while another EA holds the journal an unseen id cannot be buried, and one that waits can be removed', () => {
  begin()
  bench.terminal.run('deinit 3', `file hold ${JOURNAL} nothing`)
  bench.restart()
  expect(lastAbout(cancel(bench, 2, 7), 2)).toMatchObject({ is: 'denied' })
  cancel(bench, 3, 1)
  expect(orders(bench)).toEqual([])
  bench.terminal.run(`file release ${JOURNAL}`)
  bench.advance(2_000)
  expect(lastAbout(sync(bench, 1), 1)).toMatchObject({ is: 'cancelled' })
})
