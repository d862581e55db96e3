import { useCallback } from 'react'
import { noteCopy } from '../../../copy/notebook.ts'
import { closeReasonWords } from '../../../copy/words.ts'
import { useDesk, useView } from '../../../stores/desk-context.ts'
import { useArchive } from '../../../stores/use-archive.ts'
import { number, tone } from '../../../theme/type.css.ts'
import { rText } from '../../../ui/format/numbers.ts'
import type { NotesProps } from './note-list.tsx'
import * as css from './note-list.css.ts'

/** Closed trades that nobody has looked at. Nothing is shown while there are none. */
export function DueTrades({ kind, news, onDesk, onPut }: NotesProps) {
  const { bridge } = useDesk()
  const newest = useView(view => view.closed[0]?.order)
  const ask = useCallback(
    () => bridge.ask<'debriefsDue'>({ kind: 'debriefsDue', account: kind }),
    [bridge, kind],
  )
  const { value } = useArchive(ask, `${news} ${newest}`)
  if (value === null || value.trades.length === 0) return null
  return (
    <section className={css.due} aria-label={noteCopy.due}>
      <p className={css.dueTitle}>
        {noteCopy.due}: {value.trades.length}
      </p>
      <div className={css.dueList} role="group" aria-label={noteCopy.due} tabIndex={0}>
        {value.trades.map(trade => (
          <button
            key={trade.order}
            type="button"
            className={css.dueRow}
            aria-pressed={onDesk.is === 'trade' && onDesk.trade.order === trade.order}
            onClick={() => onPut({ is: 'trade', trade })}
          >
            <span className={css.pair}>{trade.pair}</span>
            <span className={css.head}>{closeReasonWords[trade.reason]}</span>
            <span className={`${css.result} ${number} ${trade.r > 0 ? tone.long : tone.short}`}>
              {rText(trade.r)}
            </span>
          </button>
        ))}
      </div>
    </section>
  )
}
