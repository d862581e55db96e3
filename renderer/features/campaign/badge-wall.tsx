import { useState } from 'react'
import type { BadgeState } from '../../../engine/contracts/campaign.ts'
import { badgesCopy, campaignCopy } from '../../copy/campaign.ts'
import { number } from '../../theme/type.css.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { countText } from '../../ui/format/numbers.ts'
import { dayText } from '../../ui/format/time.ts'
import { Panel } from '../../ui/panel.tsx'
import { BadgeProofs } from './badge-proofs.tsx'
import { Medal } from './medal.tsx'
import * as css from './badge-wall.css.ts'

/** Twelve medals, each with how far it is; one that is pressed says what earned it. */
export function BadgeWall({ badges, isOld }: Readonly<{ badges: readonly BadgeState[]; isOld: boolean }>) {
  const [opened, open] = useState<BadgeState['name'] | null>(null)
  const shown = badges.find(({ name }) => name === opened)
  const earned = badges.filter(badge => badge.earned !== null).length
  const aside = isOld ? campaignCopy.old : badgesCopy.aside(countText(earned), countText(badges.length))
  return (
    <Panel title={badgesCopy.title} source="ledger" aside={aside} className={css.panel} bare>
      <ul className={css.wall}>
        {badges.map(badge => (
          <li key={badge.name} className={css.place}>
            <Badge badge={badge} open={() => open(badge.name)} />
          </li>
        ))}
      </ul>
      <Dialog
        isOpen={shown !== undefined}
        title={shown?.title ?? ''}
        closeWord={badgesCopy.close}
        width="narrow"
        onClose={() => open(null)}
      >
        {shown && <BadgeProofs badge={shown} />}
      </Dialog>
    </Panel>
  )
}

function Badge({ badge, open }: Readonly<{ badge: BadgeState; open: () => void }>) {
  const { name, title, how, xp, n, of, earned } = badge
  const state = earned ? dayText(earned.atMs) : badgesCopy.progress(countText(n), countText(of))
  return (
    <button type="button" className={css.badge} title={how} onClick={open}>
      <span className={css.medal}>
        <Medal name={name} isEarned={earned !== null} share={n / of} />
      </span>
      <span className={earned ? css.title.earned : css.title.open}>{title}</span>
      <span className={`${number} ${earned ? css.state.earned : css.state.open}`}>
        {state} <span className={css.xp}>· {badgesCopy.pays(countText(xp))}</span>
      </span>
      <span className={css.how}>{how}</span>
    </button>
  )
}
