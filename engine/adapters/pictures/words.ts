/** How facts are written on a picture. */
const MINUS = '−'

/** With a true minus, and a plus where something was gained. */
export function signed(value: number, decimals: number): string {
  const text = Math.abs(value).toLocaleString('en-US', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })
  if (Number(text) === 0) return text
  return `${value < 0 ? MINUS : '+'}${text}`
}

export const inR = (r: number): string => `${signed(r, 2)} R`
export const money = (cents: number): string => signed(cents / 100, 2)
export const percent = (share: number): string => `${(share * 100).toFixed(0)} %`
export const lotsText = (lots: number): string =>
  lots.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 8 })

/** 6 Jan 2026, UTC */
const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})
export const dayText = (atMs: number): string => day.format(atMs)

/** One day is said once. */
export function daysText(fromMs: number, toMs: number): string {
  const [from, to] = [dayText(fromMs), dayText(toMs)]
  return from === to ? from : `${from} to ${to}`
}

/** 2026-01-06 09:30, UTC */
export const minuteText = (atMs: number): string =>
  new Date(atMs).toISOString().slice(0, 16).replace('T', ' ')

/** 6 Jan, UTC */
const monthDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
export const monthDayText = (atMs: number): string => monthDay.format(atMs)
