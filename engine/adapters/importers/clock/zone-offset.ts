const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000

/** Add it to UTC to read the wall clock of a place. Past and present rules come from the runtime's time zone data. */
export type ZoneOffset = (utcMs: number) => number

/** The offset of an IANA zone. Slow enough (microseconds) to be asked once an hour of data, not once a tick. */
export function zoneOffset(zone: string): ZoneOffset {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
  return utcMs => offsetIn(format.formatToParts(utcMs))
}

function offsetIn(parts: readonly Intl.DateTimeFormatPart[]): number {
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(name) ?? []
  const offsetMs = Number(hours ?? 0) * HOUR_MS + Number(minutes ?? 0) * MINUTE_MS
  return sign === '-' ? -offsetMs : offsetMs
}
