/** Commands that come, or are executed, later than they look. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { benchBinary, DeskBench, fireBody, idOf, verdicts } from './desk-bench.ts'

let bench: DeskBench
beforeAll(async () => {
  bench = new DeskBench(await benchBinary())
}, 300_000)
afterAll(() => bench.terminal.close())

test.each([60_000, 3_000])('a fire from before the clock was set back by %i ms is refused', byMs => {
  bench.start()
  const sentMs = bench.nowMs()
  bench.advance(byMs)
  bench.terminal.run(`clock jump -${byMs}`)
  const told = verdicts(bench.say('fire', fireBody(1), sentMs))
  expect(told).toMatchObject([{ is: 'denied', text: expect.stringContaining('set back') as string }])
  bench.advance(61_000)
  bench.quote()
  // What the trade server's clock shows is not what the computer's does
  const fired = bench.say('fire', fireBody(2), bench.nowMs() - byMs)
  expect(verdicts([...fired, ...bench.advance(500)]).at(-1)).toMatchObject({ is: 'accepted' })
})

test('a close that is executed after it was buried gets a second verdict with the truth', () => {
  bench.start()
  bench.fire(1)
  bench.advance(500)
  const position = String(bench.positions()[0]?.ticket)
  bench.terminal.run('fault timeout late 40000 side=close')
  const body = { id: idOf(2), position, lots: null, deviation: 10, ttlMs: 5_000 }
  const told = verdicts([...bench.say('close', body), ...bench.advance(30_000)])
  expect(told.at(-1)).toMatchObject({ id: idOf(2), is: 'buried' })
  const truth = verdicts(bench.advance(20_000))
  expect(bench.positions()).toEqual([])
  expect(truth).toMatchObject([{ id: idOf(2), is: 'accepted', lots: '0.10' }])
})

test('a part of the plan whose close was lost is closed all the same', () => {
  bench.start()
  bench.fire(1, { lots: '1.00', target: '1.12000', plan: { partial: { atR: 0.5, lots: '0.40' } } })
  bench.advance(6_000)
  bench.terminal.run('fault timeout lost side=close')
  for (let second = 0; second < 60; second++) {
    bench.quote(1.103)
    bench.advance(1_000)
  }
  expect(bench.positions()).toMatchObject([{ lots: 0.6 }])
})
