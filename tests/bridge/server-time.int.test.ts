import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildEa } from '../../ea/host/build/index.ts'
import { commands } from '../../ea/host/driver/commands.ts'
import { textsOf } from '../../ea/host/driver/lines.ts'
import { VirtualTerminal } from '../../ea/host/driver/virtual-terminal.ts'
import { newYorkOffsetMs } from '../../engine/domain/market/city-time.ts'

const build = await buildEa({
  program: path.join(import.meta.dirname, 'programs/Times.mq5'),
  variant: 'release',
})
if (!build.ok) throw new Error(`Times.mq5 does not build:\n${build.errors.join('\n')}`)
const { binary } = build

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
/** Friday, two days before New York puts its clocks forward. */
const FRIDAY = Date.UTC(2026, 2, 6, 20)
/** The market opens; the broker's winter time is over. */
const SUNDAY = Date.UTC(2026, 2, 8, 21)

let terminal: VirtualTerminal
let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'bitten-times-'))
  terminal = new VirtualTerminal(binary)
  terminal.run(`clock set ${FRIDAY}`, 'zone server 7200 america', 'symbol EURUSD', 'chart EURUSD')
})
afterEach(() => {
  terminal.close()
  rmSync(folder, { recursive: true, force: true })
})

let nowMs = FRIDAY
let price = 0
function start(timerMs = 100): void {
  nowMs = FRIDAY
  terminal.input('InpTimerMs', String(timerMs))
  terminal.init()
}
const pass = (ms: number): string[] => {
  nowMs += ms
  return textsOf(terminal.advance(ms), 'print')
}
/** Quotes for so long, one a second. */
function quoting(seconds: number): string[] {
  const prints: string[] = []
  for (let second = 0; second < seconds; second++) {
    price = 1 - price
    terminal.run(`tick EURUSD 1.1000${price} 1.1001${price}`)
    prints.push(...pass(1_000))
  }
  return prints
}
const ask = (line: string): string =>
  textsOf(terminal.run(commands.chartEvent(1, 0, 0, line)), 'print').at(-1) ?? ''

describe("the broker's offset", () => {
  it('is not known before quotes have come, however long the terminal runs', () => {
    terminal.run('tick EURUSD 1.10000 1.10010')
    start()
    pass(60_000)
    expect(ask('known')).toBe('no')
  })

  it('is known soon after the first quotes, and told once', () => {
    start()
    expect(quoting(5)).toEqual(["info: The broker's clock is +2 h ahead of UTC."])
    expect(ask('known')).toBe('7200')
  })

  it('is not measured while the broker is gone', () => {
    start()
    terminal.run('connected off')
    quoting(5)
    expect(ask('known')).toBe('no')
  })

  it('waits to be measured anew after a week-end, and is another one after a change of clocks', () => {
    start(1_000)
    quoting(5)
    pass(SUNDAY - nowMs)
    expect(ask('known')).toBe('no')
    expect(quoting(5)).toEqual(["info: The broker's clock is +3 h ahead of UTC."])
    expect(ask('known')).toBe('10800')
  })

  it('does not follow the clock of the computer when that is set', () => {
    start()
    quoting(5)
    const before = Number(ask('market'))
    terminal.run(`clock jump ${HOUR_MS}`)
    quoting(20)
    expect(ask('known')).toBe('7200')
    expect(Number(ask('market')) - before).toBeLessThan(25_000)
  })

  it('is told with a complaint while the computer is seconds off', () => {
    start()
    terminal.run('clock jump 45000')
    expect(quoting(5).join()).toContain("The computer's clock is 45 s from the broker's: set it.")
    expect(ask('known')).toBe('7200')
  })

  it("lets the market's clock run on between quotes", () => {
    start()
    quoting(5)
    const before = Number(ask('market'))
    pass(3_000)
    expect(Number(ask('market')) - before).toBe(3_000)
  })
})

describe('past times', () => {
  /** An hour's bar whenever the market was open in the year before. */
  function loadYear(aheadMs: (utcMs: number) => number, weeks = 60): void {
    const lines: string[] = []
    for (let utc = FRIDAY - weeks * 168 * HOUR_MS; utc < FRIDAY; utc += HOUR_MS) {
      const newYork = new Date(utc + newYorkOffsetMs(utc))
      const hour = newYork.getUTCDay() * 24 + newYork.getUTCHours()
      if (hour >= 17 && hour < 137) lines.push(`${(utc + aheadMs(utc)) / 1_000} 1.1 1.1 1.1 1.1 1 1`)
    }
    const file = path.join(folder, 'bars.csv')
    writeFileSync(file, lines.join('\n'))
    terminal.run(`bars EURUSD ${file}`)
  }
  const newYorkClose = (utcMs: number): number => newYorkOffsetMs(utcMs) + 7 * HOUR_MS

  it('are refused until the offset of today is measured, unless the weeks have to do alone', () => {
    loadYear(newYorkClose)
    start()
    expect(ask('learn 0')).toBe("the broker's clock is not measured yet")
    expect(ask('learn 1')).toBe('yes')
  })

  it('are converted by the summer time of their own date, and back', () => {
    loadYear(newYorkClose)
    start()
    quoting(5)
    expect(ask('learn 0')).toBe('yes')
    for (const utc of [
      Date.UTC(2025, 6, 2, 9, 30),
      Date.UTC(2025, 10, 5, 9, 30),
      Date.UTC(2026, 1, 4, 9, 30),
    ]) {
      const wall = utc + newYorkClose(utc)
      expect(ask(`past ${wall / 1_000}`)).toBe(String(utc / 1_000))
      expect(ask(`utc ${wall + 123}`)).toBe(String(utc + 123))
      expect(ask(`server ${utc + 123}`)).toBe(String(wall + 123))
    }
  })

  it('before the first week that is known are not converted', () => {
    loadYear(newYorkClose, 20)
    start()
    quoting(5)
    ask('learn 0')
    expect(ask(`past ${(FRIDAY - 30 * 168 * HOUR_MS) / 1_000}`)).toBe('-1')
  })

  it('are known of a broker whose week begins an hour late, once today is measured', () => {
    loadYear(newYorkClose)
    terminal.run('zone server 3600 america')
    start()
    quoting(5)
    expect(ask('learn 0')).toBe('yes')
    expect(ask(`past ${(FRIDAY - 3 * 24 * HOUR_MS + HOUR_MS) / 1_000}`)).toBe(
      String((FRIDAY - 3 * 24 * HOUR_MS) / 1_000),
    )
  })

  it('are refused when there is no week-end to judge by', () => {
    terminal.run(
      ...[1, 2, 3].map(hour => `bar EURUSD ${(FRIDAY - hour * HOUR_MS) / 1_000} 1.1 1.1 1.1 1.1 1 1`),
    )
    start()
    quoting(5)
    expect(ask('learn 0')).toContain('no hours of EURUSD with a week-end')
  })

  it('are refused when the weeks begin at any hour', () => {
    loadYear(utc => newYorkClose(utc) + (Math.floor(utc / (168 * HOUR_MS)) % 7) * HOUR_MS)
    start()
    quoting(5)
    expect(ask('learn 0')).toContain('begin as on no known clock')
  })

  it('tolerate some weeks that begin late', () => {
    loadYear(utc => newYorkClose(utc) + (Math.floor(utc / (168 * HOUR_MS)) % 20 === 0 ? 5 * MINUTE_MS : 0))
    start()
    quoting(5)
    expect(ask('learn 0')).toBe('yes')
  })
})
