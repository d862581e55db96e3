import type { PositionView } from '../../../../engine/contracts/open-trade-views.ts'
import { positionsCopy } from '../../../copy/positions.ts'
import { percentText } from '../../../ui/format/numbers.ts'
import * as css from './progress-track.css.ts'

/** Where the price stands between stop and target. */
export function ProgressTrack({ position }: Readonly<{ position: PositionView }>) {
  const { stop, target, progress } = position
  return (
    <div className={css.frame}>
      <div
        className={progress === null ? css.unknownTrack : css.track}
        role="img"
        aria-label={
          progress === null ? positionsCopy.noTarget : positionsCopy.progress(percentText(progress))
        }
      >
        {progress !== null && (
          <span className={css.marker} style={{ left: `${Math.min(1, Math.max(0, progress)) * 100}%` }} />
        )}
      </div>
      <p className={css.ends}>
        <span className={stop === null ? css.missing : css.stop}>
          {stop === null ? positionsCopy.noStop : `${positionsCopy.stop} ${stop}`}
        </span>
        <span className={target === null ? css.none : css.target}>
          {target === null ? positionsCopy.noTarget : `${positionsCopy.target} ${target}`}
        </span>
      </p>
    </div>
  )
}
