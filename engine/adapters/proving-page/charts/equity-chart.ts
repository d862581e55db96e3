import type { ChoiceResults } from '../../../contracts/proving.ts'
import { day, monthName, signed } from '../figures.ts'
import { markup, NOTHING, type Markup } from '../markup.ts'
import { place, roundScale, type Scale } from './scale.ts'

const WIDTH = 960
const HEIGHT = 300
const LEFT = 62
const BOTTOM = 30
const EDGE = 12

type Point = Readonly<{ atMs: number; r: number }>
type Axes = Readonly<{ x: (ms: number) => number; y: Scale }>

/** The running sum of R at 1× cost, what it lost of its best so far, and where it fell deepest. */
export function equityChart({ equity, drawdown }: ChoiceResults, title: string): Markup {
  const [first, last] = [equity[0], equity.at(-1)]
  if (first === undefined || last === undefined) return markup`<p class="none">No signal, so no result.</p>`
  const path = [{ atMs: first.atMs, r: 0 }, ...equity]
  const sums = path.map(({ r }) => r)
  const span = Math.max(1, last.atMs - first.atMs)
  const x = (ms: number) => LEFT + ((ms - first.atMs) / span) * (WIDTH - LEFT - EDGE)
  const y = roundScale(Math.min(...sums), Math.max(...sums), HEIGHT - BOTTOM, EDGE)
  return markup`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}">
    ${y.ticks.map(tick => levelLine(tick, y))}
    ${monthStarts(first.atMs, last.atMs).map(ms => monthLine(ms, x(ms)))}
    <polygon points="${fallArea(path, { x, y })}" class="fall"/>
    <polyline points="${steps(path, { x, y }).join(' ')}" class="equity"/>
    ${deepest(drawdown, path, { x, y })}
  </svg>`
}

function levelLine(tick: number, y: Scale): Markup {
  const up = place(y.at(tick))
  return markup`<line x1="${LEFT}" x2="${WIDTH - EDGE}" y1="${up}" y2="${up}" class="${tick === 0 ? 'zero' : 'grid'}"/>
    <text x="${LEFT - 8}" y="${Number(up) + 4}" class="axis end">${tick === 0 ? '0' : signed(tick, Number.isInteger(tick) ? 0 : 1)} R</text>`
}

function monthLine(ms: number, x: number): Markup {
  return markup`<line x1="${place(x)}" x2="${place(x)}" y1="${EDGE}" y2="${HEIGHT - BOTTOM}" class="grid"/>
    <text x="${place(x + 4)}" y="${HEIGHT - 10}" class="axis">${monthName(ms)} ${new Date(ms).getUTCFullYear()}</text>`
}

/** Firsts of months between two times; of a long span only as many as have room. */
function monthStarts(fromMs: number, toMs: number): readonly number[] {
  const from = new Date(fromMs)
  const months: number[] = []
  for (let month = from.getUTCMonth() + 1; ; month++) {
    const ms = Date.UTC(from.getUTCFullYear(), month, 1)
    if (ms > toMs) break
    months.push(ms)
  }
  const every = Math.ceil(months.length / 10)
  return months.filter((_, at) => at % every === 0)
}

/** A result is there at once when a trade ends. */
function steps(path: readonly Point[], { x, y }: Axes): readonly string[] {
  return path.flatMap(({ atMs, r }, at) => {
    const before = path[at - 1]
    const corner = before === undefined ? [] : [`${place(x(atMs))},${place(y.at(before.r))}`]
    return [...corner, `${place(x(atMs))},${place(y.at(r))}`]
  })
}

function fallArea(path: readonly Point[], { x, y }: Axes): string {
  let best = 0
  const bests = path.map(({ atMs, r }) => ({ atMs, r: (best = Math.max(best, r)) }))
  return [...steps(bests, { x, y }), ...steps(path, { x, y }).toReversed()].join(' ')
}

function deepest(
  { depth, fromMs, toMs }: ChoiceResults['drawdown'],
  path: readonly Point[],
  { x, y }: Axes,
): Markup {
  const low = path.findLast(({ atMs }) => atMs === toMs)
  if (low === undefined || toMs === null) return NOTHING
  const atEnd = x(toMs) > WIDTH * 0.7
  const since = fromMs === null ? '' : ` since ${day(fromMs)}`
  return markup`<circle cx="${place(x(toMs))}" cy="${place(y.at(low.r))}" r="4" class="dot loss"/>
    <text x="${place(x(toMs) + (atEnd ? -10 : 10))}" y="${place(y.at(low.r) - 6)}" class="note ${atEnd ? 'end' : ''}">${signed(-depth, 1)} R${since}</text>`
}
