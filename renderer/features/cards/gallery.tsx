import { useState } from 'react'
import type { AccountKind } from '../../../engine/contracts/primitives.ts'
import { cardsCopy } from '../../copy/cards.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PanelMessage } from '../../ui/panel-message.tsx'
import type { Subject } from './subject.ts'
import { TradeList } from './trade-list.tsx'
import { WeekList } from './week-list.tsx'
import * as page from './cards-page.css.ts'
import * as css from './gallery.css.ts'

type Props = Readonly<{
  account: AccountKind | null
  chosen: Subject | null
  choose: (subject: Subject) => void
}>
const KINDS = ['kill', 'debrief', 'sitrep'] as const

/** What a card can be made of: of one kind of account, the one that is shown. */
export function Gallery({ account, chosen, choose }: Props) {
  const [which, setWhich] = useState<(typeof KINDS)[number]>('kill')
  return (
    <Panel title={cardsCopy.gallery} source="ledger" className={page.gallery} bare>
      {account === null ? (
        <PanelMessage tone="empty" text={cardsCopy.unlinked} next={cardsCopy.unlinkedNext} />
      ) : (
        <>
          <div className={css.bar} role="group" aria-label={cardsCopy.which}>
            {KINDS.map(one => (
              <Button key={one} look="small" aria-pressed={one === which} onClick={() => setWhich(one)}>
                {cardsCopy[one]}
              </Button>
            ))}
          </div>
          {which === 'sitrep' ? (
            <WeekList key={account} account={account} chosen={chosen} choose={choose} />
          ) : (
            <TradeList key={account} account={account} which={which} chosen={chosen} choose={choose} />
          )}
        </>
      )}
    </Panel>
  )
}
