import type { GhostReport } from '../../../engine/contracts/ghosts.ts'
import { ghostsCopy } from '../../copy/ghosts.ts'
import { spoken } from '../../theme/type.css.ts'
import { dateText } from '../../ui/format/time.ts'
import { widestOf } from './bar-place.ts'
import { FigureCells, FigureHeads, GhostRow } from './ghost-row.tsx'
import * as css from './ghosts.css.ts'

/** By what kept them back, the most frequent first. */
export function ByReason({ report: { rows, all } }: Readonly<{ report: GhostReport }>) {
  const widestR = widestOf([...rows, all])
  return (
    <table>
      <caption className={spoken}>{ghostsCopy.title}</caption>
      <thead>
        <tr>
          <th className={css.firstHead}>{ghostsCopy.why}</th>
          <FigureHeads hasAlone />
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <GhostRow key={`${row.reason} ${row.key}`} row={row} widestR={widestR} />
        ))}
      </tbody>
      <tfoot>
        <tr className={css.sumRow}>
          <th className={css.name} scope="row">
            {ghostsCopy.all}
          </th>
          <FigureCells figures={all} alone={all.n} widestR={widestR} />
        </tr>
      </tfoot>
    </table>
  )
}

type Weeks = Readonly<{
  weeks: GhostReport['weeks']
  chosenMs: number | null
  choose: (weekMs: number | null) => void
}>

/** The newest first. A week that is chosen narrows the table of reasons to itself; chosen again it lets go. */
export function ByWeek({ weeks, chosenMs, choose }: Weeks) {
  const widestR = widestOf(weeks)
  return (
    <table>
      <caption className={spoken}>{ghostsCopy.weeks}</caption>
      <thead>
        <tr>
          <th className={css.firstHead}>{ghostsCopy.week}</th>
          <FigureHeads hasAlone={false} />
        </tr>
      </thead>
      <tbody>
        {weeks.toReversed().map(week => (
          <tr key={week.weekMs} className={css.row}>
            <th className={css.name} scope="row">
              <button
                type="button"
                className={css.week}
                aria-pressed={week.weekMs === chosenMs}
                onClick={() => choose(week.weekMs === chosenMs ? null : week.weekMs)}
              >
                {dateText(week.weekMs)}
              </button>
            </th>
            <FigureCells figures={week} alone={null} widestR={widestR} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}
