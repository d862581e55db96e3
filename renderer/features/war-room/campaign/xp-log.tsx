import { xpLogCopy } from '../../../copy/campaign.ts'
import { useView } from '../../../stores/desk-context.ts'
import { countText, signed } from '../../../ui/format/numbers.ts'
import { clockText } from '../../../ui/format/time.ts'
import { Panel } from '../../../ui/panel.tsx'
import { PanelMessage } from '../../../ui/panel-message.tsx'
import * as xpEntries from '../../../ui/xp-entries.css.ts'
import { number, tone } from '../../../theme/type.css.ts'
import * as css from './xp-log.css.ts'

/** For what the last XP was paid or taken. */
export function XpLog() {
  return (
    <Panel title={xpLogCopy.title} source="ledger" aside={<InShort />} className={css.panel} bare>
      <Entries />
    </Panel>
  )
}

/** The rest is on a page of its own. */
function InShort() {
  const { streak, badges } = useView(view => view.campaign)
  return <>{xpLogCopy.inShort(countText(streak.days), countText(badges.earned), countText(badges.of))}</>
}

function Entries() {
  const last = useView(view => view.campaign.last)
  if (last.length === 0)
    return <PanelMessage tone="empty" text={xpLogCopy.empty} next={xpLogCopy.emptyNext} />
  return (
    <ul className={xpEntries.list} tabIndex={0} aria-label={xpLogCopy.title}>
      {last.map((entry, index) => (
        <li key={`${entry.atMs} ${index}`} className={xpEntries.entry}>
          <time className={xpEntries.time}>{clockText(entry.atMs)}</time>
          <span className={xpEntries.text}>{entry.text}</span>
          <span className={`${number} ${entry.xp < 0 ? tone.short : tone.gold}`}>
            {xpLogCopy.xp(signed(entry.xp, 0))}
          </span>
        </li>
      ))}
    </ul>
  )
}
