import type { Database } from 'better-sqlite3'
import type { Pair } from '../../contracts/pairs.ts'

type Series = Readonly<{ id: number; digits: number }>

/** The id of a series about to be written with `digits`; a new series is created, an old one brought to these digits. */
export function seriesToWrite(database: Database, source: string, pair: Pair, digits: number): number {
  const known = database
    .prepare<[string, Pair], Series>('SELECT id, digits FROM series WHERE source = ? AND pair = ?')
    .get(source, pair)
  if (known === undefined)
    return Number(
      database.prepare('INSERT INTO series (source, pair, digits) VALUES (?, ?, ?)').run(source, pair, digits)
        .lastInsertRowid,
    )
  if (known.digits !== digits) rescale(database, known, digits)
  return known.id
}

/** A broker may go from 4 to 5 digits overnight: without this every older bar would be read ten times too small. */
function rescale(database: Database, series: Series, digits: number): void {
  const factor = 10 ** (digits - series.digits)
  const prices = ['open', 'high', 'low', 'close'].map(
    name => `${name} = CAST(round(${name} * @factor) AS INTEGER)`,
  )
  database
    .prepare(`UPDATE bar SET ${prices.join(', ')}, spread = spread * @factor WHERE series = @id`)
    .run({ factor, id: series.id })
  database.prepare('UPDATE series SET digits = ? WHERE id = ?').run(digits, series.id)
}
