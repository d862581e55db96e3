import type { EngineEvent, EventKind, EventOf } from '../../contracts/events.ts'
import type { NoticeView } from '../../contracts/views.ts'
import { FLAT_BY_WEEKEND, TEST_FIRE, TIME_EXIT } from '../emergency/due-closes.ts'

type Said = Readonly<{ level: NoticeView['level']; text: string }>
type Sentence<K extends EventKind> = (event: EventOf<K>) => Said | null

const info = (text: string): Said => ({ level: 'info', text })
const warn = (text: string): Said => ({ level: 'warn', text })
const error = (text: string): Said => ({ level: 'error', text })

type Answer = Readonly<{ is: string; retcode: number; text: string }>
const unless = (accepted: readonly string[], what: string, { is, retcode, text }: Answer): Said | null =>
  accepted.includes(is) ? null : error(`${what} ${is} (${retcode}): ${text}`)

const DONE = ['accepted']

/** To wait at the broker, to be taken back and to end by its time is what an order that waits was meant for. */
function answered(event: EventOf<'orderAnswered'>): Said | null {
  const { is, text, ticket } = event
  if (is === 'placed') return info(`Order ${ticket ?? ''} waits at the broker.`)
  if (is === 'cancelled') return info(`An order that waited was removed: ${text}`)
  if (is === 'expired' && ticket) return info(`An order that waited has expired: ${text}`)
  return unless(DONE, 'Order', event)
}

/** Events that are not named are shown by the panels, or nobody needs to be told. */
const SENTENCES: Readonly<{ [K in EventKind]?: Sentence<K> }> = {
  terminalLinked: ({ broker, server }) => info(`Linked to ${broker}, ${server}.`),
  terminalLost: ({ reason }) => warn(`The terminal is gone: ${reason}`),
  disarmed: ({ reason }) => warn(`Not armed: ${reason}`),
  armed: ({ external }) =>
    external === 0 ? null : info(`${external} open positions are not ours and stay untouched.`),
  missionIssued: ({ mission: { side, pair, drill, test } }) =>
    info(
      test
        ? `Test fire: ${side} ${pair}, closed at once.`
        : `Mission up: ${side} ${pair}${drill ? ', drill' : ''}.`,
    ),
  fireDenied: ({ denials }) => warn(`Not fired: ${denials.map(denial => denial.text).join(' ')}`),
  orderAnswered: answered,
  orderBecame: ({ state, why }) => warn(`Order ${state}: ${why}`),
  orderSettled: () => warn('An order was ended by hand, without a result: the terminal has no trace of it.'),
  cancelRequested: ({ why }) => warn(`Taking back an order that waits: ${why}`),
  cancelAnswered: event => unless(DONE, 'Taking back was', event),
  closeRequested: ({ origin, position }) => {
    if (origin === FLAT_BY_WEEKEND)
      return warn(`Position ${position} is closed because the week ends (${origin}).`)
    if (origin === TEST_FIRE) return info(`Position ${position} of a test fire is closed.`)
    return origin === TIME_EXIT ? info(`Position ${position} is closed: its time is over.`) : null
  },
  closeAnswered: event => unless(DONE, 'Close', event),
  modifyAnswered: event => unless(DONE, 'Change', event),
  flattenEnded: ({ left, text }) => (left.length === 0 ? info(text) : error(text)),
  paused: ({ origin }) =>
    origin === 'host'
      ? warn('Positions were closed while the engine was down: new trades are paused until resume.')
      : null,
  selectorSet: ({ origin }) =>
    origin === 'update' ? warn('The app was updated: AUTO is off until you switch it on.') : null,
  stopChanged: ({ position }) => warn(`Position ${position}: the stop was changed at the terminal.`),
  guardRaised: ({ guard, text }) => warn(`${guard}: ${text}`),
  guardEnded: ({ guard, why }) => info(`${guard} has ended: ${why}`),
  xpAwarded: ({ reason, xp, text = '' }) =>
    reason === 'BADGE'
      ? info(`+${xp} XP: ${text}.`)
      : reason === 'RULE_BROKEN'
        ? warn(`−${-xp} XP: ${text}`)
        : null,
  reportTold: ({ text }) => info(text),
  ledgerRecovered: ({ text }) => error(text),
  linkFaulted: ({ text }) => warn(text),
}

/** The sentence that a person should see when this happens; null for what the panels show by themselves. */
export function noticeOf<K extends EventKind>(event: EngineEvent & EventOf<K>): NoticeView | null {
  const sentence: Sentence<K> | undefined = SENTENCES[event.kind as K]
  const said = sentence?.(event)
  return said ? { ...said, atMs: event.atMs } : null
}
