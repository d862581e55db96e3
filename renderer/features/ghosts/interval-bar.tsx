import type { GhostFigures } from '../../../engine/contracts/ghosts.ts'
import { ghostsCopy } from '../../copy/ghosts.ts'
import { spoken } from '../../theme/type.css.ts'
import { rText } from '../../ui/format/numbers.ts'
import { barPlace } from './bar-place.ts'
import * as css from './ghosts.css.ts'

type Props = Readonly<{ figures: GhostFigures; widestR: number }>

/** The interval of a mean on a line with nought in its middle; the figures beside it say the same. */
export function IntervalBar({ figures: { mean, verdict }, widestR }: Props) {
  if (mean.is === 'tooFew') return null
  const { r, low, high } = mean
  if (low === null || high === null) return <span className={css.faint}>{ghostsCopy.noInterval}</span>
  const from = barPlace(low, widestR)
  const to = barPlace(high, widestR)
  return (
    <span className={css.axis}>
      <span className={css.range[verdict]} style={{ left: `${from}%`, width: `${to - from}%` }} />
      <span className={css.point} style={{ left: `${barPlace(r, widestR)}%` }} />
      <span className={spoken}>{ghostsCopy.spoken(rText(low), rText(high))}</span>
    </span>
  )
}
