/** How figures are written for a person. */
import type { Mission } from '../contracts/mission.ts'

/** 1,234,567 */
export const count = (value: number): string => value.toLocaleString('en-US')

/** 1 bar, 2 bars */
export const counted = (value: number, noun: string): string =>
  `${count(value)} ${noun}${value === 1 ? '' : 's'}`

/** 2014-05-02 12:30, UTC */
export const minuteOf = (utcMs: number): string =>
  new Date(utcMs).toISOString().slice(0, 16).replace('T', ' ')

/** Time left on a clock, 12:05 or 1:02:05: whole seconds, the last one shown as one. */
export function timeLeft(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000))
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const two = (value: number) => String(value).padStart(2, '0')
  return `${hours > 0 ? `${hours}:` : ''}${two(minutes)}:${two(seconds % 60)}`
}

/** −12.34; the minus is a true one. */
export const money = (cents: number): string => signedText(cents, (Math.abs(cents) / 100).toFixed(2))

/** +1.25 R */
export const inR = (r: number): string => `${r > 0 ? '+' : ''}${signedText(r, Math.abs(r).toFixed(2))} R`

const signedText = (value: number, text: string): string => (value < 0 ? `−${text}` : text)

/** A list by count, largest first: VALUE_BELOW_GATE 12, COOLDOWN 3 */
export function tallyText(tally: Readonly<Record<string, number>>): string {
  return Object.entries(tally)
    .sort(([, a], [, b]) => b - a)
    .map(([name, times]) => `${name} ${count(times)}`)
    .join(', ')
}

/** p 0.36, and whether it means what it says: a model of real prices has seen nothing of a simulated market. */
export function certainty({ confidence: { p, calibrated }, kind }: Mission): string {
  return `p ${p.toFixed(2)}${calibrated && kind !== 'simulated' ? '' : ' UNCALIBRATED'}`
}

/** 12.3 MB */
export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`
