/** A halt ends by `resume` alone, and a limit is loosened by `limits` alone: by no fault of a disk and by no restart. */
import { crc32 } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { benchBinary, DeskBench, idOf, JOURNAL, printed, verdicts } from './desk-bench.ts'

let bench: DeskBench
beforeAll(async () => {
  bench = new DeskBench(await benchBinary())
}, 300_000)
afterAll(() => bench.terminal.close())

const halted = (reason = 'pause') => verdicts(bench.say('halt', { id: idOf(50), reason })).at(-1)
const limited = (limits: object) => verdicts(bench.say('limits', { id: idOf(50), ...limits })).at(-1)
const fired = (n: number) => verdicts([...bench.fire(n), ...bench.advance(500)]).at(-1)
const denies = (): string => printed(bench.tell('denies'), 'denies')[0] ?? ''
const startAgain = (...between: readonly string[]): void => {
  bench.terminal.run('deinit 3', ...between)
  bench.restart()
}
/** A record as the journal has it. */
const lineOf = (record: string): string =>
  `${crc32(record).toString(16).toUpperCase().padStart(8, '0')} ${record.length} ${record}\n`

describe('a halt', () => {
  test.each(['a\tb', 'line 1\nline 2', 'line 1\r\nline 2', 'a\u0001b'])(
    'holds over a restart with the reason %j',
    reason => {
      bench.start()
      expect(halted(reason)).toMatchObject({ is: 'accepted' })
      startAgain()
      expect(fired(1)).toMatchObject({ is: 'denied' })
      expect(denies()).toMatch(/^Halted:/)
      expect(bench.positions()).toEqual([])
    },
  )

  test('holds over a crash when the disk was full', () => {
    bench.start()
    bench.terminal.run('disk full')
    expect(halted()).toMatchObject({ is: 'accepted' })
    bench.terminal.crash({ files: 'lost' })
    bench.terminal.run('disk ok')
    bench.restart()
    bench.advance(2_000)
    expect(fired(1)).toMatchObject({ is: 'denied', text: 'Halted' })
  })

  test('holds when the journal could not be read at the start', () => {
    bench.start()
    halted()
    startAgain(`file hold ${JOURNAL} nothing`)
    bench.terminal.run(`file release ${JOURNAL}`)
    bench.advance(3_000)
    expect(fired(1)).toMatchObject({ is: 'denied', text: 'Halted: pause' })
  })

  test('that came while the journal was held holds in the next life', () => {
    bench.start()
    startAgain(`file hold ${JOURNAL} nothing`)
    bench.advance(3_000)
    expect(halted()).toMatchObject({ is: 'accepted' })
    startAgain(`file release ${JOURNAL}`)
    expect(fired(1)).toMatchObject({ is: 'denied' })
    expect(denies()).toMatch(/^Halted/)
  })

  test('holds when the journal was deleted, and ends by `resume`', () => {
    bench.start()
    halted()
    startAgain(`file remove ${JOURNAL}`)
    expect(fired(1)).toMatchObject({ is: 'denied', text: 'Halted' })
    expect(verdicts(bench.say('resume', { id: idOf(51) })).at(-1)).toMatchObject({ is: 'accepted' })
    expect(fired(2)).toMatchObject({ is: 'accepted' })
    startAgain()
    expect(denies()).toBe('')
  })

  test('of one account is none of another', () => {
    bench.start('account login=1')
    halted()
    bench.terminal.run('deinit 3', `file remove ${JOURNAL}`, 'account login=2')
    bench.restart()
    expect(denies()).toBe('')
    bench.terminal.run('deinit 3', `file remove ${JOURNAL}`, 'account login=1')
    bench.restart()
    expect(denies()).toBe('Halted')
  })
})

describe("the app's limits", () => {
  test('hold when the journal could be read only after the start', () => {
    bench.start()
    limited({ maxLots: '0.05' })
    startAgain(`file hold ${JOURNAL} nothing`)
    bench.terminal.run(`file release ${JOURNAL}`)
    bench.advance(3_000)
    expect(fired(1)).toMatchObject({ is: 'denied', text: '0.10 lots are more than the 0.05 allowed' })
  })

  test('hold over a restart whatever the name of a symbol has in it', () => {
    bench.start()
    limited({ maxLots: '0.05', symbols: ['EURUSD', 'a\tb'] })
    startAgain()
    expect(fired(1)).toMatchObject({ is: 'denied', text: '0.10 lots are more than the 0.05 allowed' })
  })

  test('that cannot be read deny everything until they come again', () => {
    bench.start()
    bench.terminal.run('deinit 3')
    bench.writeJournal(bench.journal() + lineOf('S\tlimits\t0.05|of another version'))
    bench.restart()
    expect(fired(1)).toMatchObject({ is: 'denied' })
    expect(denies()).toMatch(/limits in the journal cannot be read/)
    expect(verdicts(bench.say('limits', { id: idOf(51), maxLots: '0.10' })).at(-1)?.is).toBe('accepted')
    expect(fired(2)).toMatchObject({ is: 'accepted' })
  })

  test.each([{ maxRiskPct: 1e-9 }, { dailyLossPct: 1e-9, maxRiskPct: 1e-9 }])(
    'are never rounded to none: %j',
    limits => {
      bench.start()
      expect(limited(limits)).toMatchObject({ is: 'accepted' })
      expect(fired(1)).toMatchObject({ is: 'denied' })
      startAgain()
      expect(fired(2)).toMatchObject({ is: 'denied' })
    },
  )
})

describe("the day's loss", () => {
  test.each([0, 2_000])('is that of the own money: a credit of %i changes nothing', credit => {
    bench.start(`account credit=${credit}`, 'input InpMaxDailyLoss 5')
    for (const n of [1, 2, 3]) {
      bench.fire(n, { lots: '1.00', stop: '1.09700' })
      bench.advance(500)
    }
    expect(bench.positions()).toHaveLength(3)
    bench.quote(1.0981)
    bench.advance(1_500)
    const text = denies()
    bench.terminal.run('input InpMaxDailyLoss 10')
    expect(text).toMatch(/6\.\d\d %.*5\.00 %/)
  })
})
