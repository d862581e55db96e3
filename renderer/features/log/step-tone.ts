import type { EngineEvent } from '../../../engine/contracts/events.ts'

/** What a step is to the mission: a deal, a no, a plain word, or an end. */
export type StepTone = 'plain' | 'deal' | 'no' | 'end'

export function stepTone(event: EngineEvent): StepTone {
  switch (event.kind) {
    case 'dealDone':
      return 'deal'
    case 'missionRefused':
    case 'missionDeclined':
    case 'missionExpired':
    case 'fireDenied':
      return 'no'
    case 'tradeClosed':
    case 'ghostEnded':
      return 'end'
    default:
      return 'plain'
  }
}
