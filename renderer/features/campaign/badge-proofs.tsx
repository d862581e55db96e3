import type { BadgeState } from '../../../engine/contracts/campaign.ts'
import { badgesCopy } from '../../copy/campaign.ts'
import { label, number } from '../../theme/type.css.ts'
import { countText } from '../../ui/format/numbers.ts'
import { clockText, dateText, dayText } from '../../ui/format/time.ts'
import { Medal } from './medal.tsx'
import * as css from './badge-proofs.css.ts'

/** One badge at large: what it asks for, how far it is, and every trade or decision that earned it. */
export function BadgeProofs({ badge }: Readonly<{ badge: BadgeState }>) {
  const { name, how, xp, n, of, earned } = badge
  return (
    <div className={css.sheet}>
      <div className={css.medal}>
        <Medal name={name} isEarned={earned !== null} share={n / of} />
      </div>
      <div className={css.words}>
        <p className={css.how}>{how}</p>
        <p className={`${number} ${css.state}`}>
          {earned
            ? badgesCopy.earned(dateText(earned.atMs))
            : badgesCopy.progress(countText(n), countText(of))}{' '}
          · {badgesCopy.pays(countText(xp))}
        </p>
        <h3 className={label}>{badgesCopy.proofs}</h3>
        <Proofs earned={earned} />
      </div>
    </div>
  )
}

function Proofs({ earned }: Pick<BadgeState, 'earned'>) {
  if (earned === null) return <p className={css.none}>{badgesCopy.proofsOpen}</p>
  if (earned.proofs.length === 0) return <p className={css.none}>{badgesCopy.proofsNone}</p>
  return (
    <ol className={css.proofs} tabIndex={0} aria-label={badgesCopy.proofs}>
      {earned.proofs.map(({ order, mission, atMs }) => (
        <li key={order ?? mission} className={css.proof}>
          <time className={css.time}>
            {dayText(atMs)} {clockText(atMs)}
          </time>
          <span className={number}>
            {order === null ? badgesCopy.mission(mission ?? '') : badgesCopy.order(order)}
          </span>
        </li>
      ))}
    </ol>
  )
}
