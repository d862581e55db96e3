import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { benchBinary, deals, DeskBench, fireBody, idOf, NOON, printed, said, verdicts } from './desk-bench.ts'

const NEXT = 'BITTEN\\bench\\journal.next'

let bench: DeskBench
beforeAll(async () => {
  bench = new DeskBench(await benchBinary())
}, 300_000)
afterAll(() => bench.terminal.close())

const fired = (n: number, over: Readonly<Record<string, unknown>> = {}) => [
  ...bench.fire(n, over),
  ...bench.advance(1_000),
]
const sync = (...ids: readonly number[]) =>
  bench.say('sync', { id: idOf(900), commands: ids.map(idOf), dealsSinceMs: 0 })
const unacked = (): number => Number(printed(bench.tell('unacked'), 'unacked')[0])

describe('facts are kept until the app has them', () => {
  test('and told again in every session, marked as perhaps known', () => {
    bench.start()
    const first = said(fired(1))
    expect(first.map(({ type, repeat }) => [type, repeat])).toEqual([
      ['verdict', false],
      ['deal', false],
    ])
    bench.tell('apart')
    const again = said(bench.tell('live'))
    expect(again).toEqual(first.map(fact => ({ ...fact, repeat: true })))
    expect(unacked()).toBe(2)
  })

  test('over a crash, and over a session that nobody heard', () => {
    bench.start()
    bench.tell('apart')
    expect(said(fired(1))).toEqual([])
    bench.terminal.crash({ files: 'lost' })
    const told = said(bench.restart())
    expect(told.map(({ type, repeat }) => [type, repeat])).toEqual([
      ['verdict', true],
      ['deal', true],
    ])
  })

  test('what is confirmed is told no more, not after a restart either', () => {
    bench.start()
    fired(1)
    bench.tell('confirm 1')
    expect(unacked()).toBe(1)
    bench.tell('confirm 2')
    expect(unacked()).toBe(0)
    bench.advance(2_000)
    bench.terminal.crash({ files: 'lost' })
    expect(said(bench.restart())).toEqual([])
    expect(unacked()).toBe(0)
  })

  test('a confirmation that was lost in a crash leads to a repeat and to nothing else', () => {
    bench.start()
    fired(1)
    bench.tell('confirm 2')
    bench.terminal.crash({ files: 'lost' })
    expect(said(bench.restart()).every(({ repeat }) => repeat)).toBe(true)
    expect(bench.deals()).toHaveLength(1)
  })
})

describe('deals', () => {
  test('a stop, a target and a hand are told with their reasons, each once', () => {
    bench.start()
    for (const n of [1, 2, 3]) fired(n, n === 2 ? { target: '1.10100' } : {})
    const [first] = bench.positions()
    const told = [
      ...bench.terminal.run(`position close ${first?.ticket}`),
      ...bench.advance(100),
      ...bench.quote(1.1012),
      ...bench.advance(100),
      ...bench.quote(1.0975),
      ...bench.advance(2_000),
    ]
    expect(deals(told).map(({ reason, entry, id }) => [reason, entry, id])).toEqual([
      ['manual', 'out', null],
      ['target', 'out', null],
      ['stop', 'out', null],
    ])
    expect(deals(bench.advance(120_000))).toEqual([])
  })

  test('those that the EA has missed are told from the history', () => {
    bench.start()
    fired(1)
    bench.tell('confirm 2')
    bench.advance(2_000)
    bench.terminal.crash()
    bench.terminal.run(`position close ${bench.positions()[0]?.ticket}`)
    bench.terminal.run('position open USDJPY buy 0.10 magic=4711')
    const told = deals([...bench.restart(), ...bench.advance(1_000)])
    expect(told.map(({ symbol, reason, magic }) => [symbol, reason, magic])).toEqual([
      ['EURUSD', 'manual', 777_001],
      ['USDJPY', 'manual', 4711],
    ])
    expect(deals(bench.advance(120_000))).toEqual([])
  })

  test('what was before the first start is told to `sync` only', () => {
    bench.start()
    bench.terminal.deinit(1)
    bench.terminal.run('file remove BITTEN\\bench\\journal.txt', 'position open EURUSD buy 0.10')
    bench.advance(5_000)
    bench.quote()
    expect(deals([...bench.restart(), ...bench.advance(2_000)])).toEqual([])
    const asked = deals(bench.say('sync', { id: idOf(900), commands: [], dealsSinceMs: NOON - 60_000 }))
    expect(asked).toEqual([expect.objectContaining({ entry: 'in', reason: 'manual', id: null })])
  })
})

describe('sync', () => {
  test('answers a verdict for each id and says when it is complete', () => {
    bench.start()
    fired(1)
    const lines = sync(1, 2)
    expect(verdicts(lines).map(({ id, is }) => [id, is])).toEqual([
      [idOf(1), 'accepted'],
      [idOf(2), 'buried'],
    ])
    expect(deals(lines)).toHaveLength(1)
    expect(printed(lines, 'synced')).toEqual([idOf(900)])
  })

  test('buries what was never seen, for good', () => {
    bench.start()
    sync(2)
    bench.terminal.crash({ files: 'lost' })
    bench.restart()
    expect(verdicts(fired(2))).toEqual([expect.objectContaining({ is: 'buried' })])
    expect(bench.positions()).toEqual([])
  })

  test('says unknown while it is not known', () => {
    bench.start()
    bench.terminal.run('fault timeout lost')
    bench.fire(1)
    expect(verdicts(sync(1))[0]).toMatchObject({ is: 'unknown' })
  })
})

describe('the journal', () => {
  test('has the intention on disk before anything is sent', () => {
    bench.start()
    bench.terminal.die({ step: 'order.send', phase: 'before', files: 'lost' })
    bench.fire(1)
    expect(bench.journal()).toContain(`I\t${idOf(1)}`)
    expect(bench.journal()).not.toContain(`V\t${idOf(1)}`)
  })

  test.each(['disk full 0', 'disk full late 0', 'disk full 10', 'disk full late 10'])(
    'that cannot be written (%s) denies, and takes orders again when it can',
    full => {
      bench.start()
      fired(1)
      bench.terminal.run(full)
      const denied = fired(2)
      expect(verdicts(denied)[0]).toMatchObject({ id: idOf(2), is: 'denied' })
      expect(verdicts(denied)[0]?.text).toMatch(/journal cannot be written/)
      expect(bench.positions()).toHaveLength(1)
      expect(printed(bench.tell('denies'), 'denies')[0]).toMatch(/journal/)
      bench.terminal.run('disk ok')
      bench.advance(2_500)
      expect(verdicts(fired(3))[0]).toMatchObject({ is: 'accepted' })
      bench.terminal.crash({ files: 'lost' })
      bench.restart()
      expect(verdicts(sync(1, 2, 3)).map(({ is }) => is)).toEqual(['accepted', 'denied', 'accepted'])
    },
  )

  test.each(['disk full', 'disk full late'])('leaves nothing of a failed write behind (%s)', full => {
    for (let left = 20; left <= 620; left += 50) {
      bench.start()
      fired(1)
      bench.tell('confirm 2')
      bench.terminal.run(`${full} ${left}`)
      bench.fire(2)
      bench.terminal.run('disk ok')
      bench.advance(2_500)
      bench.terminal.crash({ files: 'kept' })
      const notes = printed(bench.restart(), 'note error')
      expect(notes, `with ${left} bytes left`).toEqual([])
      expect(verdicts(sync(1))[0]?.is).toBe('accepted')
    }
  })

  test('that cannot be written is no reason to stay in the market', () => {
    bench.start()
    fired(1)
    fired(2)
    const [first] = bench.positions()
    bench.terminal.run('disk full 0')
    const close = { position: String(first?.ticket), deviation: 20, ttlMs: 5_000 }
    const part = bench.say('close', { ...close, id: idOf(50), lots: '0.04' })
    expect(verdicts(part)[0]).toMatchObject({ is: 'denied' })
    const whole = [...bench.say('close', { ...close, id: idOf(51), lots: null }), ...bench.advance(500)]
    expect(verdicts(whole).at(-1)).toMatchObject({ id: idOf(51), is: 'accepted' })
    const all = [...bench.say('flatten', { id: idOf(70), magic: 777_001 }), ...bench.advance(500)]
    expect(verdicts(all).at(-1)).toMatchObject({ id: idOf(70), is: 'accepted' })
    expect(bench.positions()).toEqual([])
    bench.terminal.run('disk ok')
    bench.advance(2_500)
    bench.terminal.crash({ files: 'lost' })
    bench.restart()
    expect(verdicts(sync(1, 51, 70)).map(({ is }) => is)).toEqual(['accepted', 'accepted', 'accepted'])
  })

  test('that fills up after OrderSend loses no fill', () => {
    bench.start()
    bench.terminal.run('server latency=100')
    const size = bench.journal().length
    bench.terminal.run('disk full 350')
    const told = verdicts(fired(1))
    expect(bench.journal().length).toBeGreaterThan(size)
    expect(told.map(({ is }) => is)).toEqual(['accepted'])
    bench.terminal.crash({ files: 'lost' })
    bench.terminal.run('disk ok')
    const later = verdicts([...bench.restart(), ...bench.advance(1_000)])
    expect(later.at(-1)).toMatchObject({ id: idOf(1), is: 'accepted' })
    expect(bench.positions()).toHaveLength(1)
  })

  test.each([1, 5, 20, 60])('whose last %i bytes were lost is read as far as it is whole', cut => {
    bench.start()
    fired(1)
    bench.terminal.crash({ files: 'kept' })
    const whole = bench.journal()
    bench.writeJournal(whole.slice(0, -cut))
    const lines = bench.restart()
    expect(printed(lines, 'note error')).toEqual([])
    expect(verdicts(sync(1))[0]).toMatchObject({ is: 'accepted' })
    expect(bench.deals()).toHaveLength(1)
  })

  test('with damage in the middle keeps a copy and what can be read', () => {
    bench.start()
    fired(1)
    fired(2)
    bench.terminal.crash({ files: 'kept' })
    const lines = bench.journal().split('\n')
    const at = lines.findIndex(line => line.includes(`V\t${idOf(1)}`))
    lines[at] = lines[at]?.replace('accepted', 'rejected') ?? ''
    bench.writeJournal(lines.join('\n'))
    const notes = printed(bench.terminal.init(), 'note error')
    bench.quote()
    bench.advance(1_000)
    expect(notes[0]).toMatch(/1 damaged lines.*journal\.damaged-\d+/)
    const aside = notes[0]?.split(' ').at(-1) ?? ''
    expect(bench.terminal.file(`BITTEN\\bench\\${aside}`)?.toString()).toContain('rejected')
    expect(verdicts(sync(1, 2)).map(({ is }) => is)).toEqual(['accepted', 'accepted'])
  })

  test('is made smaller without forgetting: a crash at every step of it', () => {
    bench.start()
    fired(1)
    bench.say('halt', { id: idOf(80), reason: 'pause' })
    bench.terminal.crash({ files: 'kept' })
    const torn = `${bench.journal()}torn line\n`
    bench.writeJournal(torn)
    bench.terminal.run('points clear')
    bench.restart()
    const total = Number(bench.terminal.run('points')[0]?.['total'])
    for (let nth = 1; nth <= Math.min(total, 24); nth++) {
      bench.terminal.crash({ files: 'kept' })
      if (bench.terminal.file(NEXT) !== null) bench.terminal.run(`file remove ${NEXT}`)
      bench.writeJournal(torn)
      bench.terminal.die({ step: 'any', phase: 'any', nth, files: 'torn' })
      bench.terminal.init()
      bench.terminal.crash()
      bench.restart()
      const where = `died at step ${nth} of ${total}`
      expect(verdicts(sync(1))[0]?.is, where).toBe('accepted')
      expect(printed(bench.tell('denies'), 'denies')[0], where).toBe('Halted: pause')
    }
  })

  test('is held by one EA: a second one with its name denies everything', () => {
    bench.start()
    const [told] = printed(bench.tell('twin'), 'twin')
    expect(told).toMatch(/The journal cannot be written: cannot open .* or another EA holds it/)
    expect(verdicts(fired(1))[0]?.is).toBe('accepted')
    // When the first one is gone the other reads what it left, and goes on with it.
    bench.tell('leave')
    bench.advance(2_500)
    const taken = bench.tell(`twin-fire ${JSON.stringify(fireBody(1))}`, bench.nowMs())
    expect(verdicts(taken)[0]).toMatchObject({ id: idOf(1), is: 'accepted' })
    expect(bench.deals()).toHaveLength(1)
  })
})
