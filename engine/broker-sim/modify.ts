import type { BodyOf } from '../contracts/wire/index.ts'
import { symbolAt, type Books, type Position } from './books.ts'
import {
  exactPoints,
  freezeObjection,
  marketObjection,
  objectionTo,
  stopsObjection,
  type Objection,
} from './checks.ts'
import { NO_POSITION, positionOf } from './close.ts'
import { positionsBody, refusal, type BrokerFact } from './facts.ts'
import { answer } from './journal.ts'
import { RETCODE } from './retcodes.ts'
import { closingPrice } from './valuation.ts'

/** Moves the stop and target of one position. The stop can be moved but not taken away. */
export function modify(books: Books, command: BodyOf<'modify'>): readonly BrokerFact[] {
  const position = positionOf(books, command.position)
  if (!position) return [answer(books, objectionTo(command.id, NO_POSITION))]
  const levels = levelsOf(books, position, command)
  if ('retcode' in levels) return [answer(books, objectionTo(command.id, levels))]
  position.stop = levels.stop
  position.target = levels.target
  const verdict = { ...refusal(command.id, 'accepted', RETCODE.done, 'Done'), position: command.position }
  return [answer(books, verdict), { type: 'positions', body: positionsBody(books) }]
}

function levelsOf(
  books: Books,
  position: Position,
  command: BodyOf<'modify'>,
): Readonly<{ stop: number; target: number | null }> | Objection {
  const { symbol, side } = position
  const { digits } = symbolAt(books, symbol)
  const stop = exactPoints(command.stop, digits)
  const target = command.target === null ? null : exactPoints(command.target, digits)
  const from = closingPrice(books, position)
  const objection =
    marketObjection(books, symbol) ??
    freezeObjection(books, position, from) ??
    stopsObjection(books, { symbol, side, from, stop, target })
  if (objection) return objection
  if (stop === null || (target === null && command.target !== null))
    return { retcode: RETCODE.invalidStops, text: 'The stop or the target has too many digits' }
  if (stop === position.stop && target === position.target)
    return { retcode: RETCODE.noChanges, text: 'Stop and target are already there' }
  return { stop, target }
}
