import { useState } from 'react'
import type { ReactNode } from 'react'
import type { LinkReport } from '../../../engine/contracts/link-report.ts'
import { linkPageCopy } from '../../copy/link-page.ts'
import { clockText } from '../../ui/format/time.ts'
import { NotRead } from '../../ui/not-read.tsx'
import { PanelMessage } from '../../ui/panel-message.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StaleMark } from '../../ui/stale-mark.tsx'
import { Checks } from './checks.tsx'
import { CopyReport } from './copy-report.tsx'
import { Facts } from './facts-panel.tsx'
import { LatencyPanel } from './latency-panel.tsx'
import { Messages } from './messages.tsx'
import { Notes } from './notes.tsx'
import { Strangers } from './strangers.tsx'
import { Symbols } from './symbols.tsx'
import { TerminalTabs } from './terminal-tabs.tsx'
import { TestFirePanel } from './test-fire.tsx'
import { mostAtStake, type Terminal } from './terminals.ts'
import { useLinkReport, type KnownLinks } from './use-link-report.ts'
import * as css from './link.css.ts'

type Doors = Readonly<{
  /** The way to a new link. */
  connect: ReactNode
}>

/** Everything that is known of the links to the terminals, when something is wrong with one, or before real money. */
export function LinkPage({ connect }: Doors) {
  const { report, problem, isLate, read } = useLinkReport()
  if (report === null)
    return (
      <div className={css.alone}>
        <Panel title={linkPageCopy.none.title} source="host">
          <NotRead words={linkPageCopy} problem={problem} read={read} />
        </Panel>
      </div>
    )
  const terminals = mostAtStake(report.terminals)
  return (
    <div className={css.page}>
      <Head report={report} problem={problem} isLate={isLate} />
      {terminals.length === 0 ? (
        <Unlinked report={report} connect={connect} />
      ) : (
        <Linked report={report} terminals={terminals} isLate={isLate} />
      )}
    </div>
  )
}

type Head = Readonly<{ report: LinkReport }> & Pick<KnownLinks, 'problem' | 'isLate'>

/** As of when, and what to take along for whoever is to help. */
function Head({ report, problem, isLate }: Head) {
  const { late, lateNext, asOf } = linkPageCopy
  return (
    <header className={css.head}>
      {isLate && (
        <p className={css.late} role="alert">
          <StaleMark /> {problem ?? late} {lateNext}
        </p>
      )}
      <span className={css.asOf}>{asOf(clockText(report.atMs))}</span>
      <CopyReport report={report} />
    </header>
  )
}

function Unlinked({ report, connect }: Readonly<{ report: LinkReport }> & Doors) {
  const { none } = linkPageCopy
  const { computer, port, portTaken } = report
  return (
    <div className={css.unlinked}>
      <Panel title={none.title} source="host">
        <PanelMessage tone="empty" text={computer?.problem ?? none.text} next={computer?.nextStep ?? none.next}>
          <p className={css.dim}>
            {none.port(port)} {portTaken !== null && none.taken(portTaken)}
          </p>
          {connect}
        </PanelMessage>
      </Panel>
      <Strangers strangers={report.strangers} />
    </div>
  ) // prettier-ignore
}

type LinkedProps = Readonly<{ report: LinkReport; terminals: readonly Terminal[]; isLate: boolean }>

function Linked({ report, terminals, isLate }: LinkedProps) {
  const [picked, pick] = useState<string | null>(null)
  const shown = terminals.find(({ traffic }) => traffic.terminal === picked) ?? terminals[0]
  if (shown === undefined) return null
  return (
    <>
      <TerminalTabs terminals={terminals} shown={shown} pick={pick} />
      <div className={css.columns} data-old={isLate || !shown.traffic.isUp}>
        <div className={css.column} role="group" aria-label={linkPageCopy.checks.title} tabIndex={0}>
          <Checks terminal={shown} noEngine={report.noEngine} isLate={isLate} />
          <TestFirePanel terminal={shown} isLate={isLate} />
          <Facts terminal={shown} report={report} />
        </div>
        <div
          className={`${css.column} ${css.told}`}
          role="group"
          aria-label={linkPageCopy.latency.title}
          tabIndex={0}
        >
          <LatencyPanel traffic={shown.traffic} nowMs={report.atMs} />
          <Symbols key={shown.traffic.terminal} desk={shown.desk} />
          <Messages terminal={shown} />
          <Notes notes={shown.traffic.notes} />
          <Strangers strangers={report.strangers} />
        </div>
      </div>
    </>
  )
}
