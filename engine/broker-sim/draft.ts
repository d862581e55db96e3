import type { BodyOf } from '../contracts/wire/index.ts'
import { symbolAt, type Books } from './books.ts'
import { exactPoints, exactSteps, marketObjection, stopsObjection, type Objection } from './checks.ts'
import type { Entry } from './fills.ts'
import { guardObjection } from './guard.ts'
import { NOT_SENT, RETCODE } from './retcodes.ts'

/** An order in points and steps. `from`: the price that its stop and target are measured from. */
export type Draft = Omit<Entry, 'price'> & Readonly<{ from: number }>

/** What an order wants of the prices there are: the price that its levels are measured from, or why it cannot be. */
type Pricing = (symbol: number) => number | Objection

/** The order in points and steps, or the first thing that is wrong with it. */
export function draftOf(
  books: Books,
  command: BodyOf<'fire'> | BodyOf<'place'>,
  pricing: Pricing,
): Draft | Objection {
  const { timeStopMs = null, ...managed } = command.plan ?? {}
  if (Object.keys(managed).length > 0)
    return { retcode: NOT_SENT, text: 'This simulated terminal closes by time and manages nothing else' }
  const symbol = books.symbols.findIndex(offered => offered.name === command.symbol)
  if (symbol < 0)
    return { retcode: RETCODE.invalid, text: `The symbol ${command.symbol} is not offered here` }
  const from = marketObjection(books, symbol) ?? pricing(symbol)
  if (typeof from !== 'number') return from
  const { digits, lotMin, lotMax, lotStep } = symbolAt(books, symbol)
  const steps = exactSteps(books, symbol, command.lots)
  if (steps === null)
    return {
      retcode: RETCODE.invalidVolume,
      text: `${command.lots} lots are not ${lotMin} to ${lotMax} in steps of ${lotStep}`,
    }
  const stop = exactPoints(command.stop, digits)
  const target = exactPoints(command.target, digits)
  const { side, magic, id } = command
  const objection = stopsObjection(books, { symbol, side, from, stop, target })
  if (objection) return objection
  if (stop === null || target === null)
    return { retcode: RETCODE.invalidStops, text: 'The stop or the target has too many digits' }
  const draft = { symbol, side, steps, from, stop, target, timeStopMs, magic, id }
  return guardObjection(books, draft) ?? draft
}
