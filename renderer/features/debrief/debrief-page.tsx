import { useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import type {
  Debrief,
  DebriefGrouping,
  DebriefKeys,
  DebriefScope,
} from '../../../engine/contracts/debrief.ts'
import type { AccountKind } from '../../../engine/contracts/primitives.ts'
import { debriefCopy } from '../../copy/debrief.ts'
import { useDesk, useViewState } from '../../stores/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { PanelMessage } from '../../ui/panel-message.tsx'
import { Panel } from '../../ui/panel.tsx'
import { FilterBar, PERIODS, type Period } from './filter-bar.tsx'
import { GroupTable } from './group-table.tsx'
import { Headline } from './headline.tsx'
import { toggled } from './toggled.ts'
import { useCharts, type Charts } from './use-charts.ts'
import { useDebrief, type Choice } from './use-debrief.ts'
import * as css from './debrief-page.css.ts'

const DAY_MS = 86_400_000

/** What closed trades came to, and how sure that is, for this kind of money only. */
export function DebriefPage() {
  const account = useViewState(({ view }) => view?.kind ?? null)
  if (account !== null) return <DebriefOf key={account} account={account} />
  return (
    <Alone>
      <PanelMessage tone="empty" text={debriefCopy.unlinked} next={debriefCopy.unlinkedNext} />
    </Alone>
  )
}

function Alone({ children }: Readonly<{ children: ReactNode }>) {
  return (
    <div className={css.page}>
      <Panel title={debriefCopy.title} source="ledger" className={css.alone}>
        {children}
      </Panel>
    </div>
  )
}

/** What is looked at; a period ends now, by the market's time when it was chosen. */
function useChoice() {
  const { views } = useDesk()
  const [scope, chooseScope] = useState<DebriefScope | null>(null)
  const [keys, setKeys] = useState<DebriefKeys>({})
  const [{ period, fromMs }, setPeriod] = useState<Readonly<{ period: Period; fromMs: number | null }>>({
    period: 'all',
    fromMs: null,
  })
  const choosePeriod = (next: Period) => {
    const days = PERIODS[next]
    const nowMs = views.getState().view?.marketMs ?? null
    setPeriod({
      period: next,
      fromMs: days === null || nowMs === null ? null : Math.max(0, nowMs - days * DAY_MS),
    })
  }
  const toggle = (grouping: DebriefGrouping, key: string) => setKeys(before => toggled(before, grouping, key))
  const filter = useMemo(() => ({ fromMs, toMs: null, keys }), [fromMs, keys])
  const choice: Choice = { scope, filter }
  return { choice, keys, period, chooseScope, choosePeriod, toggle, clear: () => setKeys({}) }
}

function DebriefOf({ account }: Readonly<{ account: AccountKind }>) {
  const { choice, ...choosing } = useChoice()
  const { value, problem, read } = useDebrief(account, choice)
  const charts = useCharts()
  if (value === null || charts === null)
    return (
      <Alone>
        {problem === null ? (
          <PanelMessage tone="loading" text={debriefCopy.loading} next={debriefCopy.loadingNext} />
        ) : (
          <PanelMessage tone="error" text={problem} next={debriefCopy.failedNext}>
            <Button look="small" onClick={read}>
              {debriefCopy.retry}
            </Button>
          </PanelMessage>
        )}
      </Alone>
    )
  if (value.ofScope.trades + value.ofScope.drills === 0)
    return (
      <Alone>
        <PanelMessage tone="empty" text={debriefCopy.empty} next={debriefCopy.emptyNext} />
      </Alone>
    )
  return (
    <div className={css.page}>
      <FilterBar debrief={value} choice={choice} isOld={problem !== null} {...choosing} />
      {value.n === 0 ? (
        <Panel title={debriefCopy.title} source="ledger" className={css.alone}>
          <PanelMessage tone="empty" text={debriefCopy.nothing} next={debriefCopy.nothingNext} />
        </Panel>
      ) : (
        <Columns debrief={value} charts={charts} keys={choosing.keys} choose={choosing.toggle} />
      )}
    </div>
  )
}

type ColumnsProps = Readonly<{
  debrief: Debrief
  charts: Charts
  keys: DebriefKeys
  choose: (grouping: DebriefGrouping, key: string) => void
}>

function Columns({ debrief, charts, keys, choose }: ColumnsProps) {
  return (
    <>
      <div className={css.column} role="group" aria-label={debriefCopy.curve} tabIndex={0}>
        {charts(debrief, Object.keys(keys).length > 0)}
      </div>
      <div className={css.column} role="group" aria-label={debriefCopy.figures} tabIndex={0}>
        <Headline debrief={debrief} />
        <GroupTable by={debrief.by} keys={keys} choose={choose} />
      </div>
    </>
  )
}
