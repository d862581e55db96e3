import { useState } from 'react'
import type { AccountKind } from '../../../engine/contracts/primitives.ts'
import { cardsCopy } from '../../copy/cards.ts'
import { kindWords } from '../../copy/words.ts'
import { Button } from '../../ui/button.tsx'
import { countText } from '../../ui/format/numbers.ts'
import { NotRead } from '../../ui/not-read.tsx'
import { PanelMessage } from '../../ui/panel-message.tsx'
import type { Subject } from './subject.ts'
import { TradeRow } from './trade-row.tsx'
import { useTrades } from './use-trades.ts'
import * as css from './gallery.css.ts'

type Props = Readonly<{
  account: AccountKind
  which: 'kill' | 'debrief'
  chosen: Subject | null
  choose: (subject: Subject) => void
}>

export function TradeList({ account, which, chosen, choose }: Props) {
  const [beforeSeq, setBeforeSeq] = useState<number | null>(null)
  const { value, problem, read } = useTrades(account, beforeSeq)
  if (value === null) return <NotRead words={cardsCopy} problem={problem} read={read} />
  if (value.total === 0)
    return <PanelMessage tone="empty" text={cardsCopy.galleryEmpty} next={cardsCopy.galleryEmptyNext} />
  const trades = value.trades.filter(({ netCents }) => netCents > 0 === (which === 'kill'))
  const seq = chosen?.is === 'trade' ? chosen.trade.seq : null
  return (
    <>
      {trades.length === 0 ? (
        <PanelMessage tone="empty" text={cardsCopy.noneOfThese[which]} next={cardsCopy.noneOfTheseNext} />
      ) : (
        <ul className={css.list} tabIndex={0} aria-label={cardsCopy.gallery}>
          {trades.map(trade => (
            <TradeRow key={trade.seq} trade={trade} isChosen={trade.seq === seq} choose={choose} />
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
        <span className={css.total}>
          {cardsCopy.galleryAside(kindWords[account], countText(value.total))}
        </span>
      </div>
    </>
  )
}
