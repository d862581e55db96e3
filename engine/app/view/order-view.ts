import type { EpochMs } from '../../contracts/index.ts'
import type { OrderView } from '../../contracts/open-trade-views.ts'
import type { WaitingOrder } from '../../contracts/wire/index.ts'
import { textFromPoints } from '../../domain/market/price.ts'
import { exposedOrders, isOurs } from '../book/exposure.ts'
import { orderListed } from '../book/waiting-check.ts'
import type { OrderRecord } from '../desk-state.ts'
import type { Desk } from '../desk.ts'
import { lastCancel } from '../orders/cancels.ts'
import { settleWords } from '../orders/settle-desk.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'

/** Orders that are on their way or wait, anyone's, and positions of ours that are gone without a trace. */
export const orderViews = (desk: Desk, terminal: TerminalDesk): OrderView[] => [
  ...exposedOrders(desk, terminal).flatMap(order => orderView(desk, terminal, order)),
  ...(terminal.orders ?? []).flatMap(listed => listedView(desk, terminal, listed)),
]

function orderView(desk: Desk, terminal: TerminalDesk, order: OrderRecord): OrderView[] {
  const { recorded, state, sinceMs } = order
  const settle = settleWords(desk, order)
  if ((state === 'filled' || state === 'managed') && settle === null) return []
  const { order: id, mission, terminal: own, pair, symbol, side, lots } = recorded
  return [
    {
      order: id,
      mission,
      terminal: own,
      pair,
      symbol,
      side,
      lots,
      state,
      text: textOf(desk, terminal, order),
      sinceMs: sinceMs as EpochMs,
      waits: waitsOf(desk, terminal, order),
      external: false,
      settle,
    },
  ]
}

function textOf(
  { state }: Desk,
  { up }: TerminalDesk,
  { recorded, state: is, position, text }: OrderRecord,
): string {
  if (is === 'filled' || is === 'managed')
    return `Position ${position} is gone, and the terminal has no deal for it.`
  const cancel = state.waiting.has(recorded.order) ? lastCancel(state, recorded.order) : null
  if (cancel) return `It is being taken back: ${cancel.why}`
  if (is !== 'waiting') return text
  // Its price and its time say all of it.
  return up ? '' : 'Its terminal is not linked: it may be filled meanwhile.'
}

function waitsOf(
  { state }: Desk,
  { marketMs }: TerminalDesk,
  { recorded: { order, price, digits, waitsUntilMs } }: OrderRecord,
): OrderView['waits'] {
  if (!state.waiting.has(order)) return null
  return { price: textFromPoints(price, digits), leftMs: leftMs(waitsUntilMs ?? null, marketMs) }
}

/** Null where it has no end, or the market's clock is not known. */
const leftMs = (untilMs: number | null, marketMs: number): number | null =>
  untilMs === null || marketMs <= 0 ? null : Math.max(0, untilMs - marketMs)

/** One that waits and stands for no order of the ledger: somebody else's, or one of ours that is not known here. */
function listedView(desk: Desk, terminal: TerminalDesk, listed: WaitingOrder): OrderView[] {
  const known = orderListed(desk, terminal, listed)
  if (known && desk.state.exposed.has(known.recorded.order)) return []
  const { order, symbol, side, lots, price, untilMs } = listed
  const external = !isOurs(listed)
  return [
    {
      order,
      mission: null,
      terminal: terminal.id,
      pair: terminal.named(symbol)?.spec.pair ?? null,
      symbol,
      side,
      lots: Number(lots),
      state: 'waiting',
      text: external ? 'Not ours: it stays untouched.' : 'Of BITTEN, and not known here.',
      // Since when it waits the terminal does not say.
      sinceMs: 0 as EpochMs,
      waits: { price, leftMs: leftMs(untilMs, terminal.marketMs) },
      external,
      settle: null,
    },
  ]
}
