import { memo } from 'react'
import type { Pair } from '../../../../engine/contracts/pairs.ts'
import type { PriceRow } from '../../../../engine/contracts/views.ts'
import { boardCopy } from '../../../copy/board.ts'
import { pairNames } from '../../../copy/words.ts'
import { Sparkline } from '../../../charts/sparkline.tsx'
import { useView } from '../../../stores/desk-context.ts'
import { fixed } from '../../../ui/format/numbers.ts'
import { spanText } from '../../../ui/format/time.ts'
import { Price } from './price.tsx'
import { RegimeCell } from './regime-cell.tsx'
import * as css from './board.css.ts'

/** One pair. It is drawn again only when its own price or regime changes. */
export const BoardRow = memo(function BoardRow({ pair }: Readonly<{ pair: Pair }>) {
  const row = useView(view => view.prices[pair])
  return (
    <tr className={css.row} data-stale={row?.stale ?? false} data-pair={pair}>
      <th scope="row" className={css.pair} title={pairNames[pair]}>
        {pair.slice(0, 3)}
        <span className={css.quoteCurrency}>{pair.slice(3)}</span>
      </th>
      {row === undefined ? (
        <>
          <td colSpan={3} className={css.noQuote}>
            {boardCopy.noQuote}
          </td>
          <td className={css.sparkCell} />
        </>
      ) : (
        <QuoteCells row={row} />
      )}
      <RegimeCell pair={pair} />
    </tr>
  )
})

function QuoteCells({ row }: Readonly<{ row: PriceRow }>) {
  return (
    <>
      <td className={css.price}>
        <Price text={row.bid} move={row.move} isStale={row.stale} hasArrow />
      </td>
      <td className={css.price}>
        <Price text={row.ask} move={row.move} isStale={row.stale} hasArrow={false} />
      </td>
      {row.stale ? (
        <td className={css.staleCell} title={boardCopy.staleTitle(spanText(row.ageMs))}>
          {boardCopy.stale}
          <span className={css.under}>{spanText(row.ageMs)}</span>
        </td>
      ) : (
        <SpreadCell row={row} />
      )}
      <td className={css.sparkCell}>
        <Sparkline values={row.spark} />
      </td>
    </>
  )
}

/** From here a spread is drawn as wide. For the eye only: what may be traded is the engine's rule. */
const WIDE_BY = 1.5

function SpreadCell({ row }: Readonly<{ row: PriceRow }>) {
  const isWide = row.normPips !== null && row.spreadPips >= WIDE_BY * row.normPips
  return (
    <td className={css.spread} title={boardCopy.spreadTitle}>
      <span className={isWide ? css.spreadWide : css.spreadNow}>{fixed(row.spreadPips, 1)}</span>
      <span className={css.under}>
        {row.normPips === null ? boardCopy.normUnknown : boardCopy.norm(fixed(row.normPips, 1))}
      </span>
    </td>
  )
}
