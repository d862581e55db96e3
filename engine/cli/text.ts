/** How figures are written for a person. */
import { count } from '../domain/words/figures.ts'

export { certainty } from '../domain/words/certainty.ts'
export { count, counted, inR, money } from '../domain/words/figures.ts'
export { minuteOf } from '../domain/words/times.ts'

/** Time left on a clock, 12:05 or 1:02:05: whole seconds, the last one shown as one. */
export function timeLeft(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000))
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const two = (value: number) => String(value).padStart(2, '0')
  return `${hours > 0 ? `${hours}:` : ''}${two(minutes)}:${two(seconds % 60)}`
}

/** A list by count, largest first: VALUE_BELOW_GATE 12, COOLDOWN 3 */
export function tallyText(tally: Readonly<Record<string, number>>): string {
  return Object.entries(tally)
    .sort(([, a], [, b]) => b - a)
    .map(([name, times]) => `${name} ${count(times)}`)
    .join(', ')
}

/** 12.3 MB */
export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`
