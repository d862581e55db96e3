import type { MissionView } from '../../../../engine/contracts/views.ts'
import { missionCopy } from '../../../copy/mission.ts'
import { freshnessWords, regimeWords } from '../../../copy/words.ts'
import { Figure } from '../../../ui/figure.tsx'
import { fixed, percentText, rText, signed } from '../../../ui/format/numbers.ts'
import * as css from './mission-figures.css.ts'

const freshnessTone = { FRESH: 'plain', VALID: 'plain', AGING: 'warn', EXPIRED: 'fault' } as const

export function MissionFigures({ view }: Readonly<{ view: MissionView }>) {
  const { mission, driftPips, freshness } = view
  const { confidence } = mission
  return (
    <dl className={css.figures}>
      <Figure
        name={missionCopy.confidence}
        size="large"
        title={confidence.source}
        note={missionCopy.sample(confidence.n, confidence.calibrated, mission.kind)}
        isStacked
      >
        {percentText(confidence.p)}
      </Figure>
      <Figure
        name={missionCopy.expected}
        size="large"
        is={mission.expectedR > 0 ? 'long' : 'short'}
        note={missionCopy.cost(fixed(mission.costR, 2))}
        isStacked
      >
        {rText(mission.expectedR)}
      </Figure>
      <Figure name={missionCopy.ratio}>{fixed(mission.rewardRatio, 2)} : 1</Figure>
      <Figure name={missionCopy.regime}>
        <span className={css.words}>
          {mission.regime === null ? missionCopy.noRegime : regimeWords[mission.regime].text}
        </span>
      </Figure>
      <Figure name={missionCopy.spread} note={missionCopy.pointsUnit}>
        {mission.spread}
      </Figure>
      <Figure
        name={missionCopy.drift}
        {...(freshness && { title: freshness.text, is: freshnessTone[freshness.is] })}
        note={freshness ? `${missionCopy.pips} · ${freshnessWords[freshness.is]}` : missionCopy.pips}
      >
        {signed(driftPips, 1)}
      </Figure>
    </dl>
  )
}
