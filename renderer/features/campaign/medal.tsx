import type { BadgeName } from '../../../engine/contracts/badges.ts'
import * as css from './medal.css.ts'

/** A disc with twelve notches, drawn by hand around 32, 40. */
const notch = (k: number): string => {
  const at = (turn: number, radius: number) => {
    const angle = (turn / 24) * 2 * Math.PI
    return `${(32 + radius * Math.sin(angle)).toFixed(2)} ${(40 - radius * Math.cos(angle)).toFixed(2)}`
  }
  return `${k === 0 ? 'M' : 'L'}${at(2 * k - 0.5, 25)} L${at(2 * k + 0.5, 25)} L${at(2 * k + 1, 23)}`
}
const RIM = `${Array.from({ length: 12 }, (_, k) => notch(k)).join(' ')}Z`
const RIBBON_LEFT = 'M18 2h11l6 18-9 6Z'
const RIBBON_RIGHT = 'M46 2H35l-6 18 9 6Z'
const PROGRESS_RADIUS = 28

/** What is struck into each, as lines on a field of 24 by 24. */
const CHARGES: Readonly<Record<BadgeName, string>> = {
  FIRST_BLOOD: 'M12 3c4 5.4 6 8.6 6 11.6a6 6 0 0 1-12 0C6 11.6 8 8.4 12 3ZM9 15a3 3 0 0 0 3 3',
  SHARPSHOOTER: 'M12 2v6M12 16v6M2 12h6M16 12h6M12 6a6 6 0 1 0 0 12 6 6 0 0 0 0-12M12 11.9v.2',
  SNIPER_ELITE: 'M9 17V9.5L12 3l3 6.5V17ZM8 17h8v3H8ZM9 10h6M4 20l2-2M20 20l-2-2',
  STREAK_MASTER: 'M12.5 2c.5 4 5.5 6 5.5 12a6 6 0 0 1-12 0c0-2.5 1-4 2.5-5.5 0 2 .8 3.2 2 3.5-.5-4 .2-7 2-10ZM12 20c-2 0-2.5-2.5 0-5 2.5 2.5 2 5 0 5Z',
  PROFIT_HUNTER: 'M3 19l6-6 4 3 8-10M15 6h6v6M3 22h18',
  RISK_MANAGER: 'M12 2l8 2.8v6.4c0 5-3.5 8.8-8 10.8-4.5-2-8-5.8-8-10.8V4.8ZM8.5 11.5l2.6 2.6 4.6-5',
  SQUAD_LEADER: 'M12 4a2.6 2.6 0 1 0 0 5.2A2.6 2.6 0 0 0 12 4M5 8a2 2 0 1 0 0 4 2 2 0 0 0 0-4M19 8a2 2 0 1 0 0 4 2 2 0 0 0 0-4M7 20c0-5 2-7.5 5-7.5s5 2.5 5 7.5ZM2 18.5c0-2.5 1-4 3-4M22 18.5c0-2.5-1-4-3-4',
  VETERAN_TRADER: 'M4 10l8-6 8 6M4 15.5l8-6 8 6M4 21l8-6 8 6',
  MARKET_DOMINATOR: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M3 12h18M12 3c-5.5 5-5.5 13 0 18M12 3c5.5 5 5.5 13 0 18',
  DIAMOND_HANDS: 'M7 4h10l5 6-10 11L2 10ZM2 10h20M8.5 10 12 21l3.5-11L12 4Z',
  QUICK_DRAW: 'M14 2 5 13.5h6L9.5 22 19 10h-6.5Z',
  LEGENDARY_TRADER: 'M12 2l3 6.2 6.8.9-5 4.7 1.3 6.7-6.1-3.3-6.1 3.3 1.3-6.7-5-4.7L9 8.2ZM12 8.5v5',
} // prettier-ignore

type Props = Readonly<{
  name: BadgeName
  isEarned: boolean
  /** How far it is, 0 to 1. */
  share: number
}>

/** Struck in gold once it is earned; before that a blank, with a ring that fills. */
export function Medal({ name, isEarned, share }: Props) {
  const is = isEarned ? 'earned' : 'open'
  return (
    <svg className={css.medal[is]} viewBox="0 0 64 72" aria-hidden="true">
      <defs>
        <radialGradient id={`struck-${name}`} cx="0.36" cy="0.28" r="0.9">
          <stop offset="0" className={css.bright} />
          <stop offset="0.55" className={css.gold} />
          <stop offset="1" className={css.deep} />
        </radialGradient>
      </defs>
      <path d={RIBBON_LEFT} className={css.ribbon[is]} />
      <path d={RIBBON_RIGHT} className={css.ribbon[is]} />
      {!isEarned && (
        <>
          <circle cx="32" cy="40" r={PROGRESS_RADIUS} className={css.way} />
          <circle
            cx="32"
            cy="40"
            r={PROGRESS_RADIUS}
            pathLength={100}
            strokeDasharray={`${share * 100} 100`}
            transform="rotate(-90 32 40)"
            className={css.done}
          />
        </>
      )}
      <path d={RIM} className={css.rim[is]} fill={isEarned ? `url(#struck-${name})` : undefined} />
      <circle cx="32" cy="40" r="19" className={css.field[is]} />
      <path d={CHARGES[name]} transform="translate(20 28)" className={css.charge[is]} />
    </svg>
  )
}
