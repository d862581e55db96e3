import { useCallback } from 'react'
import type { AccountKind } from '../../../engine/contracts/primitives.ts'
import { cardsCopy } from '../../copy/cards.ts'
import { useDesk } from '../../stores/desk-context.ts'
import { useArchive } from '../../stores/use-archive.ts'
import { dateText } from '../../ui/format/time.ts'
import { NotRead } from '../../ui/not-read.tsx'
import { PanelMessage } from '../../ui/panel-message.tsx'
import type { Subject } from './subject.ts'
import * as css from './gallery.css.ts'

type Props = Readonly<{
  account: AccountKind
  chosen: Subject | null
  choose: (subject: Subject) => void
}>

/** The weeks whose SITREP was told, newest first. */
export function WeekList({ account, chosen, choose }: Props) {
  const { bridge } = useDesk()
  const ask = useCallback(
    () => bridge.ask<'sitrep'>({ kind: 'sitrep', account, weekMs: null }),
    [bridge, account],
  )
  const { value, problem, read } = useArchive(ask, null)
  if (value === null)
    return <NotRead words={{ ...cardsCopy, loading: cardsCopy.weeksLoading }} problem={problem} read={read} />
  if (value.told.length === 0)
    return <PanelMessage tone="empty" text={cardsCopy.weeksEmpty} next={cardsCopy.weeksEmptyNext} />
  return (
    <ul className={css.list} tabIndex={0} aria-label={cardsCopy.gallery}>
      {value.told.map(untilMs => (
        <li key={untilMs}>
          <button
            type="button"
            className={css.row}
            aria-pressed={chosen?.is === 'week' && chosen.untilMs === untilMs}
            onClick={() => choose({ is: 'week', account, untilMs })}
          >
            <span className={css.pair}>{cardsCopy.weekUntil(dateText(untilMs))}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
