import { z } from 'zod'

/**
 * What clock the times of a history file are on. `newYorkClose`: seven hours ahead of New York, so that the broker's day
 * ends when New York's trading day does; UTC+2 in winter and UTC+3 in summer, by American rules. `easternEurope`: the
 * same by European rules. `newYork`: New York's own clock. A number is a fixed offset in hours.
 */
export const ServerTime = z.union([
  z.enum(['newYorkClose', 'easternEurope', 'newYork']),
  z.number().min(-14).max(14),
])
export type ServerTime = z.infer<typeof ServerTime>
