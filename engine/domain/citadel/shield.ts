import type { Shield, ShieldLine, ShieldPart } from '../../contracts/mission.ts'
import type { ShieldClass } from '../../contracts/vocabulary.ts'
import { CARDS } from './cards.ts'

/** One part as it was measured. `share` of its points is 0 to 1; null: it could not be measured, and earns none. */
export type Measured = Readonly<{
  part: ShieldPart
  value: number | null
  share: number | null
  text: string
}>

const CLASSES: readonly Readonly<{ from: number; class: ShieldClass; sizeFactor: number }>[] = [
  { from: 8, class: 'APPROVED', sizeFactor: 1 },
  { from: 6, class: 'ACTIVE', sizeFactor: 0.75 },
  { from: 4, class: 'VOLATILITY_ZONE', sizeFactor: 0.5 },
]
const LEAST = { class: 'UNVERIFIED', sizeFactor: 0.25 } as const

const hundredths = (points: number): number => Math.round(points * 100) / 100
const clamp = (share: number): number => (share > 0 ? Math.min(1, share) : 0)

const gradeOf = (score: number) => CLASSES.find(({ from }) => score >= from) ?? LEAST

/** The class of a score, 0 to 10. */
export const shieldClassOf = (score: number): ShieldClass => gradeOf(score).class

/** Adds up the parts. The score is the sum of the lines as they are shown. */
export function shieldOf(parts: readonly Measured[]): Shield {
  const lines = parts.map(({ part, value, share, text }): ShieldLine => {
    const { most, informs } = CARDS[part]
    return { part, informs, points: hundredths(most * clamp(share ?? 0)), most, value, text }
  })
  const score = hundredths(lines.reduce((sum, { points }) => sum + points, 0))
  const { class: name, sizeFactor } = gradeOf(score)
  return { score, class: name, sizeFactor, lines }
}

/** Share of the allowed risk that a mission may take; one without a shield takes the least. */
export const sizeFactorOf = (shield: Shield | null): number =>
  Math.min(1, shield?.sizeFactor ?? LEAST.sizeFactor)
