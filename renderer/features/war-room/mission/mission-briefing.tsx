import { missionCopy } from '../../../copy/mission.ts'
import { qualityWords, signalWords } from '../../../copy/words.ts'
import type { MissionView } from '../../../../engine/contracts/views.ts'
import { Chip } from '../../../ui/chip.tsx'
import { control } from '../../../ui/control.ts'
import { SideMark } from '../../../ui/side-mark.tsx'
import { TerminalName } from '../../../ui/terminal-name.tsx'
import { label } from '../../../theme/type.css.ts'
import { MissionChart } from './chart/mission-chart.tsx'
import { FireBox } from './fire-box.tsx'
import { LastTime } from './last-time.tsx'
import { MissionEvidence, MissionWarnings } from './mission-evidence.tsx'
import { MissionFigures } from './mission-figures.tsx'
import { MissionShield } from './mission-shield.tsx'
import { MissionTimer } from './mission-timer.tsx'
import { PriceLadder } from './price-ladder.tsx'
import { ShotLine } from './shot-line.tsx'
import { WaitLine } from './wait-line.tsx'
import * as css from './mission-briefing.css.ts'

/** Everything that a decision needs, on one plate. */
export function MissionBriefing({ view }: Readonly<{ view: MissionView }>) {
  const { mission } = view
  return (
    <article className={css.briefing} data-mission-state={view.state} tabIndex={-1} {...control('mission')}>
      <header className={css.header}>
        <h3 className={css.pair}>
          {mission.pair.slice(0, 3)}
          <span className={css.slash}>/</span>
          {mission.pair.slice(3)}
        </h3>
        <SideMark side={mission.side} />
        <p className={css.setup}>
          {mission.setup}
          <span className={label}>{signalWords[mission.signal]}</span>
          <TerminalName terminal={mission.terminal} />
        </p>
        <div className={css.marks}>
          {mission.sniper && (
            <Chip is="gold" title={missionCopy.sniperMeaning}>
              {missionCopy.sniper}
            </Chip>
          )}
          {mission.drill ? (
            <span className={css.stamp} title={missionCopy.drillMeaning}>
              {missionCopy.drill}
            </span>
          ) : (
            <Chip is="gold">{qualityWords[mission.quality]}</Chip>
          )}
        </div>
      </header>
      <div className={css.middle}>
        <PriceLadder mission={mission} />
        <MissionFigures view={view} />
        <FireBox view={view} />
      </div>
      <ShotLine view={view} />
      <WaitLine view={view} />
      <MissionWarnings warnings={mission.warnings} />
      <MissionChart mission={mission} />
      <LastTime mission={mission.id} />
      <MissionEvidence mission={mission}>
        <MissionShield shield={mission.shield} />
        <MissionTimer mission={mission} />
      </MissionEvidence>
    </article>
  )
}
