import { HOUR_MS } from '../../market/civil.ts'
import type { AccountFigures, Standing } from './figures.ts'

/** Losing trades in a row, whatever the day: a warning, and from the next one on an hour without shots. */
const WARNING_LOSSES = 3
const LOCKOUT_MS = HOUR_MS

export function tilt({ lossesInARow: losses, lastLossMs, marketMs }: AccountFigures): Standing[] {
  if (losses < WARNING_LOSSES) return []
  const about = { value: losses, limit: WARNING_LOSSES }
  const warning: Standing = {
    guard: 'TILT_WARNING',
    code: null,
    text: `${losses} losses in a row. ${losses > WARNING_LOSSES ? 'Each further one' : 'One more'} locks you out for an hour; a win ends the count.`,
    untilMs: null,
    ...about,
  }
  if (losses === WARNING_LOSSES || lastLossMs === null) return [warning]
  const untilMs = lastLossMs + LOCKOUT_MS
  if (marketMs >= untilMs) return [warning]
  const text = `${losses} losses in a row: no shots for an hour after the last.`
  return [warning, { guard: 'TILT_LOCKOUT', code: 'TILT_LOCKOUT', text, untilMs, ...about }]
}
