import { boardCopy } from '../../../copy/board.ts'
import { pairs } from '../../../copy/words.ts'
import { useView } from '../../../stores/desk-context.ts'
import { Panel } from '../../../ui/panel.tsx'
import { PanelMessage } from '../../../ui/panel-message.tsx'
import { BoardRow } from './board-row.tsx'
import * as css from './board.css.ts'

/** Fifteen pairs: price, what it costs, where it has been, what it is doing. */
export function Board() {
  return (
    <Panel title={boardCopy.title} source="market" aside={<QuotedCount />} className={css.panel} bare>
      <BoardBody />
    </Panel>
  )
}

const useQuotedCount = () => useView(view => Object.keys(view.prices).length)

function QuotedCount() {
  return boardCopy.count(useQuotedCount(), pairs.length)
}

function BoardBody() {
  if (useQuotedCount() === 0)
    return <PanelMessage tone="empty" text={boardCopy.empty} next={boardCopy.emptyNext} />
  const { columns } = boardCopy
  return (
    <div className={css.frame}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col" className={css.headPair}>
              {columns.pair}
            </th>
            <th scope="col" className={css.headBid}>
              {columns.bid}
            </th>
            <th scope="col" className={css.headAsk}>
              {columns.ask}
            </th>
            <th scope="col" className={css.headSpread} title={boardCopy.spreadTitle}>
              {columns.spread}
            </th>
            <th scope="col" className={css.headSpark}>
              {columns.trend}
            </th>
            <th scope="col" className={css.head}>
              {columns.regime}
            </th>
          </tr>
        </thead>
        <tbody>
          {pairs.map(pair => (
            <BoardRow key={pair} pair={pair} />
          ))}
        </tbody>
      </table>
    </div>
  )
}
