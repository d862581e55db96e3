import { memo } from 'react'
import { number } from '../../theme/type.css.ts'
import { rText } from '../../ui/format/numbers.ts'
import { dateText } from '../../ui/format/time.ts'
import { SideMark } from '../../ui/side-mark.tsx'
import type { Subject, Trade } from './subject.ts'
import * as css from './gallery.css.ts'

type Props = Readonly<{ trade: Trade; isChosen: boolean; choose: (subject: Subject) => void }>

export const TradeRow = memo(function TradeRow({ trade, isChosen, choose }: Props) {
  const look = trade.netCents > 0 ? 'kill' : 'debrief'
  return (
    <li>
      <button
        type="button"
        className={css.row}
        aria-pressed={isChosen}
        onClick={() => choose({ is: 'trade', account: trade.kind, trade })}
      >
        <span className={css.pair}>
          {trade.pair} <SideMark side={trade.side} />
        </span>
        <span className={`${number} ${css.r[look]}`}>{rText(trade.r)}</span>
        <span className={css.date}>{dateText(trade.closeMs)}</span>
      </button>
    </li>
  )
})
