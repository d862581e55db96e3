import type { GhostFigures, GhostRow as Row } from '../../../engine/contracts/ghosts.ts'
import { ghostReasons, ghostsCopy, ghostVerdicts, whyWords } from '../../copy/ghosts.ts'
import { number } from '../../theme/type.css.ts'
import { Chip } from '../../ui/chip.tsx'
import { countText, rText, signed } from '../../ui/format/numbers.ts'
import { IntervalBar } from './interval-bar.tsx'
import * as css from './ghosts.css.ts'

const CHIPS = { saved: 'long', cost: 'short', open: 'plain', tooFew: 'plain' } as const

type Cells = Readonly<{ figures: GhostFigures; alone: number | null; widestR: number }>

/** What one thing has kept back, and what that has come to. */
export function GhostRow({ row, widestR }: Readonly<{ row: Row; widestR: number }>) {
  return (
    <tr className={css.row}>
      <th className={css.name} scope="row">
        <span className={css.reason[row.reason]}>{ghostReasons[row.reason]}</span>
        {whyWords(row.key)}
      </th>
      <FigureCells figures={row} alone={row.alone.n} widestR={widestR} />
    </tr>
  )
}

export function FigureCells({ figures, alone, widestR }: Cells) {
  const { n, mean, savedR, verdict } = figures
  return (
    <>
      <td className={`${css.cell} ${number}`}>{countText(n)}</td>
      <td className={`${css.cell} ${number}`}>{alone !== null && countText(alone)}</td>
      <td className={css.barCell}>
        <IntervalBar figures={figures} widestR={widestR} />
      </td>
      <td className={`${css.cell} ${number}`}>{mean.is === 'known' && rText(mean.r)}</td>
      <td className={`${css.cell} ${number} ${savedR < 0 ? css.lost : css.kept}`}>{rText(savedR)}</td>
      <td className={css.verdict}>
        <Chip is={CHIPS[verdict]} title={ghostVerdicts[verdict].meaning}>
          {ghostVerdicts[verdict].text}
        </Chip>
      </td>
    </>
  )
}

export const FigureHeads = ({ widestR }: Readonly<{ widestR: number }>) => (
  <>
    <th className={css.head}>{ghostsCopy.n}</th>
    <th className={css.head}>{ghostsCopy.alone}</th>
    <th className={css.barHead}>
      {ghostsCopy.each}
      <span className={`${css.ends} ${number}`} aria-hidden="true">
        <span>{signed(-widestR, 1)}</span>
        <span>0</span>
        <span>{signed(widestR, 1)}</span>
      </span>
    </th>
    <th className={css.head}>{ghostsCopy.mean}</th>
    <th className={css.head}>{ghostsCopy.saved}</th>
    <th className={css.verdictHead}>{ghostsCopy.verdict}</th>
  </>
)
