import { memo } from 'react'
import type { ReactNode } from 'react'
import type { ClosedTrade } from '../../../../engine/contracts/mission.ts'
import { closedCopy } from '../../../copy/closed.ts'
import { closeReasonWords, kindWords } from '../../../copy/words.ts'
import { Chip } from '../../../ui/chip.tsx'
import { amountText, signedAmountText } from '../../../ui/format/money.ts'
import { lotsText, rText, signed } from '../../../ui/format/numbers.ts'
import { priceText } from '../../../ui/format/price.ts'
import { spanText } from '../../../ui/format/time.ts'
import { SideMark } from '../../../ui/side-mark.tsx'
import { TerminalName } from '../../../ui/terminal-name.tsx'
import { number } from '../../../theme/type.css.ts'
import { Crosshair } from './crosshair.tsx'
import * as css from './trade-card.css.ts'

/** `action`: what can be done with it. */
type Props = Readonly<{ trade: ClosedTrade; action: ReactNode }>

/** A winner is a kill card, anything else a debrief. */
export const TradeCard = memo(function TradeCard({ trade, action }: Props) {
  const look = trade.netCents > 0 ? 'kill' : 'debrief'
  return (
    <li className={css.card[look]} data-card={look}>
      {look === 'kill' && <Crosshair className={css.crosshair} />}
      <p className={css.head}>
        <span className={css.kind[look]}>{closedCopy[look]}</span>
        <Chip>{kindWords[trade.kind]}</Chip>
      </p>
      <div className={css.line}>
        <p className={css.pair}>
          {trade.pair} <SideMark side={trade.side} />
        </p>
        <p className={`${number} ${css.r[look]}`}>{rText(trade.r)}</p>
      </div>
      <div className={css.line}>
        <p className={css.reason}>{closeReasonWords[trade.reason]}</p>
        <p className={`${number} ${css.money}`}>
          {signedAmountText(trade.netCents)} · {signed(trade.pips, 1)} {closedCopy.pips}
        </p>
      </div>
      <p className={css.small}>
        {lotsText(trade.lots)} {closedCopy.lots} · {priceText(trade.open, trade.digits)} →{' '}
        {priceText(trade.close, trade.digits)} · {closedCopy.held} {spanText(trade.closeMs - trade.openMs)}
      </p>
      <TerminalName terminal={trade.terminal} />
      <p className={css.small} title={closedCopy.atRisk(amountText(trade.riskCents))}>
        {closedCopy.deal} {trade.dealIn} → {trade.dealOut}
      </p>
      {action}
    </li>
  )
})
