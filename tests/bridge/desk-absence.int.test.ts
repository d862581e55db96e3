/** Every fill of an absence is told once, however long it was and whatever was missing at its end. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { benchBinary, deals, DeskBench, idOf, JOURNAL, NOON, printed, verdicts } from './desk-bench.ts'

let bench: DeskBench
beforeAll(async () => {
  bench = new DeskBench(await benchBinary())
}, 300_000)
afterAll(() => bench.terminal.close())

const DAY_MS = 86_400_000
/** Two positions: the stop of the first is at 1.09800, that of the second at 1.09500. */
function twoOpen(): void {
  bench.start()
  bench.fire(1)
  bench.fire(2, { stop: '1.09500' })
  bench.advance(1_000)
  bench.tell('confirm 99')
  expect(bench.positions()).toHaveLength(2)
}
/** The first stop was filled during the absence; the second one is now. */
const secondStop = () => deals([...bench.quote(1.094), ...bench.advance(130_000)]).map(({ deal }) => deal)

describe('an absence', () => {
  test.each([0, 3])('of the line for %i days', days => {
    twoOpen()
    bench.terminal.run('connected off')
    bench.advance(1_000)
    bench.quote(1.0975)
    bench.advance(days * DAY_MS)
    bench.quote(1.0975)
    const back = deals(bench.terminal.run('connected on')).map(({ deal }) => deal)
    expect([...back, ...secondStop()].toSorted()).toEqual(['5003', '5004'])
  })

  test.each([0, 1, 3, 25])('of the program for %i days', days => {
    twoOpen()
    bench.terminal.run('deinit 3')
    bench.quote(1.0975)
    bench.terminal.run(`clock set ${NOON + days * DAY_MS + 60_000}`)
    bench.quote(1.0975)
    const back = deals(bench.terminal.init()).map(({ deal }) => deal)
    expect([...back, ...secondStop()].toSorted()).toEqual(['5003', '5004'])
  })

  test('that ends with a journal that another program holds', () => {
    bench.start()
    bench.fire(1)
    bench.advance(1_000)
    bench.tell('confirm 2')
    bench.advance(1_500)
    bench.terminal.run('deinit 3')
    bench.quote(1.0975)
    bench.advance(60_000)
    bench.quote(1.0976)
    bench.terminal.run(`file hold ${JOURNAL} nothing`)
    const held = [...bench.restart(1.0976), ...bench.advance(3_000)]
    expect(deals(held)).toEqual([])
    bench.terminal.run(`file release ${JOURNAL}`)
    expect(deals(bench.advance(130_000))).toMatchObject([{ deal: '5002', entry: 'out', reason: 'stop' }])
  })
})

describe('a sync while the time zone is not known', () => {
  const ask = (n: number) => bench.say('sync', { id: idOf(n), commands: [idOf(1)], dealsSinceMs: 0 })
  afterEach(() => bench.terminal.run('input InpKnown true'))

  test('is answered as soon as it is, once, and only the newest', () => {
    bench.start('input InpKnown false')
    expect([...ask(900), ...bench.advance(1_000), ...ask(901)].flatMap(line => verdicts([line]))).toEqual([])
    bench.tell('known')
    const answer = bench.advance(100)
    expect(verdicts(answer)).toMatchObject([{ id: idOf(1), is: 'buried' }])
    expect(printed(answer, 'synced')).toEqual([idOf(901)])
    expect(printed(bench.advance(10_000), 'synced')).toEqual([])
  })

  test('is forgotten with its session', () => {
    bench.start('input InpKnown false')
    ask(900)
    bench.tell('apart')
    bench.tell('live')
    bench.tell('known')
    expect(printed(bench.advance(1_000), 'synced')).toEqual([])
  })
})

describe('a fill while the time zone is not known', () => {
  test('is told when it is, with a fresh journal too', () => {
    bench.start('input InpKnown false')
    bench.advance(1_000)
    bench.terminal.run('position open EURUSD buy 0.10')
    const early = [...bench.quote(1.1001), ...bench.advance(5_000)]
    expect(deals(early)).toEqual([])
    bench.tell('known')
    const told = deals(bench.advance(130_000))
    bench.terminal.run('input InpKnown true')
    expect(told).toMatchObject([{ deal: '5001', entry: 'in' }])
  })

  test('of an absence is told when it is', () => {
    twoOpen()
    bench.terminal.run('deinit 3', 'input InpKnown false')
    bench.quote(1.0975)
    bench.terminal.run(`clock set ${NOON + 3 * DAY_MS}`)
    bench.quote(1.0975)
    const early = [...bench.terminal.init(), ...bench.advance(70_000)]
    bench.tell('known')
    const told = secondStop()
    bench.terminal.run('input InpKnown true')
    expect(deals(early)).toEqual([])
    expect(told.toSorted()).toEqual(['5003', '5004'])
  })
})
