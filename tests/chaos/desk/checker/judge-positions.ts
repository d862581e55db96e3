/** What the broker held, at any time: no id twice, nothing without its stop, no stop ever moved away. */
import type { LogLine, PositionLine } from './broker-log.ts'
import { OUR_MAGIC } from './tables.ts'

export const judgePositions = (log: readonly LogLine[]): string[] => [
  ...doubles(log),
  ...unprotected(log),
  ...widened(log),
  ...waitsBare(log),
]

function doubles(log: readonly LogLine[]): string[] {
  const positions = new Map<string, Set<string>>()
  for (const line of log) {
    if (line.at !== 'deal' || line.deal.entry !== 'in' || line.deal.id === null) continue
    const { id, position } = line.deal
    positions.set(id, (positions.get(id) ?? new Set()).add(position))
  }
  return [...positions]
    .filter(([, opened]) => opened.size > 1)
    .map(([id, opened]) => `DOUBLE: order ${id} opened positions ${[...opened].join(', ')}`)
}

const oursIn = (line: LogLine): readonly PositionLine[] =>
  line.at === 'book' ? line.positions.filter(({ magic }) => magic === OUR_MAGIC) : []

function unprotected(log: readonly LogLine[]): string[] {
  const bare = log.flatMap(oursIn).filter(({ stop }) => !(Number(stop) > 0))
  return [...new Set(bare.map(({ position }) => `NO STOP: position ${position} had none`))]
}

function waitsBare(log: readonly LogLine[]): string[] {
  const orders = log.flatMap(line => (line.at === 'book' ? line.orders : []))
  const bare = orders.filter(({ magic, stop }) => magic === OUR_MAGIC && !(Number(stop) > 0))
  return [...new Set(bare.map(({ order }) => `NO STOP: order ${order} waited without one`))]
}

function widened(log: readonly LogLine[]): string[] {
  const stops = new Map<string, number>()
  return log.flatMap(oursIn).flatMap(({ position, side, stop }) => {
    const before = stops.get(position)
    const now = Number(stop)
    stops.set(position, now)
    if (before === undefined || (side === 'buy' ? now >= before : now <= before)) return []
    return [`WIDENED: the stop of position ${position} went from ${before} to ${now}`]
  })
}
