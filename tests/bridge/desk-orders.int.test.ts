import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { benchBinary, deals, DeskBench, idOf, magicOf, printed, verdicts } from './desk-bench.ts'

let bench: DeskBench
beforeAll(async () => {
  bench = new DeskBench(await benchBinary())
}, 300_000)
afterAll(() => bench.terminal.close())

const said = (type: string, body: Readonly<Record<string, unknown>>) => [
  ...bench.say(type, body),
  ...bench.advance(1_000),
]
const opened = (...lines: readonly string[]): string => {
  bench.start(...lines)
  bench.fire(1)
  bench.advance(1_000)
  return String(bench.positions()[0]?.ticket)
}
const closeOf = (position: string, over = {}) => ({
  id: idOf(50),
  position,
  lots: null,
  deviation: 20,
  ttlMs: 5_000,
  ...over,
})
const modifyOf = (position: string, over = {}) => ({
  id: idOf(60),
  position,
  stop: '1.09900',
  target: '1.10500',
  ttlMs: 5_000,
  ...over,
})
const flatten = { id: idOf(70), magic: 777_001 }

describe('the stop after the fill', () => {
  test('a broker that fills without it gets it set, and the verdict says so', () => {
    bench.start()
    bench.terminal.run('fault dropstops')
    const told = verdicts([...bench.fire(1), ...bench.advance(1_000)])
    expect(told.at(-1)).toMatchObject({ is: 'accepted' })
    expect(told.at(-1)?.text).toMatch(/set afterwards/)
    expect(bench.positions()[0]).toMatchObject({ stop: 1.098, target: 1.104 })
  })

  test('where it cannot be set the position is closed', () => {
    bench.start()
    bench.terminal.run('fault dropstops', 'fault invalid-stops action=sltp times=every')
    const all = [...bench.fire(1), ...bench.advance(3_000)]
    expect(bench.positions()).toEqual([])
    expect(bench.deals()).toHaveLength(2)
    expect(verdicts(all).at(-1)).toMatchObject({ is: 'accepted' })
    expect(verdicts(all).at(-1)?.text).toMatch(/could not be set.*closed/)
    expect(printed(all, 'note error')[0]).toMatch(/is closed/)
    expect(deals(all).map(({ entry, id }) => [entry, id])).toEqual([
      ['in', idOf(1)],
      ['out', idOf(1)],
    ])
  })

  test('where it can be neither set nor closed it is tried again until it can', () => {
    bench.start()
    bench.terminal.run(
      'fault dropstops',
      'fault invalid-stops action=sltp times=every',
      'fault market-closed side=close times=every',
    )
    expect(verdicts([...bench.fire(1), ...bench.advance(5_000)])).toEqual([
      expect.objectContaining({ is: 'unknown' }),
    ])
    expect(bench.positions()).toHaveLength(1)
    bench.terminal.run('fault clear')
    expect(verdicts(bench.advance(2_000))).toEqual([expect.objectContaining({ is: 'accepted' })])
    expect(bench.positions()[0]).toMatchObject({ stop: 1.098 })
  })

  test('a crash between fill and stop is made good by the next start', () => {
    bench.start()
    bench.terminal.run('fault dropstops')
    bench.terminal.die({ step: 'order.answer', files: 'kept' })
    bench.fire(1)
    expect(bench.positions()[0]).toMatchObject({ stop: 0 })
    bench.restart()
    bench.advance(2_000)
    expect(bench.positions()[0]).toMatchObject({ stop: 1.098 })
  })
})

describe('close', () => {
  test('closes the position that it names, and nothing is opened the other way round', () => {
    const position = opened()
    const all = said('close', closeOf(position))
    expect(verdicts(all)).toEqual([expect.objectContaining({ id: idOf(50), is: 'accepted', position })])
    expect(bench.positions()).toEqual([])
    expect(deals(all)).toEqual([
      expect.objectContaining({ id: idOf(50), entry: 'out', side: 'sell', reason: 'command', position }),
    ])
    expect(bench.deals().map(({ magic }) => magic)).toEqual([magicOf(1), magicOf(50)])
  })

  test('closes a part once, however often it is said', () => {
    const position = opened()
    const first = verdicts(said('close', closeOf(position, { lots: '0.04' })))
    const again = verdicts(said('close', closeOf(position, { lots: '0.04' })))
    expect(first[0]).toMatchObject({ is: 'accepted', lots: '0.04' })
    expect(again).toEqual(first)
    expect(bench.positions()[0]?.lots).toBeCloseTo(0.06)
  })

  test.each<[string, object, number]>([
    ['a position that is not there', { position: '999' }, 10_036],
    ['more than there is', { lots: '0.11' }, 10_038],
    ['between two steps', { lots: '0.015' }, 10_014],
  ])('%s is rejected', (_, over, retcode) => {
    const position = opened()
    expect(verdicts(said('close', closeOf(position, over)))).toEqual([
      expect.objectContaining({ is: 'rejected', retcode }),
    ])
    expect(bench.positions()).toHaveLength(1)
  })

  test.each([
    ['timeout executed', 'accepted', 0.06],
    ['timeout lost', 'buried', 0.1],
  ])('after %s the truth is found', (fault, truth, left) => {
    const position = opened()
    bench.terminal.run(`fault ${fault}`)
    const told = verdicts([
      ...bench.say('close', closeOf(position, { lots: '0.04' })),
      ...bench.advance(8_000),
    ])
    expect(told.map(({ is }) => is)).toEqual(['unknown', truth])
    expect(bench.positions()[0]?.lots).toBeCloseTo(left)
  })

  test.each([
    ['before', 'buried', 0.1],
    ['after', 'accepted', 0.06],
  ] as const)('a crash %s its OrderSend closes no second part', (phase, truth, left) => {
    const position = opened()
    bench.terminal.die({ step: 'order.send', phase, files: 'kept' })
    bench.say('close', closeOf(position, { lots: '0.04' }))
    const told = verdicts([...bench.restart(), ...bench.advance(8_000)])
    expect(told.at(-1)).toMatchObject({ id: idOf(50), is: truth })
    said('close', closeOf(position, { lots: '0.04' }))
    expect(bench.positions()[0]?.lots).toBeCloseTo(left)
  })

  test('is allowed when halted, and when new orders are not', () => {
    const position = opened()
    said('halt', { id: idOf(80), reason: 'pause' })
    expect(verdicts(said('close', closeOf(position)))[0]?.is).toBe('accepted')
  })

  test('inside the freeze level it is refused', () => {
    const position = opened('symbol EURUSD freeze=500')
    expect(verdicts(said('close', closeOf(position)))[0]).toMatchObject({ is: 'rejected', retcode: 10_029 })
  })

  test('on a netting account it ends the position too', () => {
    const position = opened('account margin=netting')
    expect(verdicts(said('close', closeOf(position)))[0]?.is).toBe('accepted')
    expect(bench.positions()).toEqual([])
  })
})

test('a netting account takes no second order for a symbol that has a position', () => {
  opened('account margin=netting')
  expect(verdicts(bench.fire(2))[0]).toMatchObject({ is: 'denied' })
  expect(bench.positions()[0]).toMatchObject({ lots: 0.1, stop: 1.098 })
})

describe('modify', () => {
  test('moves stop and target', () => {
    const position = opened()
    const all = said('modify', modifyOf(position))
    expect(verdicts(all)).toEqual([expect.objectContaining({ is: 'accepted', retcode: 10_009, position })])
    expect(bench.positions()[0]).toMatchObject({ stop: 1.099, target: 1.105 })
  })

  test('takes the target away', () => {
    const position = opened()
    expect(verdicts(said('modify', modifyOf(position, { target: null })))[0]?.is).toBe('accepted')
    expect(bench.positions()[0]).toMatchObject({ stop: 1.099, target: 0 })
  })

  test.each<[string, object, number]>([
    ['a stop on the wrong side', { stop: '1.10200' }, 10_016],
    ['no stop', { stop: '0' }, 10_016],
    ['what is there already', { stop: '1.09800', target: '1.10400' }, 10_025],
    ['a position that is not there', { position: '999' }, 10_036],
  ])('%s is rejected', (_, over, retcode) => {
    const position = opened()
    expect(verdicts(said('modify', modifyOf(position, over)))[0]).toMatchObject({ is: 'rejected', retcode })
    expect(bench.positions()[0]).toMatchObject({ stop: 1.098, target: 1.104 })
  })

  test.each([
    ['timeout executed', 'accepted', 1.099],
    ['timeout lost', 'buried', 1.098],
  ])('after %s the truth is found', (fault, truth, stop) => {
    const position = opened()
    bench.terminal.run(`fault ${fault}`)
    const told = verdicts([...bench.say('modify', modifyOf(position)), ...bench.advance(8_000)])
    expect(told.map(({ is }) => is)).toEqual(['unknown', truth])
    expect(bench.positions()[0]).toMatchObject({ stop })
  })
})

describe('flatten', () => {
  const severalOpen = (...lines: readonly string[]) => {
    bench.start(...lines)
    for (const n of [1, 2, 3]) bench.fire(n)
    bench.advance(1_000)
    bench.terminal.run(
      'position open EURUSD sell 0.50 magic=4711',
      'position open USDJPY buy 0.10 magic=777001',
    )
    expect(bench.positions()).toHaveLength(5)
  }

  test('closes the family and nobody else, with one verdict and a deal each', () => {
    severalOpen()
    const all = said('flatten', flatten)
    expect(verdicts(all)).toEqual([expect.objectContaining({ is: 'accepted', text: 'All closed' })])
    expect(bench.positions().map(({ magic }) => magic)).toEqual([4711])
    expect(deals(all).filter(({ entry }) => entry === 'out')).toHaveLength(4)
  })

  test('nothing open is accepted', () => {
    bench.start()
    expect(verdicts(said('flatten', flatten))[0]).toMatchObject({ is: 'accepted', text: 'Nothing was open' })
  })

  test('tries again what was refused or not answered', () => {
    severalOpen()
    bench.terminal.run('fault requote times=2', 'fault timeout lost')
    const told = verdicts([...bench.say('flatten', flatten), ...bench.advance(10_000)])
    expect(told).toEqual([expect.objectContaining({ is: 'accepted' })])
    expect(bench.positions().map(({ magic }) => magic)).toEqual([4711])
  })

  test('says what is left when it cannot', () => {
    severalOpen()
    bench.terminal.run('market closed')
    const told = verdicts([...bench.say('flatten', flatten), ...bench.advance(70_000)])
    expect(told).toEqual([expect.objectContaining({ is: 'rejected', retcode: 10_018 })])
    expect(told[0]?.text).toMatch(/4 positions are still open/)
  })

  test('goes on after a crash', () => {
    severalOpen()
    bench.terminal.die({ step: 'order.send', phase: 'after', nth: 2, files: 'kept' })
    bench.say('flatten', flatten)
    expect(bench.positions()).toHaveLength(3)
    const told = verdicts([...bench.restart(), ...bench.advance(2_000)])
    expect(told.at(-1)).toMatchObject({ id: idOf(70), is: 'accepted' })
    expect(bench.positions().map(({ magic }) => magic)).toEqual([4711])
  })

  test('waits for an order of which nobody knows, and closes what comes of it', () => {
    bench.start()
    bench.terminal.run('fault timeout late 3000')
    bench.fire(1)
    const told = verdicts([...bench.say('flatten', flatten), ...bench.advance(10_000)])
    expect(told.map(({ id, is }) => [id, is])).toContainEqual([idOf(70), 'accepted'])
    expect(bench.positions()).toEqual([])
    expect(bench.deals()).toHaveLength(2)
  })
})
