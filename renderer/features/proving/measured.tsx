import type { Measured } from '../../../engine/contracts/proving.ts'
import { provingCopy } from '../../copy/proving.ts'
import * as css from './proving.css.ts'

type Props = Readonly<{ figure: Measured; text: (value: number) => string }>

/** A figure never stands without its interval; where there is none it says so. */
export function MeasuredText({ figure: { value, low, high }, text }: Props) {
  if (value === null) return <>{provingCopy.compare.none}</>
  return (
    <>
      {text(value)}
      <span className={css.reach}>
        {low === null || high === null ? provingCopy.compare.unknown : `${text(low)} to ${text(high)}`}
      </span>
    </>
  )
}
