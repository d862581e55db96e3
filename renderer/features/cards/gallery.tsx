import type { AccountKind } from '../../../engine/contracts/primitives.ts'
import { cardsCopy } from '../../copy/cards.ts'
import { Panel } from '../../ui/panel.tsx'
import { PanelMessage } from '../../ui/panel-message.tsx'
import { TradeList } from './trade-list.tsx'
import type { Trade } from './use-trades.ts'
import * as css from './cards-page.css.ts'

type Props = Readonly<{ account: AccountKind | null; chosen: Trade | null; choose: (trade: Trade) => void }>

/** The trades that a card can be made of: of one kind of account, the one that is shown. */
export function Gallery({ account, chosen, choose }: Props) {
  return (
    <Panel title={cardsCopy.gallery} source="ledger" className={css.gallery} bare>
      {account === null ? (
        <PanelMessage tone="empty" text={cardsCopy.unlinked} next={cardsCopy.unlinkedNext} />
      ) : (
        <TradeList key={account} account={account} chosen={chosen} choose={choose} />
      )}
    </Panel>
  )
}
