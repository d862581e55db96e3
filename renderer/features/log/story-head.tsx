import type { MissionStory } from '../../../engine/contracts/mission-log.ts'
import { decisionWords, logCopy } from '../../copy/log.ts'
import {
  closeReasonWords,
  freshnessWords,
  missionStateWords,
  qualityWords,
  shieldClassWords,
  signalWords,
} from '../../copy/words.ts'
import { Chip } from '../../ui/chip.tsx'
import { Figure, Figures } from '../../ui/figure.tsx'
import { fixed, percentText, rText } from '../../ui/format/numbers.ts'
import { priceText } from '../../ui/format/price.ts'
import { clockText, dateText } from '../../ui/format/time.ts'
import { SideMark } from '../../ui/side-mark.tsx'
import * as css from './story.css.ts'

/** What it was, and what came of it. */
export function StoryHead({ story }: Readonly<{ story: MissionStory }>) {
  const { mission, state } = story
  const { pair, side, setup, signal, quality, issuedMs } = mission
  return (
    <header className={css.head}>
      <div className={css.name}>
        <h2 className={css.pair}>
          {pair.slice(0, 3)}
          <span className={css.slash}>/</span>
          {pair.slice(3)}
        </h2>
        <SideMark side={side} />
        <span>
          {setup}
          <span className={css.signal}>{signalWords[signal]}</span>
        </span>
        <Chip is={quality === 'DRILL' ? 'warn' : 'gold'}>{qualityWords[quality]}</Chip>
        <span className={css.state}>{missionStateWords[state]}</span>
      </div>
      <p className={css.issued}>{logCopy.issued(dateText(issuedMs), clockText(issuedMs))}</p>
      <Plan story={story} />
      <Outcome story={story} />
    </header>
  )
}

function Plan({ story: { mission, decision } }: Readonly<{ story: MissionStory }>) {
  const { entry, stop, target, digits, confidence, expectedR, shield } = mission
  return (
    <Figures className={css.figures}>
      <Figure name={logCopy.stop}>{priceText(stop, digits)}</Figure>
      <Figure name={logCopy.entry}>{priceText(entry, digits)}</Figure>
      <Figure name={logCopy.target}>{priceText(target, digits)}</Figure>
      <Figure name={logCopy.confidence} title={confidence.source}>
        {percentText(confidence.p)}
      </Figure>
      <Figure name={logCopy.expected} is={expectedR > 0 ? 'long' : 'short'}>
        {rText(expectedR)}
      </Figure>
      {shield && (
        <Figure name={logCopy.shield} note={shieldClassWords[shield.class]}>
          {fixed(shield.score, 2)}
        </Figure>
      )}
      {decision && (
        <Figure
          name={logCopy.decision}
          note={[
            decision.by,
            ...(decision.freshness ? [freshnessWords[decision.freshness]] : []),
            logCopy.timeLeft(percentText(decision.leftShare)),
          ].join(' · ')}
        >
          {decisionWords[decision.what]}
        </Figure>
      )}
    </Figures>
  )
}

function Outcome({ story: { trades, excursion, ghost } }: Readonly<{ story: MissionStory }>) {
  if (trades.length === 0 && excursion === null && ghost === null) return null
  return (
    <Figures className={css.figures}>
      {trades.map(({ dealOut, r, reason }) => (
        <Figure
          key={dealOut}
          name={logCopy.result}
          size="large"
          is={r < 0 ? 'short' : 'long'}
          note={closeReasonWords[reason]}
        >
          {rText(r)}
        </Figure>
      ))}
      {excursion && (
        <Figure name={logCopy.excursion} note={excursion.by === 'bars' ? logCopy.byBars : undefined}>
          {rText(-excursion.maeR)} / {rText(excursion.mfeR)}
        </Figure>
      )}
      {ghost && (
        <Figure
          name={logCopy.ghostTitle}
          size="large"
          is="gold"
          note={[ghost.outcome, logCopy.never, ...(ghost.by === 'bars' ? [logCopy.byBars] : [])].join(' · ')}
        >
          {rText(ghost.r)}
        </Figure>
      )}
    </Figures>
  )
}
