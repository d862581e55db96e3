import type { Points } from '../../contracts/primitives.ts'
import type { Denial } from '../../contracts/vocabulary.ts'
import type { SymbolSpec } from '../../contracts/wire/index.ts'
import { riskPctOf } from './conditions.ts'
import { conversionOf, doubtfulTickValue, tickValueAt, type Conversion } from './conversion.ts'
import { entryPrice, fillQuote } from './fill-quote.ts'
import { denial, type Shot, type ShotInputs } from './shot.ts'
import { gainCents, sizeOrder, sizeSmallest, type Sized, type Way } from './sizing.ts'

type Outcome = Readonly<{ shot: Shot | null; denials: readonly Denial[] }>
type Quote = NonNullable<ShotInputs['quote']>

/** How large the shot is, and every limit that its size misses. What can't be computed has been denied by another rule. */
export function sizeShot(inputs: ShotInputs): Outcome {
  const { spec, quote, account, mission, offered } = inputs
  const ofBook = unknownRisk(inputs)
  if (!spec || !quote || !account) return { shot: null, denials: [...ofBook, ...totalRisk(inputs, 0)] }
  const conversion = conversionOf(spec.pair, account.currency, offered)
  const ofValue = valueRules(spec, conversion, quote)
  if (ofValue.length > 0) return { shot: null, denials: [...ofBook, ...ofValue, ...totalRisk(inputs, 0)] }
  const price = entryPrice(mission.side, fillQuote(inputs) ?? quote) as Points
  const way = (to: number, changedAt: number): Way => ({
    points: Math.abs(price - to),
    tickValue: tickValueAt(spec, conversion, quote.bid, changedAt),
  })
  const { stop, target } = mission
  const size = mission.test ? sizeSmallest : sizeOrder
  const sized = size(
    spec,
    way(stop, bidAt(inputs, quote, stop)),
    Math.floor((account.balanceCents * riskPctOf(inputs)) / 100),
  )
  const more = sized.is === 'sized' ? sized.riskCents : 0
  const denials = [...ofBook, ...lotRules(inputs, sized), ...totalRisk(inputs, more)]
  if (sized.is !== 'sized') return { shot: null, denials }
  const { lots, steps, riskCents } = sized
  const rewardCents = gainCents(spec, way(target, askAt(inputs, quote, target)), steps)
  return { shot: { lots, riskCents, rewardCents, price, riskPct: (100 * riskCents) / account.balanceCents }, denials } // prettier-ignore
}

/** A long closes at the bid, a short at the ask, and money is changed on the worse side: a loss at the bid, a gain at the ask. */
const bidAt = ({ mission }: ShotInputs, { bid, ask }: Quote, price: number): number =>
  mission.side === 'buy' ? price : price - (ask - bid)

const askAt = ({ mission }: ShotInputs, { bid, ask }: Quote, price: number): number =>
  mission.side === 'buy' ? price + (ask - bid) : price

export function unknownRisk({ book }: Pick<ShotInputs, 'book'>): Denial[] {
  if (book.unknownRisk === null) return []
  const text = `What the open ${book.unknownRisk} can lose is not known: it has no stop here, or no known value.`
  return [denial('EXTERNAL_RISK', text)]
}

/** What is told of a symbol must be enough to size by, and make sense. */
export function valueRules(spec: SymbolSpec, conversion: Conversion, { bid }: Quote): Denial[] {
  const denials: Denial[] = []
  if (spec.commissionPerLot === null)
    denials.push(denial('COST_UNKNOWN', `The terminal has not said what commission ${spec.name} costs.`))
  const expected = doubtfulTickValue(spec, conversion, bid)
  if (expected !== null) {
    const text = `The terminal says that a tick of ${spec.name} is worth ${spec.tickValue}; by its contract it is ${expected.toFixed(5)}.`
    denials.push(denial('VALUE_DOUBTFUL', text, spec.tickValue, expected))
  }
  return denials
}

function lotRules({ mission, link, limits }: ShotInputs, sized: Sized): Denial[] {
  const denials: Denial[] = []
  const { lots } = sized
  if (sized.is === 'refused') {
    const words = sized.code === 'LOTS_BELOW_MIN' ? 'under the smallest order' : 'over the largest order'
    const text = `${lots} lots of ${mission.pair} is ${words} of ${sized.limit}.`
    denials.push(denial(sized.code, text, lots, sized.limit))
  }
  if (limits.maxLots !== null && !(lots <= limits.maxLots)) {
    const text = `${lots} lots of ${mission.pair} is over your own limit of ${limits.maxLots}.`
    denials.push(denial('LOTS_ABOVE_MAX', text, lots, limits.maxLots))
  }
  if (link.maxLots !== null && !(lots <= link.maxLots)) {
    const text = `${lots} lots of ${mission.pair} is over the ${link.maxLots} that the terminal takes.`
    denials.push(denial('LOTS_ABOVE_TERMINAL', text, lots, link.maxLots))
  }
  return denials
}

/** Of everything that is open with this shot. Nothing more is opened at the limit either. */
function totalRisk({ account, book, limits }: ShotInputs, riskCents: number): Denial[] {
  if (!account) return []
  const limit = mostRisk(account, limits)
  const total = book.openRiskCents + riskCents
  if (total <= limit) return []
  const text = `All open risk together would pass ${limits.totalRiskPct} % of the balance.`
  return [denial('TOTAL_RISK', text, total, limit)]
}

type Balance = Pick<NonNullable<ShotInputs['account']>, 'balanceCents'>

const mostRisk = ({ balanceCents }: Balance, { totalRiskPct }: ShotInputs['limits']): number =>
  Math.floor((balanceCents * totalRiskPct) / 100)

/** What is open leaves no cent for a shot, however small it is. */
export function riskUsedUp(
  { book, limits }: Pick<ShotInputs, 'book' | 'limits'>,
  account: Balance | null,
): Denial[] {
  if (account === null) return []
  const limit = mostRisk(account, limits)
  if (book.openRiskCents < limit) return []
  const text = `All open risk together has reached ${limits.totalRiskPct} % of the balance.`
  return [denial('TOTAL_RISK', text, book.openRiskCents, limit)]
}
