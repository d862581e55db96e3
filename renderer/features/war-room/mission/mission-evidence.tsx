import type { ReactNode } from 'react'
import type { Mission } from '../../../../engine/contracts/mission.ts'
import { figureText, missionCopy } from '../../../copy/mission.ts'
import { sessionWords } from '../../../copy/words.ts'
import { clockText, spanText } from '../../../ui/format/time.ts'
import { label } from '../../../theme/type.css.ts'
import * as css from './mission-evidence.css.ts'

/** What was not in order and did not refuse it: in sight without scrolling. */
export function MissionWarnings({ warnings }: Pick<Mission, 'warnings'>) {
  return warnings.map(warning => (
    <p key={warning} className={css.warning}>
      <span className={label}>{missionCopy.warning}</span> {warning}
    </p>
  ))
}

/** What its setup was measured to be worth and what cancels it, in words; on demand every number that went into it. */
export function MissionEvidence({ mission, children }: Readonly<{ mission: Mission; children: ReactNode }>) {
  return (
    <div className={css.evidence}>
      {mission.evidence !== '' && (
        <p className={css.words}>
          <span className={label}>{missionCopy.evidence}</span> {mission.evidence}
        </p>
      )}
      <p className={css.words}>
        <span className={label}>{missionCopy.invalidation}</span> {mission.invalidation}
      </p>
      {children}
      <FiguresBehind mission={mission} />
    </div>
  )
}

function FiguresBehind({ mission }: Readonly<{ mission: Mission }>) {
  const bar = mission.barMinutes === null ? missionCopy.bar : missionCopy.barLength(mission.barMinutes)
  const exit = mission.timeExitMs
  const facts = [
    { name: sessionWords[mission.session], text: clockText(mission.issuedMs) },
    { name: bar, text: clockText(mission.barMs) },
    ...(exit === null ? [] : [{ name: missionCopy.timeExit, text: spanText(exit - mission.issuedMs) }]),
    ...mission.figures.map(figure => ({ name: figure.name, text: figureText(figure) })),
  ]
  return (
    <details className={css.details}>
      <summary className={css.summary}>{missionCopy.figures}</summary>
      <dl className={css.facts}>
        {facts.map(fact => (
          <div key={fact.name} className={css.fact}>
            <dt>{fact.name}</dt>
            <dd className={css.factValue}>{fact.text}</dd>
          </div>
        ))}
      </dl>
      <p className={css.source}>
        {missionCopy.confidenceSource}: {mission.confidence.source}
      </p>
    </details>
  )
}
