import { memo } from 'react'
import type { TradeTableRow } from '../../../engine/contracts/trades-table.ts'
import { keyText } from '../../copy/debrief.ts'
import { tradesCopy } from '../../copy/trades.ts'
import { sideWords } from '../../copy/words.ts'
import { useDesk } from '../../stores/desk-context.ts'
import { signedAmountText } from '../../ui/format/money.ts'
import { fixed, lotsText, rText } from '../../ui/format/numbers.ts'
import { clockText, dateText, spanText } from '../../ui/format/time.ts'
import { SideMark } from '../../ui/side-mark.tsx'
import * as css from './trades.css.ts'

type Props = Readonly<{
  index: number
  top: number
  /** Undefined: it is on its way. */
  row: TradeTableRow | undefined
}>

export const TradeRow = memo(function TradeRow({ index, top, row }: Props) {
  return (
    // The first row is the head.
    <div role="row" aria-rowindex={index + 2} className={css.row} style={{ top }}>
      {row && <Cells row={row} />}
    </div>
  )
})

function Cells({ row }: Readonly<{ row: TradeTableRow }>) {
  const { closeMs, openMs, side, lots, r, netCents, maeR, mfeR, keys } = row
  const closed = `${dateText(closeMs)} ${clockText(closeMs)}`
  const look = r < 0 ? css.lost : css.won
  const inR = (value: number | null) => (value === null ? tradesCopy.unknown : `${fixed(value, 2)} R`)
  return (
    <>
      <span role="cell" className={css.time}>
        {closed}
      </span>
      <span role="cell" className={css.pair}>
        <Story row={row} closed={closed} />
        <SideMark side={side} />
      </span>
      <span role="cell" className={css.word}>
        {keyText('setup', keys.setup)}
      </span>
      <span role="cell" className={css.number}>
        {lotsText(lots)}
      </span>
      <span role="cell" className={css.number}>
        {spanText(closeMs - openMs)}
      </span>
      <span role="cell" className={look}>
        {rText(r)}
      </span>
      <span role="cell" className={look}>
        {signedAmountText(netCents)}
      </span>
      <span role="cell" className={css.number}>
        {inR(maeR)}
      </span>
      <span role="cell" className={css.number}>
        {inR(mfeR)}
      </span>
      <span role="cell" className={css.word}>
        {keyText('reason', keys.reason)}
      </span>
    </>
  )
}

function Story({
  row: { mission, keys, side, r },
  closed,
}: Readonly<{ row: TradeTableRow; closed: string }>) {
  const { place } = useDesk()
  if (mission === null) return <span title={tradesCopy.noStory}>{keys.pair}</span>
  return (
    <button
      type="button"
      className={css.story}
      aria-label={tradesCopy.row(keys.pair, sideWords[side], closed, rText(r))}
      onClick={() => place.tell(mission)}
    >
      {keys.pair}
    </button>
  )
}
