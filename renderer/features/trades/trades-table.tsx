import { useEffect, useRef } from 'react'
import { useVirtualizer } from '@tanstack/react-virtual'
import type { TradeOrder } from '../../../engine/contracts/trades-table.ts'
import { plainColumnWords, tradeColumnWords, tradesCopy } from '../../copy/trades.ts'
import { TradeRow } from './trade-row.tsx'
import type { TradeRows, TradesChoice } from './use-trade-rows.ts'
import * as css from './trades.css.ts'

/** As `css.row` has it. */
const ROW_PX = 32
/** Rows drawn beyond the screen, so that none is missing while they fly by. */
const BEYOND = 6

type Column = TradeOrder | keyof typeof plainColumnWords
const COLUMNS: readonly Column[] = ['closed', 'pair', 'setup', 'lots', 'held', 'r', 'money', 'worst', 'best', 'reason'] // prettier-ignore
const isOrder = (column: Column): column is TradeOrder => Object.hasOwn(tradeColumnWords, column)

type Props = Readonly<{
  rows: TradeRows
  total: number
  choice: TradesChoice
  choose: (choice: TradesChoice) => void
}>

/** As many rows as the screen shows, of as many as there are. */
export function TradesTable({ rows, total, choice, choose }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const { rowAt, need } = rows
  // oxlint-disable-next-line react/incompatible-library -- nothing of it is handed on, so there is nothing to memoize
  const table = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: BEYOND,
  })
  const shown = table.getVirtualItems()
  const first = shown[0]?.index ?? 0
  const last = shown.at(-1)?.index ?? 0
  useEffect(() => need(first, last), [need, first, last])
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 })
  }, [choice])
  return (
    <div
      role="table"
      aria-label={tradesCopy.title}
      aria-rowcount={total + 1}
      tabIndex={0}
      ref={scroller}
      className={css.table}
    >
      <div role="row" aria-rowindex={1} className={css.head}>
        {COLUMNS.map(column =>
          isOrder(column) ? (
            <Head key={column} column={column} choice={choice} choose={choose} />
          ) : (
            <span key={column} role="columnheader" className={css.plainHead}>
              {plainColumnWords[column]}
            </span>
          ),
        )}
      </div>
      <div role="rowgroup" className={css.rows} style={{ height: table.getTotalSize() }}>
        {shown.map(({ index, start }) => (
          <TradeRow key={index} index={index} top={start} row={rowAt(index)} />
        ))}
      </div>
    </div>
  )
}

type HeadProps = Readonly<{
  column: TradeOrder
  choice: TradesChoice
  choose: (choice: TradesChoice) => void
}>

function Head({ column, choice, choose }: HeadProps) {
  const { head, means } = tradeColumnWords[column]
  const isHere = choice.order === column
  const way = choice.descending ? 'descending' : 'ascending'
  return (
    <span role="columnheader" aria-sort={isHere ? way : 'none'} className={css.sortHead}>
      <button
        type="button"
        className={css.sort}
        title={means}
        onClick={() =>
          choose({ ...choice, order: column, descending: isHere ? !choice.descending : column !== 'pair' })
        }
      >
        {head}
        <span aria-hidden="true" className={css.way}>
          {isHere && (choice.descending ? '▼' : '▲')}
        </span>
      </button>
    </span>
  )
}
