/** What has become of a flatten that was asked for from a chat: at each terminal what was closed, and what could not be. */
import type { EngineEvent, EventOf } from '../../../contracts/events.ts'
import type { ClosedTrade } from '../../../contracts/mission.ts'
import type { TerminalId } from '../../../contracts/primitives.ts'
import { inR } from '../../../domain/words/figures.ts'
import { html, lines, type Html } from '../../texts/html.ts'
import type { Asked, Followed } from './follow.ts'

/** Its last word at each terminal that was told, null where it has none; a flatten that is asked for again stands for the one before. */
function endsIn(told: readonly EngineEvent[]): ReadonlyMap<TerminalId, EventOf<'flattenEnded'> | null> {
  const ends = new Map<TerminalId, EventOf<'flattenEnded'> | null>()
  for (const event of told) {
    if (event.kind === 'flattenRequested' && !ends.has(event.terminal)) ends.set(event.terminal, null)
    if (event.kind === 'flattenEnded') ends.set(event.terminal, event)
  }
  return ends
}

/**
 * What is left at one terminal is asked for once more by the engine, but is named here and now. A terminal that is `away` closes
 * when it is linked again: nobody waits for that here.
 */
export const isFlattenOver =
  (away: ReadonlySet<string>) =>
  ({ told }: Asked): boolean =>
    [...endsIn(told)].every(([terminal, end]) => end !== null || away.has(terminal))

const tradesIn = (told: readonly EngineEvent[]): ClosedTrade[] =>
  told.flatMap(event => (event.kind === 'tradeClosed' ? [event.trade] : []))

/** `accountAt`: an account by the name that a person knows, of a terminal. */
export function flattenOutcome(followed: Followed, accountAt: (terminal: string) => string): Html {
  const { told, answer } = followed
  const ends = [...endsIn(told)]
  const trades = tradesIn(told)
  const text = answer.is === 'done' ? answer.text : ''
  if (ends.length === 0) return lines(html`🛑 <b>FLATTEN</b>`, text)
  const isFlat = ends.every(([, end]) => end?.left.length === 0)
  return lines(
    isFlat
      ? html`✅ <b>FLAT.</b> New trades are paused.`
      : html`⚠️ <b>FLATTEN: not everything is closed.</b> New trades are paused.`,
    ...ends.flatMap(([terminal, end]) => [
      html`<b>${accountAt(terminal)}</b>`,
      ...trades.filter(trade => trade.terminal === terminal).map(tradeText),
      end?.text ?? NOT_ENDED,
    ]),
    isFlat ? null : text,
  )
}

const NOT_ENDED = 'Not ended yet: an alert tells when it has.'

const tradeText = ({ pair, side, r, dealOut }: ClosedTrade): string =>
  `• ${pair} ${side === 'buy' ? 'long' : 'short'} closed, ${inR(r)}, deal ${dealOut}`
