import { identityCopy } from '../../../copy/command-bar.ts'
import { rankWords } from '../../../copy/words.ts'
import { useView } from '../../../stores/desk-context.ts'
import { countText } from '../../../ui/format/numbers.ts'
import { label } from '../../../theme/type.css.ts'
import { RankBadge } from '../../../ui/rank-badge.tsx'
import { XpBar } from '../../../ui/xp-bar.tsx'
import { cell } from './command-bar.css.ts'
import * as css from './identity.css.ts'

/** Call-sign, rank and the way to the next one. */
export function Identity() {
  const campaign = useView(view => view.campaign)
  const { name, callSign } = rankWords[campaign.rank]
  return (
    <section className={cell} aria-label={identityCopy.region}>
      <RankBadge rank={campaign.rank} title={identityCopy.badge(campaign.rank)} />
      <div className={css.words}>
        <p className={css.callSign}>{callSign}</p>
        <p className={label}>{name}</p>
      </div>
      <Experience />
    </section>
  )
}

function Experience() {
  const { xp, rankXp, nextRankXp, nextRank, kind } = useView(view => view.campaign)
  const isTop = nextRankXp === null || nextRank === null
  const goal = isTop ? identityCopy.top : identityCopy.next(countText(nextRankXp - xp), nextRank)
  return (
    <div className={css.xp}>
      <p className={css.xpLine}>
        <span className={css.xpCount}>{identityCopy.xp(countText(xp))}</span>
        {kind === 'simulated' && <span className={css.practice}>{identityCopy.practice}</span>}
      </p>
      <XpBar xp={xp} rankXp={rankXp} nextRankXp={nextRankXp} goal={goal} look="slim" />
      <p className={css.goal}>{goal}</p>
    </div>
  )
}
