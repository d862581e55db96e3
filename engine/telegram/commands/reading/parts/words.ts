/** The desk's closed lists, and amounts, as a chat reads them. */
import type { ClosedTrade } from '../../../../contracts/mission.ts'
import type { AccountKind, Side } from '../../../../contracts/primitives.ts'
import type { LinkView, WarRoomView } from '../../../../contracts/views.ts'
import { gain, money, signed } from '../../../../domain/words/figures.ts'
import { spanOf } from '../../../../domain/words/times.ts'

/** Simulated money is always called so. */
export const KIND_WORDS: Readonly<Record<AccountKind, string>> = {
  simulated: 'SIMULATED money',
  demo: 'demo money',
  contest: 'contest money',
  live: 'LIVE money',
}

export const SIDE_WORDS: Readonly<Record<Side, string>> = { buy: 'long', sell: 'short' }

export const REASON_WORDS: Readonly<Record<ClosedTrade['reason'], string>> = {
  stop: 'stop',
  target: 'target',
  time: 'time exit',
  command: 'your command',
  manual: 'by hand in MT5',
  stopOut: 'margin stop-out',
  other: 'the broker',
}

/** A code of a closed list in small words: TILT_LOCKOUT is Tilt lockout. */
export const small = (code: string): string =>
  code.charAt(0) + code.slice(1).toLowerCase().replaceAll('_', ' ')

/** 12.34 USD; without a currency where none is known. */
export const amount = (cents: number, currency: string | null): string => `${money(cents)}${unit(currency)}`
/** +12.34 USD */
export const won = (cents: number, currency: string | null): string => `${gain(cents)}${unit(currency)}`
const unit = (currency: string | null): string => (currency === null ? '' : ` ${currency}`)

/** By spanOf, of something that was heard. */
export const ago = (ms: number | null, never: string): string =>
  ms === null ? never : ms < 1_000 ? 'now' : `${spanOf(ms)} ago`

/** In a table: whole units from so many on, where cents would take more room than a phone has. */
export const tableMoney = (cents: number, wholeFrom = 100_000): string =>
  Math.abs(cents) < 100 * wholeFrom ? gain(cents) : signed(cents / 100, 0)

/** The terminal that the view shows. */
export const shownLink = ({ links, shown }: Pick<WarRoomView, 'links' | 'shown'>): LinkView | null =>
  links.find(({ terminal }) => terminal === shown) ?? null

export const linkOf = ({ links }: WarRoomView, terminal: string): LinkView | null =>
  links.find(link => link.terminal === terminal) ?? null
