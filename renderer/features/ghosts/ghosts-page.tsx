import { useState } from 'react'
import type { GhostReport } from '../../../engine/contracts/ghosts.ts'
import type { AccountKind } from '../../../engine/contracts/primitives.ts'
import { CalibrationPanel } from '../../charts/calibration-panel.tsx'
import { ghostsCopy } from '../../copy/ghosts.ts'
import { useViewState } from '../../stores/desk-context.ts'
import type { Read } from '../../stores/use-archive.ts'
import { dateText } from '../../ui/format/time.ts'
import { PanelMessage } from '../../ui/panel-message.tsx'
import { NotRead } from '../../ui/not-read.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ByReason, ByWeek } from './ghost-tables.tsx'
import * as css from './ghosts.css.ts'
import { useGhosts, WHOLE } from './use-ghosts.ts'

const WEEK_MS = 7 * 24 * 3_600_000

/** What the missions that were not taken would have come to: which filters and which noes earned money, and which cost it. */
export function GhostsPage() {
  const account = useViewState(({ view }) => view?.kind ?? null)
  if (account !== null) return <GhostsOf key={account} account={account} />
  return (
    <div className={css.page}>
      <Panel title={ghostsCopy.title} source="ledger" className={css.alone}>
        <PanelMessage tone="empty" text={ghostsCopy.unlinked} next={ghostsCopy.unlinkedNext} />
      </Panel>
    </div>
  )
}

function GhostsOf({ account }: Readonly<{ account: AccountKind }>) {
  const [weekMs, choose] = useState<number | null>(null)
  const whole = useGhosts(account, WHOLE)
  const week = useGhosts(account, weekMs === null ? WHOLE : { fromMs: weekMs, toMs: weekMs + WEEK_MS })
  const hasAny = (whole.value?.all.n ?? 0) > 0
  const aside = weekMs === null ? ghostsCopy.whole : ghostsCopy.narrowed(dateText(weekMs))
  return (
    <div className={css.page} role="group" aria-label={ghostsCopy.region} tabIndex={0}>
      <Panel title={ghostsCopy.title} source="ledger" aside={aside} bare className={hasAny ? '' : css.alone}>
        <Reasons read={weekMs === null ? whole : week} />
      </Panel>
      {hasAny && whole.value && (
        <div className={css.beside}>
          <Panel title={ghostsCopy.weeks} source="ledger" bare>
            <div className={css.body} role="group" aria-label={ghostsCopy.weeks} tabIndex={0}>
              <ByWeek weeks={whole.value.weeks} chosenMs={weekMs} choose={choose} />
            </div>
          </Panel>
          <CalibrationPanel
            calibration={whole.value.calibration}
            title={ghostsCopy.calibration}
            fewNext={ghostsCopy.fewOutcomesNext}
          />
        </div>
      )}
    </div>
  )
}

function Reasons({ read: { value, problem, read } }: Readonly<{ read: Read<GhostReport> }>) {
  if (value === null) return <NotRead words={ghostsCopy} problem={problem} read={read} />
  if (value.all.n === 0)
    return <PanelMessage tone="empty" text={ghostsCopy.empty} next={ghostsCopy.emptyNext} />
  return (
    <div className={css.body} role="group" aria-label={ghostsCopy.title} tabIndex={0}>
      <p className={css.lead}>
        <strong className={css.never}>{ghostsCopy.never}</strong> {ghostsCopy.lead}
      </p>
      <p className={css.of}>{ghostsCopy.of(value)}</p>
      {problem !== null && <p className={css.old}>{ghostsCopy.old}</p>}
      <ByReason report={value} />
      {ghostsCopy.notes.map(note => (
        <p key={note} className={css.of}>
          {note}
        </p>
      ))}
    </div>
  )
}
