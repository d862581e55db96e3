import { changeCopy } from '../../../copy/positions.ts'
import { MoneyLine } from './money-line.tsx'
import type { PriceFacts } from './reckon.ts'
import * as css from './change-form.css.ts'

/** Where the trade would end at the new price, and where it would have ended. */
export function EndLines({ facts, hasCosts }: Readonly<{ facts: PriceFacts; hasCosts: boolean }>) {
  const { netCents, wasCents } = facts
  return (
    <>
      {netCents === null ? (
        <span className={css.line}>{changeCopy.untargeted}</span>
      ) : (
        <MoneyLine words={changeCopy.ends} cents={netCents} hasCosts={hasCosts} />
      )}
      {wasCents === null ? (
        <span className={css.line}>{changeCopy.wasNone}</span>
      ) : (
        <MoneyLine words={changeCopy.was} cents={wasCents} hasCosts={hasCosts} />
      )}
    </>
  )
}
