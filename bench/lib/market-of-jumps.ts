/** A made market in which a fade is proposed every few hours: for measuring shots, not for judging them. */

const DAY_MS = 86_400_000
const STEP_MS = 5_000
/** A Monday. */
export const MARKET_STARTS_MS = Date.UTC(2026, 0, 5)

/** EURUSD in points: two waves, and a step up or down that lasts two hours, every four hours. */
export function jumpyBidAt(ms: number): number {
  const minute = ms / 60_000
  const calm = 110_000 + 40 * Math.sin(minute / 7) + 25 * Math.sin(minute / 3.1)
  const inCycle = minute % 240
  if (inCycle < 120) return calm
  return 110_000 + (Math.floor(minute / 240) % 2 === 0 ? 400 : -400) + 5 * Math.sin(minute / 5)
}

/** One file a weekday, in the format `milliseconds since midnight,bid,ask`. */
export function marketOfJumps(weekdays: number): { name: string; text: string }[] {
  const files: { name: string; text: string }[] = []
  for (let day = MARKET_STARTS_MS; files.length < weekdays; day += DAY_MS) {
    if (new Date(day).getUTCDay() % 6 === 0) continue
    const lines: string[] = []
    for (let ms = 0; ms < DAY_MS; ms += STEP_MS) {
      const bid = Math.round(jumpyBidAt(day + ms))
      lines.push(`${ms},${(bid / 1e5).toFixed(5)},${((bid + 6) / 1e5).toFixed(5)}`)
    }
    const date = new Date(day).toISOString().slice(0, 10).replaceAll('-', '')
    files.push({ name: `${date}_eurusd_tick_quote.csv`, text: `${lines.join('\r\n')}\r\n` })
  }
  return files
}
