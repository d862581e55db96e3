import type { AwardsPage } from '../../../engine/contracts/campaign.ts'
import { awardsCopy, xpLogCopy } from '../../copy/campaign.ts'
import { number, tone } from '../../theme/type.css.ts'
import { Button } from '../../ui/button.tsx'
import { countText, signed } from '../../ui/format/numbers.ts'
import { clockText, dateText, dayMonthText } from '../../ui/format/time.ts'
import { Panel } from '../../ui/panel.tsx'
import { PanelMessage } from '../../ui/panel-message.tsx'
import * as xpEntries from '../../ui/xp-entries.css.ts'
import * as css from './awards-log.css.ts'

type Props = Readonly<{
  awards: AwardsPage
  isNewest: boolean
  turnTo: (beforeSeq: number | null) => void
}>

/** Every award, the newest first, in pages: there may be thousands. */
export function AwardsLog({ awards, isNewest, turnTo }: Props) {
  const { entries, nextBeforeSeq, total } = awards
  if (total === 0)
    return (
      <Panel title={awardsCopy.title} source="ledger" className={css.panel} bare>
        <PanelMessage tone="empty" text={xpLogCopy.empty} next={xpLogCopy.emptyNext} />
      </Panel>
    )
  return (
    <Panel
      title={awardsCopy.title}
      source="ledger"
      aside={awardsCopy.aside(countText(total))}
      className={css.panel}
      bare
    >
      <ol className={xpEntries.list} tabIndex={0} aria-label={awardsCopy.title}>
        {entries.map(({ seq, atMs, xp, text }) => (
          <li key={seq} className={xpEntries.entry}>
            <time className={xpEntries.time} title={dateText(atMs)}>
              {dayMonthText(atMs)} {clockText(atMs).slice(0, 5)}
            </time>
            <span className={xpEntries.text}>{text}</span>
            <span className={`${number} ${xp < 0 ? tone.short : tone.gold}`}>{signed(xp, 0)}</span>
          </li>
        ))}
      </ol>
      {(nextBeforeSeq !== null || !isNewest) && (
        <footer className={css.pages}>
          <Button look="small" disabled={isNewest} onClick={() => turnTo(null)}>
            {awardsCopy.newest}
          </Button>
          <Button look="small" disabled={nextBeforeSeq === null} onClick={() => turnTo(nextBeforeSeq)}>
            {awardsCopy.older}
          </Button>
        </footer>
      )}
    </Panel>
  )
}
