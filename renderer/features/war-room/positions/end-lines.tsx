import { changeCopy } from '../../../copy/positions.ts'
import { useCurrency } from '../../../stores/terminals.ts'
import { MoneyLine } from './money-line.tsx'
import type { Held, PriceFacts } from './reckon.ts'
import * as css from './change-form.css.ts'

type Props = Readonly<{ facts: PriceFacts; held: Held }>

/** Where the trade would end at the new price, and where it would have ended. */
export function EndLines({ facts, held }: Props) {
  const currency = useCurrency(held.position.terminal)
  const hasCosts = held.handles.costCents !== null
  const { netCents, wasCents } = facts
  return (
    <>
      {netCents === null ? (
        <span className={css.line}>{changeCopy.untargeted}</span>
      ) : (
        <MoneyLine words={changeCopy.ends} cents={netCents} currency={currency} hasCosts={hasCosts} />
      )}
      {wasCents === null ? (
        <span className={css.line}>{changeCopy.wasNone}</span>
      ) : (
        <MoneyLine words={changeCopy.was} cents={wasCents} currency={currency} hasCosts={hasCosts} />
      )}
    </>
  )
}
