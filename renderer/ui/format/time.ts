const two = (value: number): string => String(value).padStart(2, '0')

/** UTC time of day, 09:32:10. */
export function clockText(ms: number): string {
  const time = new Date(ms)
  return `${two(time.getUTCHours())}:${two(time.getUTCMinutes())}:${two(time.getUTCSeconds())}`
}

const day = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: '2-digit',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})

/** UTC date, Thu, 01 May 2014. */
export const dateText = (ms: number): string => day.format(ms)

const date = new Intl.DateTimeFormat('en-GB', {
  day: '2-digit',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})

/** The same without the weekday, 01 May 2014. */
export const dayText = (ms: number): string => date.format(ms)

const dayAndMonth = new Intl.DateTimeFormat('en-GB', { day: '2-digit', month: 'short', timeZone: 'UTC' })

/** 01 May, where the year is plain. */
export const dayMonthText = (ms: number): string => dayAndMonth.format(ms)

/** Time left on a clock: 12:05, or 1:02:05. */
export function countdownText(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000))
  const minutes = Math.floor(seconds / 60)
  const rest = `${two(minutes % 60)}:${two(seconds % 60)}`
  return minutes >= 60 ? `${Math.floor(minutes / 60)}:${rest}` : rest
}

/** A stretch of time in its two largest units: 0.4 s, 42 s, 3 min 20 s, 2 h 05 min, 3 d 4 h. */
export function spanText(ms: number): string {
  if (ms < 10_000) return `${(ms / 1000).toFixed(1)} s`
  const seconds = Math.round(ms / 1000)
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes} min ${seconds % 60} s`
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return `${hours} h ${two(minutes % 60)} min`
  return `${Math.floor(hours / 24)} d ${hours % 24} h`
}
