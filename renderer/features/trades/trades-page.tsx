import { useState } from 'react'
import type { AccountKind } from '../../../engine/contracts/primitives.ts'
import { tradesCopy } from '../../copy/trades.ts'
import { kindWords } from '../../copy/words.ts'
import { useViewState } from '../../stores/desk-context.ts'
import { countText } from '../../ui/format/numbers.ts'
import { NotRead } from '../../ui/not-read.tsx'
import { PanelMessage } from '../../ui/panel-message.tsx'
import { Panel } from '../../ui/panel.tsx'
import { TradesFilter } from './trades-filter.tsx'
import { TradesTable } from './trades-table.tsx'
import { useTradeRows, type TradesChoice } from './use-trade-rows.ts'
import * as css from './trades.css.ts'

const NEWEST_FIRST: TradesChoice = { scope: null, keys: {}, order: 'closed', descending: true }

/** Every closed trade of this kind of money, in any order; each leads to its whole story. */
export function TradesPage() {
  const account = useViewState(({ view }) => view?.kind ?? null)
  return (
    <div className={css.page}>
      {account === null ? (
        <Panel title={tradesCopy.title} source="ledger">
          <PanelMessage tone="empty" text={tradesCopy.unlinked} next={tradesCopy.unlinkedNext} />
        </Panel>
      ) : (
        <TradesOf key={account} account={account} />
      )}
    </div>
  )
}

function TradesOf({ account }: Readonly<{ account: AccountKind }>) {
  const [choice, choose] = useState(NEWEST_FIRST)
  const rows = useTradeRows(account, choice)
  const { head, problem, readAgain } = rows
  const aside = head !== null && tradesCopy.count(kindWords[account], countText(head.total))
  return (
    <Panel title={tradesCopy.title} source="ledger" aside={aside} bare>
      {head === null ? (
        <NotRead words={tradesCopy} problem={problem} read={readAgain} />
      ) : head.ofScope.trades + head.ofScope.drills === 0 ? (
        <PanelMessage tone="empty" text={tradesCopy.empty} next={tradesCopy.emptyNext} />
      ) : (
        <>
          <TradesFilter head={head} choice={choice} choose={choose} />
          {problem !== null && (
            <p className={css.old}>
              {tradesCopy.old} {problem}
            </p>
          )}
          {head.total === 0 ? (
            <PanelMessage tone="empty" text={tradesCopy.nothing} next={tradesCopy.nothingNext} />
          ) : (
            <TradesTable rows={rows} total={head.total} choice={choice} choose={choose} />
          )}
        </>
      )}
    </Panel>
  )
}
