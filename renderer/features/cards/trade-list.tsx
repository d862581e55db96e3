import { useState } from 'react'
import type { AccountKind } from '../../../engine/contracts/primitives.ts'
import { cardsCopy } from '../../copy/cards.ts'
import { kindWords } from '../../copy/words.ts'
import { Button } from '../../ui/button.tsx'
import { countText } from '../../ui/format/numbers.ts'
import { PanelMessage } from '../../ui/panel-message.tsx'
import { TradeRow } from './trade-row.tsx'
import { useTrades, type Trade } from './use-trades.ts'
import * as css from './trade-list.css.ts'

type Props = Readonly<{ account: AccountKind; chosen: Trade | null; choose: (trade: Trade) => void }>
type Which = 'kill' | 'debrief'

export function TradeList({ account, chosen, choose }: Props) {
  const [which, setWhich] = useState<Which>('kill')
  const [beforeSeq, setBeforeSeq] = useState<number | null>(null)
  const { value, problem, read } = useTrades(account, beforeSeq)
  if (value === null && problem === null)
    return <PanelMessage tone="loading" text={cardsCopy.loading} next={cardsCopy.loadingNext} />
  if (value === null)
    return (
      <PanelMessage tone="error" text={problem ?? ''} next={cardsCopy.failedNext}>
        <Button look="small" onClick={read}>
          {cardsCopy.retry}
        </Button>
      </PanelMessage>
    )
  if (value.total === 0)
    return <PanelMessage tone="empty" text={cardsCopy.galleryEmpty} next={cardsCopy.galleryEmptyNext} />
  const trades = value.trades.filter(({ netCents }) => netCents > 0 === (which === 'kill'))
  return (
    <>
      <div className={css.bar} role="group" aria-label={cardsCopy.which}>
        {(['kill', 'debrief'] as const).map(one => (
          <Button key={one} look="small" aria-pressed={one === which} onClick={() => setWhich(one)}>
            {cardsCopy[one]}
          </Button>
        ))}
        <span className={css.total}>
          {cardsCopy.galleryAside(kindWords[account], countText(value.total))}
        </span>
      </div>
      {trades.length === 0 ? (
        <PanelMessage tone="empty" text={cardsCopy.noneOfThese[which]} next={cardsCopy.noneOfTheseNext} />
      ) : (
        <ul className={css.list} tabIndex={0} aria-label={cardsCopy.gallery}>
          {trades.map(trade => (
            <TradeRow key={trade.seq} trade={trade} isChosen={trade.seq === chosen?.seq} choose={choose} />
          ))}
        </ul>
      )}
      <div className={css.bar}>
        <Button look="small" disabled={beforeSeq === null} onClick={() => setBeforeSeq(null)}>
          {cardsCopy.newest}
        </Button>
        <Button
          look="small"
          disabled={value.nextBeforeSeq === null}
          onClick={() => setBeforeSeq(value.nextBeforeSeq)}
        >
          {cardsCopy.older}
        </Button>
      </div>
    </>
  )
}
