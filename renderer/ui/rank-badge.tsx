import type { Rank } from '../../engine/contracts/vocabulary.ts'
import * as css from './rank-badge.css.ts'

type Props = Readonly<{ rank: Rank; title: string }>

const SHIELD = 'M24 2 43 9v15c0 11-8 18.5-19 22C13 42.5 5 35 5 24V9Z'

/** A chevron whose tip points up, at the given height of the shield. */
const chevron = (y: number): string => `M13 ${y + 6} 24 ${y} 35 ${y + 6}V${y + 10}L24 ${y + 4} 13 ${y + 10}Z`
const STAR = 'M24 9l2.6 5.4 5.9.8-4.3 4.1 1.1 5.9L24 22.4l-5.3 2.8 1.1-5.9-4.3-4.1 5.9-.8Z'
const FANGS = 'M13 12h22l-3.5 21-4.5-12h-6l-4.5 12Z'
const BLADES = 'M13 11l3-1 19 20-3 3Zm22 0-3-1-19 20 3 3Z'
const LAUREL = 'M14 22c-1 8 3 13 10 16 7-3 11-8 10-16-1 6-4.5 10-10 12-5.5-2-9-6-10-12Z'

/** One drawing a rank: chevrons for the young, blades, fangs, and a star in laurel for the commander. */
const CHARGES: Readonly<Record<Rank, readonly string[]>> = {
  NIBBLER: [chevron(20)],
  SCOUT: [chevron(14), chevron(24)],
  WARRIOR: [BLADES, chevron(31)],
  FANG: [FANGS],
  COMMANDER: [STAR, LAUREL],
}

export function RankBadge({ rank, title }: Props) {
  return (
    <svg className={css.badge} viewBox="0 0 48 48" role="img" aria-label={title}>
      <path d={SHIELD} className={css.shield} />
      <path d={SHIELD} className={css.rim} />
      {CHARGES[rank].map(charge => (
        <path key={charge} d={charge} className={css.charge} />
      ))}
    </svg>
  )
}
