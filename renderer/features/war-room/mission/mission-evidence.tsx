import type { Mission } from '../../../../engine/contracts/mission.ts'
import { figureText, missionCopy } from '../../../copy/mission.ts'
import { sessionWords } from '../../../copy/words.ts'
import { clockText } from '../../../ui/format/time.ts'
import { label } from '../../../theme/type.css.ts'
import * as css from './mission-evidence.css.ts'

/** What cancels it, in words, and on demand every number that went into it. */
export function MissionEvidence({ mission }: Readonly<{ mission: Mission }>) {
  const facts = [
    { name: sessionWords[mission.session], text: clockText(mission.issuedMs) },
    { name: missionCopy.bar, text: clockText(mission.barMs) },
    ...mission.figures.map(figure => ({ name: figure.name, text: figureText(figure) })),
  ]
  return (
    <div className={css.evidence}>
      <p className={css.invalidation}>
        <span className={label}>{missionCopy.invalidation}</span> {mission.invalidation}
      </p>
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
    </div>
  )
}
