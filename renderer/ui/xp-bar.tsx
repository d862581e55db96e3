import * as css from './xp-bar.css.ts'

type Props = Readonly<{
  xp: number
  rankXp: number
  /** Null at the highest rank: the bar is full. */
  nextRankXp: number | null
  /** What is left to the next rank, in words. */
  goal: string
  look: 'slim' | 'full'
}>

/** The way from this rank to the next. */
export function XpBar({ xp, rankXp, nextRankXp, goal, look }: Props) {
  const share = nextRankXp === null ? 1 : (xp - rankXp) / (nextRankXp - rankXp)
  return (
    <div
      className={css.track[look]}
      role="progressbar"
      aria-label={goal}
      aria-valuemin={rankXp}
      aria-valuemax={nextRankXp ?? xp}
      aria-valuenow={xp}
    >
      <div className={css.fill} style={{ width: `${share * 100}%` }} />
    </div>
  )
}
