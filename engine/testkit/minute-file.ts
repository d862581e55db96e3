import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { Random } from '../broker-sim/random.ts'

const MINUTE = 60_000
/** HistData's clock: New York's winter time, all year. */
const BEHIND_UTC_MS = 5 * 3_600_000
const two = (value: number) => String(value).padStart(2, '0')

/** Writes a HistData file of EURUSD minutes of whole market weeks from 1 January 2018, and gives its path. */
export function aMinuteFile(folder: string, weeks: number, seed = 1): string {
  const random = new Random(seed)
  const lines: string[] = []
  let price = 120_000
  for (let week = 0; week < weeks; week++) {
    // Sunday 22:00 UTC to Friday 22:00 UTC.
    const fromMs = Date.UTC(2018, 0, 7 + 7 * week, 22)
    for (let minute = 0; minute < 5 * 24 * 60; minute++) {
      const move = Math.round(random.gaussian() * 8)
      const jump = random.uniform() < 0.002 ? Math.round(random.gaussian() * 80) : 0
      const [open, close] = [price, price + move + jump]
      const high = Math.max(open, close) + Math.floor(random.uniform() * 6)
      const low = Math.min(open, close) - Math.floor(random.uniform() * 6)
      lines.push(row(fromMs + minute * MINUTE, [open, high, low, close]))
      price = close
    }
  }
  const file = path.join(folder, 'DAT_ASCII_EURUSD_M1_2018.csv')
  writeFileSync(file, lines.join(''))
  return file
}

function row(utcMs: number, prices: readonly number[]): string {
  const at = new Date(utcMs - BEHIND_UTC_MS)
  const day = `${at.getUTCFullYear()}${two(at.getUTCMonth() + 1)}${two(at.getUTCDate())}`
  const time = `${two(at.getUTCHours())}${two(at.getUTCMinutes())}00`
  return `${day} ${time};${prices.map(points => (points / 100_000).toFixed(5)).join(';')};0\n`
}
