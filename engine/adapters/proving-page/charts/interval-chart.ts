import type { Measured } from '../../../contracts/proving.ts'
import { count, signed } from '../figures.ts'
import { markup, NOTHING, type Markup } from '../markup.ts'
import { place, roundScale, type Scale } from './scale.ts'

export type IntervalRow = Readonly<{
  name: string
  /** Stands under the row before it, as another view of the same trades. */
  lesser?: boolean
  n: number
  /** Result, and the random entries beside it. */
  own: Measured
  random: Measured
}>

const WIDTH = 960
const NAMES = 176
const FIGURES = 224
const RIGHT = WIDTH - FIGURES - 44
const ROW = 34
const TOP = 34

/** A row a group: its mean with its interval, and below it that of random entries, on one scale in R. */
export function intervalChart(rows: readonly IntervalRow[], title: string): Markup {
  const ends = rows.flatMap(({ own, random }) => [own.low, own.high, random.low, random.high, own.value])
  const known = [0, ...ends.filter(end => end !== null)].map(end => Math.min(3, Math.max(-3, end)))
  const scale = roundScale(Math.min(...known), Math.max(...known), NAMES, RIGHT, 7)
  const height = TOP + rows.length * ROW + 8
  return markup`<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${title}">
    <text x="${WIDTH - FIGURES}" y="16" class="axis">mean R [95 %]</text>
    <text x="${WIDTH}" y="16" class="axis end">n</text>
    ${scale.ticks.map(tick => gridLine(tick, scale, height))}
    ${rows.map((row, at) => intervalRow(row, TOP + at * ROW, scale))}
  </svg>`
}

function gridLine(tick: number, scale: Scale, height: number): Markup {
  const x = place(scale.at(tick))
  return markup`<line x1="${x}" x2="${x}" y1="${TOP - 8}" y2="${height}" class="${tick === 0 ? 'zero' : 'grid'}"/>
    <text x="${x}" y="16" class="axis middle">${tick === 0 ? '0' : signed(tick, 2)}</text>`
}

function intervalRow({ name, lesser, n, own, random }: IntervalRow, top: number, scale: Scale): Markup {
  const middle = top + ROW / 2
  const { value, low, high } = own
  const range = low === null || high === null ? '' : ` [${signed(low, 2)}, ${signed(high, 2)}]`
  return markup`<line x1="0" x2="${WIDTH}" y1="${top}" y2="${top}" class="rule"/>
    <text x="${lesser === true ? 14 : 0}" y="${middle + 4}" class="name ${lesser === true ? 'lesser' : ''}">${name}</text>
    ${whisker(random, middle + 7, scale, 'random')}
    ${whisker(own, middle - 4, scale, kindOf(own))}
    <text x="${WIDTH - FIGURES}" y="${middle + 4}" class="number">${signed(value)}${range}</text>
    <text x="${WIDTH}" y="${middle + 4}" class="number end">${count(n)}</text>`
}

/** Only an interval that keeps clear of zero says which side it is on. */
function kindOf({ low, high }: Measured): string {
  if (low !== null && low > 0) return 'gain'
  return high !== null && high < 0 ? 'loss' : 'open'
}

function whisker({ value, low, high }: Measured, y: number, scale: Scale, kind: string): Markup {
  if (value === null) return NOTHING
  const held = (end: number) => Math.min(RIGHT, Math.max(NAMES, scale.at(end)))
  const line =
    low === null || high === null
      ? NOTHING
      : markup`<line x1="${place(held(low))}" x2="${place(held(high))}" y1="${y}" y2="${y}" class="whisker ${kind}"/>`
  return markup`${line}<circle cx="${place(held(value))}" cy="${y}" r="${kind === 'random' ? 2.5 : 4.5}" class="dot ${kind}"/>`
}
