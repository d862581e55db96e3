import { closedCopy } from '../../../copy/closed.ts'
import { useView } from '../../../stores/desk-context.ts'
import { Panel } from '../../../ui/panel.tsx'
import { PanelMessage } from '../../../ui/panel-message.tsx'
import { DebriefTrade } from './debrief-trade.tsx'
import { TradeCard } from './trade-card.tsx'
import { useDebriefsDue } from './use-debriefs-due.ts'
import * as css from './closed.css.ts'

/** The last closed trades, newest first. */
export function ClosedWall() {
  return (
    <Panel title={closedCopy.title} source="ledger" aside={closedCopy.aside} className={css.panel} bare>
      <Cards />
    </Panel>
  )
}

function Cards() {
  const closed = useView(view => view.closed)
  const { isDue, read } = useDebriefsDue()
  if (closed.length === 0)
    return <PanelMessage tone="empty" text={closedCopy.empty} next={closedCopy.emptyNext} />
  return (
    <ul className={css.list} tabIndex={0} aria-label={closedCopy.title}>
      {closed.map(trade => (
        <TradeCard
          key={`${trade.order} ${trade.dealOut}`}
          trade={trade}
          action={<DebriefTrade trade={trade} isDue={isDue(trade.order)} onDone={read} />}
        />
      ))}
    </ul>
  )
}
