/** Prices are whole points inside and decimal text outside; no float is ever compared with a price. */
import type { Points } from '../../contracts/primitives.ts'

/** 10^digits, exactly. */
export const pointsPerUnit = (digits: number): number => Number(`1e${digits}`)

/** "1.10234" with 5 digits → 110234. Text with more digits than the symbol has is rounded to the nearest point. */
export const pointsFromText = (text: string, digits: number): Points =>
  Math.round(Number(text) * pointsPerUnit(digits)) as Points

/** 110234 with 5 digits → "1.10234". */
export function textFromPoints(points: number, digits: number): string {
  if (digits === 0) return String(points)
  const text = String(Math.abs(points)).padStart(digits + 1, '0')
  return `${points < 0 ? '-' : ''}${text.slice(0, -digits)}.${text.slice(-digits)}`
}

/** A pip is the fourth decimal, of yen pairs the second: ten points where the broker quotes a fraction of a pip. */
export const pointsPerPip = (digits: number): number => (digits % 2 === 1 ? 10 : 1)

export const pipsFromPoints = (points: number, digits: number): number => points / pointsPerPip(digits)

/** Decimals that a step such as 0.01 needs: 2. */
export function stepDigits(step: number): number {
  for (let digits = 0; digits <= 8; digits++) {
    if (Math.abs(step * 10 ** digits - Math.round(step * 10 ** digits)) < 1e-9) return digits
  }
  return 8
}

export const lotsText = (lots: number, step: number): string => lots.toFixed(stepDigits(step))
