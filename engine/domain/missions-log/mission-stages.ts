import type { EngineEvent, StoredEvent } from '../../contracts/events.ts'
import { STORY_STAGES, type MissionStory, type StoryStage } from '../../contracts/mission-log.ts'

type Which = (event: EngineEvent) => boolean

const isDecision: Which = ({ kind }) =>
  kind === 'orderRecorded' || kind === 'missionDeclined' || kind === 'missionExpired' || kind === 'fireDenied'
const is =
  (kind: EngineEvent['kind']): Which =>
  event =>
    event.kind === kind
const isFill: Which = event => event.kind === 'dealDone' && event.deal.entry === 'in'

/** From the first event of the one kind to the first of the other. */
const ENDS: Readonly<Record<StoryStage, readonly [from: Which, to: Which]>> = {
  issuedToDecided: [is('missionIssued'), isDecision],
  recordedToSent: [is('orderRecorded'), is('orderSent')],
  sentToAnswered: [is('orderSent'), is('orderAnswered')],
  answeredToFilled: [is('orderAnswered'), isFill],
  filledToClosed: [isFill, is('tradeClosed')],
}

/** How long each stage took by the computer's clock when its ends were stored, of the stages that were gone through. */
export function stagesOf(story: readonly StoredEvent[]): MissionStory['stages'] {
  const wallOf = (which: Which) => story.find(({ event }) => which(event))?.wallMs
  return STORY_STAGES.flatMap(stage => {
    const [from, to] = ENDS[stage].map(wallOf)
    return from === undefined || to === undefined ? [] : [{ stage, ms: to - from }]
  })
}
