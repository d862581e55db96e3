import type { DebriefScope } from '../../contracts/debrief.ts'
import type { Side, Ulid } from '../../contracts/primitives.ts'
import type {
  TradeOrder,
  TradesTable,
  TradesTableQuery,
  TradeTableRow,
} from '../../contracts/trades-table.ts'
import { chosenRows, rowsOfScope, scopeOf } from './figures/chosen.ts'
import type { TradeRows } from './record/trade-rows.ts'

type Choice = Pick<TradesTableQuery, 'filter' | 'order' | 'descending'> & Readonly<{ scope: DebriefScope }>
type Sorted = Readonly<{ choice: string; changes: number; rows: Int32Array }>

/**
 * The table of trades of one kind of account, a piece at a time. Whoever scrolls asks for one piece after the other of the same
 * order, so the last order is kept until a trade is closed or something else is asked.
 */
export class TradesPieces {
  readonly #trades: TradeRows
  #last: Sorted | null = null

  constructor(trades: TradeRows) {
    this.#trades = trades
  }

  piece({ scope: wanted, filter, order, descending, skip, limit }: TradesTableQuery): TradesTable {
    const trades = this.#trades
    const scope = scopeOf(trades, wanted)
    const rows = this.#sorted({ scope, filter, order, descending })
    return {
      scope,
      ofScope: {
        trades: rowsOfScope(trades, 'trades').length,
        drills: rowsOfScope(trades, 'drills').length,
      },
      total: rows.length,
      skip,
      rows: Array.from(rows.subarray(skip, skip + limit), row => rowOf(trades, row)),
    }
  }

  #sorted(asked: Choice): Int32Array {
    const trades = this.#trades
    const { changes } = trades
    const choice = JSON.stringify(asked)
    if (this.#last?.choice === choice && this.#last.changes === changes) return this.#last.rows
    const chosen = chosenRows(trades, rowsOfScope(trades, asked.scope), asked.filter)
    const rows = sorted(trades, chosen, asked.order, asked.descending)
    this.#last = { choice, changes, rows }
    return rows
  }
}

/** Rows come as they were told, oldest first; a sort that keeps the order of equals puts the newest of them first. */
function sorted(trades: TradeRows, rows: Int32Array, order: TradeOrder, descending: boolean): Int32Array {
  const newestFirst = rows.toReversed()
  const values = valuesOf(trades, order)
  const sign = descending ? -1 : 1
  // What nobody knows comes last, whichever way it is ordered.
  return newestFirst.sort((left, right) => {
    const [a, b] = [values[left] as number, values[right] as number]
    if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b))
    return sign * (a - b)
  })
}

function valuesOf(trades: TradeRows, order: TradeOrder): Float64Array {
  const { numbers, keys } = trades
  switch (order) {
    case 'closed':
      return numbers.closeMs.values
    case 'pair':
      return ranked(keys.pair)
    case 'r':
      return numbers.r.values
    case 'money':
      return numbers.netCents.values
    case 'held': {
      const opened = numbers.openMs.values
      return numbers.closeMs.values.map((closeMs, row) => closeMs - (opened[row] as number))
    }
    case 'worst':
      return numbers.maeR.values
    case 'best':
      return numbers.mfeR.values
  }
}

function ranked({ words, numbers }: TradeRows['keys']['pair']): Float64Array {
  const alphabet = [...words].sort()
  const rank = words.map(word => alphabet.indexOf(word))
  return numbers.map(number => rank[number] as number)
}

function rowOf(trades: TradeRows, row: number): TradeTableRow {
  const { numbers, keys } = trades
  const of = (column: { values: Float64Array }) => column.values[row] as number
  const known = (value: number) => (Number.isNaN(value) ? null : value)
  return {
    order: trades.orders[row] as Ulid,
    mission: trades.missions[row] ?? null,
    openMs: of(numbers.openMs),
    closeMs: of(numbers.closeMs),
    side: keys.side.at(row) as Side,
    lots: of(numbers.lots),
    r: of(numbers.r),
    netCents: of(numbers.netCents),
    maeR: known(of(numbers.maeR)),
    mfeR: known(of(numbers.mfeR)),
    keys: {
      pair: keys.pair.at(row),
      setup: keys.setup.at(row),
      session: keys.session.at(row),
      reason: keys.reason.at(row),
    },
  }
}
