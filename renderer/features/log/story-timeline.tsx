import type { MissionStory, StoryStep } from '../../../engine/contracts/mission-log.ts'
import { logCopy, stepWord } from '../../copy/log.ts'
import { number } from '../../theme/type.css.ts'
import { countText } from '../../ui/format/numbers.ts'
import { clockText, spanText } from '../../ui/format/time.ts'
import { stepFacts } from './step-facts.ts'
import { stepTone } from './step-tone.ts'
import * as css from './story.css.ts'

/** Each event that carries the mission's id, in the order of the ledger, and how long after the one before it was stored. */
export const StoryTimeline = ({ story: { steps, mission } }: Readonly<{ story: MissionStory }>) => (
  <ol className={css.timeline}>
    {steps.map(step => (
      <Step key={step.seq} step={step} digits={mission.digits} />
    ))}
  </ol>
)

function Step({ step, digits }: Readonly<{ step: StoryStep; digits: number }>) {
  const { seq, afterMs, event } = step
  const facts = stepFacts(event, digits)
  return (
    <li className={css.step}>
      <span className={css.dot[stepTone(event)]} aria-hidden="true" />
      <span className={`${css.when} ${number}`} title={logCopy.seq(seq)}>
        {clockText(event.atMs)}
        <span className={css.after}>{afterText(afterMs)}</span>
      </span>
      <span className={css.what}>
        {stepWord(event.kind)}
        {facts.map(fact => (
          <span key={fact} className={css.fact}>
            {fact}
          </span>
        ))}
      </span>
    </li>
  )
}

function afterText(ms: number | null): string {
  if (ms === null) return logCopy.first
  const span = Math.abs(ms) < 10_000 ? logCopy.ms(countText(ms)) : spanText(ms)
  return ms < 0 ? span : `+${span}`
}
