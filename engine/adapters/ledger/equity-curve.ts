import type { Database } from 'better-sqlite3'
import { Cents, EpochMs, type AccountKind } from '../../contracts/primitives.ts'
import type { EquityCurve } from '../../contracts/queries.ts'

type Point = EquityCurve['points'][number]
/** What the trades of a piece of the record came to together, and when the last of them closed; its `trades` may be none. */
type Piece = [trades: number, lastSeq: number, closeMs: number, netCents: number, r: number]

const OF_ACCOUNT = `FROM event WHERE kind = 'tradeClosed' AND trade_account = ?`
const EACH = `SELECT 1, seq, trade_close_ms, trade_net_cents, trade_r ${OF_ACCOUNT} ORDER BY seq LIMIT ?`
/** A column that is not added up is that of the row with the greatest `seq` (SQLite, bare columns in an aggregate). */
const TOGETHER = `
  SELECT count(*), max(seq), trade_close_ms, sum(trade_net_cents), sum(trade_r) ${OF_ACCOUNT} AND seq > ? AND seq <= ?`
const END = (way: 'ASC' | 'DESC') => `SELECT seq ${OF_ACCOUNT} ORDER BY seq ${way} LIMIT 1`

/**
 * Cumulative results of an account's closed trades. More of them than `points` are added up in the database, in as many pieces of
 * the record, evenly long: a million takes it a fifth of a second, and this thread ten times as long.
 */
export function prepareEquityCurve(
  database: Database,
): (account: AccountKind, points: number) => EquityCurve {
  const each = database.prepare<[AccountKind, number], Piece>(EACH).raw()
  const together = database.prepare<[AccountKind, number, number], Piece>(TOGETHER).raw()
  const first = database.prepare<[AccountKind], number>(END('ASC')).pluck()
  const last = database.prepare<[AccountKind], number>(END('DESC')).pluck()

  function* pieces(account: AccountKind, most: number): Generator<Piece> {
    const [from, to] = [(first.get(account) ?? 1) - 1, last.get(account) ?? 0]
    const endOf = (piece: number) => from + Math.round(((to - from) * piece) / most)
    for (let piece = 0; piece < most; piece++) {
      const [trades, ...sums] = together.get(account, endOf(piece), endOf(piece + 1)) as Piece
      if (trades > 0) yield [trades, ...sums]
    }
  }
  return (account, points) => {
    const few = each.all(account, points + 1)
    return added(few.length > points ? pieces(account, points) : few)
  }
}

function added(pieces: Iterable<Piece>): EquityCurve {
  const points: Point[] = []
  const sum = { trades: 0, netCents: 0, r: 0 }
  for (const [trades, , closeMs, netCents, r] of pieces) {
    sum.trades += trades
    sum.netCents += netCents
    sum.r += r
    points.push({ atMs: EpochMs.parse(closeMs), netCents: Cents.parse(sum.netCents), r: sum.r })
  }
  return { points, trades: sum.trades }
}
