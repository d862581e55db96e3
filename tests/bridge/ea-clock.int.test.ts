/** What the whole Expert Advisor does while the broker's clock cannot be told. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { textsOf } from '../../ea/host/driver/lines.ts'
import { newYorkOffsetMs } from '../../engine/domain/market/city-time.ts'
import { fireBody, idOf } from './desk-bench.ts'
import { FileBench, programBinary } from './file-bench.ts'

const HOUR_MS = 3_600_000
const SATURDAY = Date.UTC(2026, 2, 7, 12)
const folder = mkdtempSync(path.join(tmpdir(), 'bitten-clock-'))

let bench: FileBench
beforeAll(async () => {
  bench = new FileBench(await programBinary())
}, 300_000)
afterAll(() => {
  bench.terminal.close()
  rmSync(folder, { recursive: true, force: true })
})

const ask = (n: number) => bench.put('sync', { id: idOf(n), commands: [], dealsSinceMs: 0 })
const dealFiles = () => bench.files().filter(name => /trade_result_\d+\.txt$/.test(name))

test('before the first quotes nothing is opened and a sync waits, the newest; it is said once', () => {
  bench.wipe().begin({}, false)
  bench.terminal.run('position open EURUSD buy 0.10')
  const prints: string[] = []
  for (const n of [900, 901]) {
    ask(n)
    prints.push(...textsOf(bench.terminal.advance(3_000), 'print'))
  }
  expect(bench.status()).toMatchObject({
    synced: null,
    beat: { denies: "The broker's clock is not known yet" },
  })
  expect(prints.filter(text => text.includes('clock is not known yet'))).toHaveLength(1)
  bench.put('fire', fireBody(1))
  bench.terminal.advance(2_000)
  expect(bench.verdictOf(1)).toMatchObject({ is: 'denied', text: expect.stringContaining('clock') as string })

  bench.pass(5_000)
  expect(bench.status()).toMatchObject({ synced: idOf(901) })
  expect(bench.status().beat.denies).toBeUndefined()
  expect(dealFiles()).toHaveLength(1)
})

/** An hour's bar whenever the market was open in the year before; the broker closes its day with New York. */
function loadYear(): void {
  const lines: string[] = []
  for (let utc = SATURDAY - 60 * 168 * HOUR_MS; utc < SATURDAY; utc += HOUR_MS) {
    const newYork = new Date(utc + newYorkOffsetMs(utc))
    const hour = newYork.getUTCDay() * 24 + newYork.getUTCHours()
    if (hour >= 17 && hour < 137)
      lines.push(`${(utc + newYorkOffsetMs(utc) + 7 * HOUR_MS) / 1_000} 1.1 1.1 1.1 1.1 1 1`)
  }
  const file = path.join(folder, 'bars.csv')
  writeFileSync(file, lines.join('\n'))
  bench.terminal.run(`bars EURUSD ${file}`)
}

test('on a week-end the weeks of the past say what the clock is, and a sync is answered', () => {
  bench.wipe(`clock set ${SATURDAY}`, 'zone server 7200 america')
  loadYear()
  bench.begin({}, false)
  expect(bench.status().beat.denies).toContain('clock')
  bench.terminal.advance(60_000)
  expect(bench.status().beat.denies).toBeUndefined()
  ask(900)
  bench.terminal.advance(2_000)
  expect(bench.status().synced).toBe(idOf(900))
})
