/** What a change of a position would come to, reckoned while it is typed. The engine decides; this only shows it beforehand. */
import type { PositionHandles, PositionView } from '../../../../engine/contracts/open-trade-views.ts'

export type Reckoned<Facts> =
  | Readonly<{ is: 'ready'; facts: Readonly<Facts> }>
  /** `why` is null while nothing was typed. */
  | Readonly<{ is: 'not'; why: NotYet | null }>

export type NotYet =
  | Readonly<{ code: 'noNumber' }>
  | Readonly<{ code: 'steps' | 'tooFew' | 'leavesTooFew'; lots: number }>
  | Readonly<{ code: 'wholePosition' | 'noStop' }>
  | Readonly<{ code: 'notNearer' | 'tooNear' | 'wrongSide'; price: string }>

export type Held = Readonly<{ position: PositionView; handles: PositionHandles }>

const not = (why: NotYet | null) => ({ is: 'not', why }) as const
const direction = ({ side }: PositionView): 1 | -1 => (side === 'buy' ? 1 : -1)

/** Plain digits with a point or a comma; null for anything else. */
function numberIn(text: string): number | null {
  const typed = text.trim().replace(',', '.')
  return /^\d{1,9}(\.\d{1,8})?$/.test(typed) ? Number(typed) : null
}

const pointsOf = (price: string | number, { digits }: PositionHandles): number =>
  Math.round(Number(price) * 10 ** digits)

/** Money at that price, cents: all lots, with the costs as far as they are known. */
function netCentsAt({ position, handles }: Held, price: string | number): number {
  const moved = direction(position) * (pointsOf(price, handles) - pointsOf(position.open, handles))
  return Math.round(moved * handles.pointCents + (handles.costCents ?? 0))
}

const stepDecimals = (step: number): number => step.toFixed(8).replace(/0+$/, '').split('.')[1]?.length ?? 0
const lotsIn = (steps: number, { lotStep }: PositionHandles): string =>
  (steps * lotStep).toFixed(stepDecimals(lotStep))

/** Half of it in whole steps, rounded down; null when there is no half that the broker would take. */
export function halfOf(held: Held): string | null {
  const steps = Math.floor(Number(held.position.lots) / 2 / held.handles.lotStep + 1e-9)
  const half = lotsIn(steps, held.handles)
  return reckonPart(held, half).is === 'ready' ? half : null
}

export type PartFacts = {
  lots: string
  /** What the part earns at the price of now. */
  netCents: number
  rest: string
  /** What the rest earns at its stop; null without one. */
  restAtStopCents: number | null
}

export function reckonPart(held: Held, text: string): Reckoned<PartFacts> {
  const { position, handles } = held
  if (text.trim() === '') return not(null)
  const wanted = numberIn(text)
  if (wanted === null || wanted === 0) return not({ code: 'noNumber' })
  const { lotStep, lotMin } = handles
  const all = Number(position.lots)
  const steps = wanted / lotStep
  const rest = Math.round(all / lotStep) - Math.round(steps)
  if (Math.abs(steps - Math.round(steps)) > 1e-6) return not({ code: 'steps', lots: lotStep })
  if (wanted < lotMin - 1e-9) return not({ code: 'tooFew', lots: lotMin })
  if (rest <= 0) return not({ code: 'wholePosition' })
  if (rest * lotStep < lotMin - 1e-9) return not({ code: 'leavesTooFew', lots: lotMin })
  const atStopCents = position.stop === null ? null : netCentsAt(held, position.stop)
  return {
    is: 'ready',
    facts: {
      lots: lotsIn(Math.round(steps), handles),
      netCents: Math.round((position.netCents * wanted) / all),
      rest: lotsIn(rest, handles),
      restAtStopCents: atStopCents === null ? null : Math.round(atStopCents * (1 - wanted / all)),
    },
  }
}

export type PriceFacts = { price: string | null; netCents: number | null; wasCents: number | null }

/** A stop goes one way only: nearer to the price than it is, and not nearer than the broker allows. */
export function reckonStop(held: Held, text: string): Reckoned<PriceFacts & { price: string }> {
  const { position, handles } = held
  if (text.trim() === '') return not(null)
  const typed = numberIn(text)
  if (typed === null) return not({ code: 'noNumber' })
  const wanted = pointsOf(typed, handles)
  const sign = direction(position)
  if (position.stop !== null && sign * (wanted - pointsOf(position.stop, handles)) <= 0)
    return not({ code: 'notNearer', price: position.stop })
  if (sign * (pointsOf(handles.nearestStop, handles) - wanted) < 0)
    return not({ code: 'tooNear', price: handles.nearestStop })
  const price = typed.toFixed(handles.digits)
  const wasCents = position.stop === null ? null : netCentsAt(held, position.stop)
  return { is: 'ready', facts: { price, netCents: netCentsAt(held, price), wasCents } }
}

/** A target lies on the far side of the price. Nothing typed takes it away; that is asked for by its own button. */
export function reckonTarget(held: Held, text: string | null): Reckoned<PriceFacts> {
  const { position, handles } = held
  const wasCents = position.target === null ? null : netCentsAt(held, position.target)
  if (position.stop === null) return not({ code: 'noStop' })
  if (text === null) return { is: 'ready', facts: { price: null, netCents: null, wasCents } }
  if (text.trim() === '') return not(null)
  const typed = numberIn(text)
  if (typed === null) return not({ code: 'noNumber' })
  const now = position.now ?? position.open
  if (direction(position) * (pointsOf(typed, handles) - pointsOf(now, handles)) <= 0)
    return not({ code: 'wrongSide', price: now })
  const price = typed.toFixed(handles.digits)
  return { is: 'ready', facts: { price, netCents: netCentsAt(held, price), wasCents } }
}
