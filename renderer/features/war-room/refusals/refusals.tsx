import { refusalsCopy } from '../../../copy/refusals.ts'
import { sideWords } from '../../../copy/words.ts'
import { useView } from '../../../stores/desk-context.ts'
import { clockText, dateText } from '../../../ui/format/time.ts'
import { SideArrow } from '../../../ui/glyphs.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { PanelMessage } from '../../../ui/panel-message.tsx'
import * as css from './refusals.css.ts'

/** The setups that were turned away, each with the figures that decided. */
export function Refusals() {
  return (
    <Panel title={refusalsCopy.title} source="ledger" className={css.panel} aside={<CalendarMark />} bare>
      <RefusalList />
    </Panel>
  )
}

/** What is known of announcements: without them every setup is turned away. */
function CalendarMark() {
  const calendar = useView(view => view.calendar)
  if (calendar === null)
    return (
      <span className={css.noCalendar} title={refusalsCopy.calendarMissingMeaning}>
        {refusalsCopy.calendarMissing}
      </span>
    )
  return (
    <span className={css.calendar}>
      {refusalsCopy.calendarUntil(refusalsCopy.calendar[calendar.source], dateText(calendar.toMs))}
    </span>
  )
}

function RefusalList() {
  const refusals = useView(view => view.refusals)
  if (refusals.length === 0)
    return <PanelMessage tone="empty" text={refusalsCopy.empty} next={refusalsCopy.emptyNext} />
  return (
    <ul className={css.list} tabIndex={0} aria-label={refusalsCopy.title}>
      {refusals.map(refusal => (
        <li key={`${refusal.atMs} ${refusal.pair} ${refusal.setup}`} className={css.entry}>
          <time className={css.time}>{clockText(refusal.atMs)}</time>
          <span className={css.pair}>{refusal.pair}</span>
          <span className={css.setup}>
            <SideArrow side={refusal.side} /> {sideWords[refusal.side]} {refusal.setup}
          </span>
          <span className={css.reasons}>{refusal.reasons.join(' ')}</span>
        </li>
      ))}
    </ul>
  )
}
