import { roomCopy } from '../../copy/room.ts'
import { useViewState } from '../../stores/desk-context.ts'
import { Toasts } from '../../ui/toasts.tsx'
import { spoken } from '../../theme/type.css.ts'
import type { ReactNode } from 'react'
import { Board } from './board/board.tsx'
import { XpLog } from './campaign/xp-log.tsx'
import { ClosedWall } from './closed/closed-wall.tsx'
import { CommandBar } from './command-bar/command-bar.tsx'
import { EquityPanel } from './equity/equity-panel.tsx'
import { GuardStrip } from './guards/guard-strip.tsx'
import { LinkStrip } from './link-strip/link-strip.tsx'
import { LiveFrame } from './live/live-frame.tsx'
import { MissionPanel } from './mission/mission-panel.tsx'
import { ModeBanner } from './mode-banner/mode-banner.tsx'
import { Positions } from './positions/positions.tsx'
import { Refusals } from './refusals/refusals.tsx'
import { TroubleBar } from './trouble-bar.tsx'
import * as css from './war-room.css.ts'

type Props = Readonly<{
  /** In the link strip: the way of a terminal to the desk. */
  linkAction: ReactNode
  /** Above the curve of closed trades: what carrying them out has cost. */
  recordAction: ReactNode
}>

/** The room: market on the left, the mission and what is open in the middle, the record on the right. */
export function WarRoom({ linkAction, recordAction }: Props) {
  const mode = useViewState(({ view }) => view?.kind ?? 'unlinked')
  return (
    <div className={`${css.room} ${css.frame[mode]}`} data-mode={mode}>
      <LiveFrame />
      <ModeBanner />
      <CommandBar />
      <GuardStrip />
      <TroubleBar />
      <main className={css.field}>
        <h1 className={spoken}>{roomCopy.title}</h1>
        <div className={css.market} role="group" aria-label={roomCopy.market} tabIndex={0}>
          <Board />
          <Refusals />
        </div>
        <div className={css.side} role="group" aria-label={roomCopy.side} tabIndex={0}>
          <div className={css.action}>
            <MissionPanel />
            <Positions />
          </div>
          <div className={css.record}>
            <EquityPanel aside={recordAction} />
            <ClosedWall />
            <XpLog />
          </div>
        </div>
      </main>
      <LinkStrip aside={linkAction} />
      <Toasts />
    </div>
  )
}
