import type { ReactNode } from 'react'
import { roomCopy } from '../../copy/room.ts'
import { CalmWords } from '../../ui/calm/calm-words.tsx'
import { Board } from './board/board.tsx'
import { XpLog } from './campaign/xp-log.tsx'
import { ClosedWall } from './closed/closed-wall.tsx'
import { EquityPanel } from './equity/equity-panel.tsx'
import { MissionPanel } from './mission/mission-panel.tsx'
import { Positions } from './positions/positions.tsx'
import { Refusals } from './refusals/refusals.tsx'
import * as css from './field.css.ts'

type Props = Readonly<{
  /** Above the curve of closed trades: what carrying them out has cost. */
  recordAction: ReactNode
  /** Above the mission: who leads a newcomer through the first one. */
  guide: ReactNode
}>

/** Market on the left, the mission and what is open in the middle, the record on the right. */
export function Field({ recordAction, guide }: Props) {
  return (
    <div className={css.field}>
      <div className={css.market} role="group" aria-label={roomCopy.market} tabIndex={0}>
        <Board />
        <Refusals />
      </div>
      <div className={css.side} role="group" aria-label={roomCopy.side} tabIndex={0}>
        <div className={css.action}>
          <CalmWords />
          {guide}
          <MissionPanel />
          <Positions />
        </div>
        <div className={css.record}>
          <EquityPanel aside={recordAction} />
          <ClosedWall />
          <XpLog />
        </div>
      </div>
    </div>
  )
}
