import type { GhostReport } from '../../../engine/contracts/ghosts.ts'
import { ghostsCopy } from '../../copy/ghosts.ts'
import { number, spoken } from '../../theme/type.css.ts'
import { countText, rText } from '../../ui/format/numbers.ts'
import { dateText } from '../../ui/format/time.ts'
import { barPlace, widestOf } from './bar-place.ts'
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
          <FigureHeads widestR={widestR} />
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
          <FigureCells figures={all} alone={null} widestR={widestR} />
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

/**
 * The newest first. A week that is chosen narrows the table of reasons to itself; chosen again it lets go. A week has five days, so
 * that no interval can be drawn of it: it is summed up, and no more.
 */
export function ByWeek({ weeks, chosenMs, choose }: Weeks) {
  const widestR = Math.max(1, ...weeks.map(({ savedR }) => Math.abs(savedR)))
  return (
    <table>
      <caption className={spoken}>{ghostsCopy.weeks}</caption>
      <thead>
        <tr>
          <th className={css.firstHead}>{ghostsCopy.week}</th>
          <th className={css.head}>{ghostsCopy.n}</th>
          <th className={css.barHead}>{ghostsCopy.costOrSaved}</th>
          <th className={css.head}>{ghostsCopy.saved}</th>
        </tr>
      </thead>
      <tbody>
        {weeks.toReversed().map(({ weekMs, n, savedR }) => (
          <tr key={weekMs} className={css.row}>
            <th className={css.name} scope="row">
              <button
                type="button"
                className={css.week}
                aria-pressed={weekMs === chosenMs}
                onClick={() => choose(weekMs === chosenMs ? null : weekMs)}
              >
                {dateText(weekMs)}
              </button>
            </th>
            <td className={`${css.cell} ${number}`}>{countText(n)}</td>
            <td className={css.barCell}>
              <SavedBar savedR={savedR} widestR={widestR} />
            </td>
            <td className={`${css.cell} ${number} ${savedR < 0 ? css.lost : css.kept}`}>{rText(savedR)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** To the right what not taking them has saved, to the left what it has cost; the figure beside it says the same. */
function SavedBar({ savedR, widestR }: Readonly<{ savedR: number; widestR: number }>) {
  const [from, to] = [barPlace(Math.min(0, savedR), widestR), barPlace(Math.max(0, savedR), widestR)]
  return (
    <span className={css.axis} aria-hidden="true">
      <span
        className={css.range[savedR < 0 ? 'cost' : 'saved']}
        style={{ left: `${from}%`, width: `${to - from}%` }}
      />
    </span>
  )
}
