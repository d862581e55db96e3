import type { EngineEvent } from '../../contracts/events.ts'
import type { NoticeView } from '../../contracts/views.ts'
import { FLAT_BY_WEEKEND } from '../emergency/weekend-desk.ts'

const FLATTENED_BY_HOST =
  'Positions were closed while the engine was down: new trades are paused until resume.'

type Said = Readonly<{ level: NoticeView['level']; text: string }>

/** The sentence that a person should see when this happens; null for what the panels show by themselves. */
export function noticeOf(event: EngineEvent): NoticeView | null {
  const said = sentence(event)
  return said && { ...said, atMs: event.atMs }
}

function sentence(event: EngineEvent): Said | null {
  switch (event.kind) {
    case 'terminalLinked':
      return { level: 'info', text: `Linked to ${event.broker}, ${event.server}.` }
    case 'terminalLost':
      return { level: 'warn', text: `The terminal is gone: ${event.reason}` }
    case 'disarmed':
      return { level: 'warn', text: `Not armed: ${event.reason}` }
    case 'armed':
      return event.external === 0
        ? null
        : { level: 'info', text: `${event.external} open positions are not ours and stay untouched.` }
    case 'missionIssued':
      return {
        level: 'info',
        text: `Mission up: ${event.mission.side} ${event.mission.pair}${event.mission.drill ? ', drill' : ''}.`,
      }
    case 'fireDenied':
      return { level: 'warn', text: `Not fired: ${event.denials.map(denial => denial.text).join(' ')}` }
    case 'orderAnswered':
      return event.is === 'accepted'
        ? null
        : { level: 'error', text: `Order ${event.is} (${event.retcode}): ${event.text}` }
    case 'orderBecame':
      return { level: 'warn', text: `Order ${event.state}: ${event.why}` }
    case 'closeRequested':
      return event.origin === FLAT_BY_WEEKEND
        ? {
            level: 'warn',
            text: `Position ${event.position} is closed because the week ends (${event.origin}).`,
          }
        : null
    case 'closeAnswered':
      return event.is === 'accepted'
        ? null
        : { level: 'error', text: `Close ${event.is} (${event.retcode}): ${event.text}` }
    case 'modifyAnswered':
      return event.is === 'accepted'
        ? null
        : { level: 'error', text: `Change ${event.is} (${event.retcode}): ${event.text}` }
    case 'flattenEnded':
      return { level: event.left.length === 0 ? 'info' : 'error', text: event.text }
    case 'paused':
      return event.origin === 'host' ? { level: 'warn', text: FLATTENED_BY_HOST } : null
    case 'selectorSet':
      return event.origin === 'update'
        ? { level: 'warn', text: 'The app was updated: AUTO is off until you switch it on.' }
        : null
    case 'stopChanged':
      return { level: 'warn', text: `Position ${event.position}: the stop was changed at the terminal.` }
    case 'ledgerRecovered':
      return { level: 'error', text: event.text }
    case 'linkFaulted':
      return { level: 'warn', text: event.text }
    default:
      return null
  }
}
