/** A stop is moved nearer or not at all, whoever has moved it before and whether that is seen or not. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { benchBinary, DeskBench, idOf, verdicts } from './desk-bench.ts'

let bench: DeskBench
beforeAll(async () => {
  bench = new DeskBench(await benchBinary())
}, 300_000)
afterAll(() => bench.terminal.close())

const TRAIL = {
  target: '1.12000',
  plan: { trail: { by: 'step', startR: 0.1, distancePoints: 150, stepPoints: 20 } },
}
const stop = (): number => bench.positions()[0]?.stop ?? 0
const ticket = (): number => bench.positions()[0]?.ticket ?? 0
const at = (bid: number, ms = 200): void => {
  bench.quote(bid)
  bench.advance(ms)
}

describe('a stop that somebody has moved nearer', () => {
  test('stays, with its target, while the fate of the order is still looked for after a crash', () => {
    bench.start()
    bench.terminal.die({ step: 'order.send', phase: 'after', files: 'lost' })
    bench.fire(1)
    bench.terminal.run(`position modify ${ticket()} sl=1.09950 tp=1.10200`)
    const told = verdicts([...bench.restart(), ...bench.advance(5_000)])
    expect(told.at(-1)).toMatchObject({ id: idOf(1), is: 'accepted' })
    expect(bench.positions()).toMatchObject([{ stop: 1.0995, target: 1.102 }])
  })

  test('stays when the order had no answer', () => {
    bench.start()
    bench.terminal.run('fault timeout executed', 'fault tell 1500')
    bench.fire(1)
    bench.terminal.run(`position modify ${ticket()} sl=1.09950`)
    expect(verdicts(bench.advance(5_000)).at(-1)?.is).toBe('accepted')
    expect(stop()).toBe(1.0995)
  })

  test('further away is put back while the order is looked for', () => {
    bench.start()
    bench.terminal.die({ step: 'order.send', phase: 'after', files: 'lost' })
    bench.fire(1)
    bench.terminal.run(`position modify ${ticket()} sl=1.09700`)
    bench.restart()
    bench.advance(5_000)
    expect(stop()).toBe(1.098)
  })
})

describe('a move that the terminal does not show yet', () => {
  test.each(['fault tell 3000 action=sltp', 'fault tell 3000'])(
    'of the trail is not taken back (%s)',
    fault => {
      bench.start()
      bench.fire(1, TRAIL)
      bench.advance(1_000)
      bench.terminal.run(fault)
      at(1.105)
      expect(stop()).toBe(1.1035)
      at(1.1042)
      expect(stop()).toBe(1.1035)
      at(1.1042, 4_000)
      expect(stop()).toBe(1.1035)
      at(1.106)
      expect(stop()).toBe(1.1045)
    },
  )

  test('of the trail that had no answer either is not taken back', () => {
    bench.start()
    bench.fire(1, TRAIL)
    bench.advance(1_000)
    bench.terminal.run('fault timeout executed action=sltp', 'fault tell 2000 action=sltp')
    at(1.105)
    for (let step = 0; step < 10; step++) {
      at(1.1042 + step * 1e-5, 1_000)
      expect(stop()).toBe(1.1035)
    }
  })

  test('of the app is left alone by the trail until its fate is known', () => {
    bench.start()
    bench.fire(1, TRAIL)
    bench.advance(1_000)
    at(1.103)
    bench.terminal.run('fault timeout executed action=sltp', 'fault tell 2000 action=sltp')
    const levels = {
      id: idOf(60),
      position: String(ticket()),
      stop: '1.10250',
      target: '1.11000',
      ttlMs: 5_000,
    }
    const told = bench.say('modify', levels)
    at(1.1035, 300)
    expect(bench.positions()).toMatchObject([{ stop: 1.1025, target: 1.11 }])
    expect(verdicts([...told, ...bench.advance(20_000)]).map(({ is }) => is)).toEqual(['unknown', 'accepted'])
    expect(bench.positions()).toMatchObject([{ stop: 1.1025, target: 1.11 }])
  })
  test('of the break-even that was lost is made again when it must have been seen', () => {
    bench.start()
    bench.fire(1, { target: '1.12000', plan: { breakEven: { atR: 1, lockPoints: 0 } } })
    bench.advance(1_000)
    bench.terminal.run('fault timeout lost action=sltp')
    at(1.103)
    expect(stop()).toBe(1.098)
    at(1.103, 6_000)
    at(1.103)
    expect(stop()).toBe(1.1001)
  })
})
