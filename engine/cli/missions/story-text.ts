/** One mission for a trader: the plan, what it was judged by, every step with how long it took, and what came of it. */
import type { EngineEvent } from '../../contracts/events.ts'
import type { MissionStory, StoryStage, StoryStep } from '../../contracts/mission-log.ts'
import { textFromPoints } from '../../domain/market/price.ts'
import { count, inR, minuteOf } from '../text.ts'

const STAGES: Readonly<Record<StoryStage, string>> = {
  issuedToDecided: 'Issued to decided',
  recordedToSent: 'Recorded to sent',
  sentToAnswered: 'Sent to answered',
  answeredToFilled: 'Answered to filled',
  filledToClosed: 'Filled to closed',
}

export function storyText(story: MissionStory): readonly string[] {
  const { mission } = story
  const price = (points: number) => textFromPoints(points, mission.digits)
  const { pair, side, setup, quality, entry, stop, target, shield, confidence } = mission
  return [
    `${mission.id}: ${pair} ${side}, ${setup}, ${quality}; ${story.state} (${mission.kind})`,
    `Issued ${minuteOf(mission.issuedMs)} UTC: entry ${price(entry)}, stop ${price(stop)}, target ${price(target)}`,
    `p ${confidence.p.toFixed(2)} (${confidence.source}), expected ${inR(mission.expectedR)} after cost`,
    ...(shield ? [`Shield ${shield.score.toFixed(1)} of 10, ${shield.class}`] : []),
    ...mission.figures.map(({ name, value }) => `  ${name}: ${Number(value.toPrecision(5))}`),
    ...(shield?.lines ?? []).map(({ part, points, most, text }) => `  ${part} ${points} of ${most}: ${text}`),
    ...mission.timer.map(({ name, factor, text }) => `  timer, ${name} ×${factor.toFixed(2)}: ${text}`),
    ...story.refusals.map(({ code, text }) => `Refused, ${code}: ${text}`),
    '',
    ...story.steps.map(stepLine),
    '',
    ...story.stages.map(({ stage, ms }) => `${STAGES[stage].padEnd(20)}${count(ms).padStart(12)} ms`),
    ...endLines(story),
  ]
}

function endLines({ trades, excursion, ghost }: MissionStory): string[] {
  return [
    ...trades.map(({ r, reason }) => `Closed by ${reason}: ${inR(r)}`),
    ...(excursion
      ? [`Went ${inR(-excursion.maeR)} against and ${inR(excursion.mfeR)} for it (${excursion.by})`]
      : []),
    ...(ghost ? [`Its ghost, never a result: ${ghost.outcome} at ${inR(ghost.r)} (${ghost.by})`] : []),
  ]
}

function stepLine({ seq, wallMs, afterMs, event }: StoryStep): string {
  const after = afterMs === null ? '' : `+${count(afterMs)} ms`
  return `${String(seq).padStart(8)}  ${new Date(wallMs).toISOString().slice(0, 23)}  ${after.padStart(16)}  ${event.kind} ${factsOf(event)}`.trimEnd()
}

/** What is not in every event of its kind, in as few words as say it. */
function factsOf(event: EngineEvent): string {
  switch (event.kind) {
    case 'fireDenied':
      return `${event.origin}: ${event.denials.map(({ code }) => code).join(' ')}`
    case 'missionDeclined':
    case 'missionExpired':
      return event.reason
    case 'orderRecorded':
      return `${event.origin}: ${event.lots} lots`
    case 'orderAnswered':
    case 'closeAnswered':
    case 'modifyAnswered':
    case 'cancelAnswered':
      return `${event.is} ${event.text}`
    case 'orderBecame':
      return `${event.state}: ${event.why}`
    case 'cancelRequested':
      return `${event.origin}: ${event.why}`
    case 'dealDone':
      return `${event.deal.entry} ${event.deal.lots} at ${event.deal.price}, deal ${event.deal.deal}`
    case 'xpAwarded':
      return `${event.reason} ${event.xp}`
    default:
      return ''
  }
}
