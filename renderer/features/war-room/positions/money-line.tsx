import { changeCopy } from '../../../copy/positions.ts'
import { signedAmountText } from '../../../ui/format/money.ts'
import { number, tone } from '../../../theme/type.css.ts'
import * as css from './change-form.css.ts'

type Props = Readonly<{ words: string; cents: number; currency: string; hasCosts?: boolean }>

/** Words, and the money that they lead to. */
export function MoneyLine({ words, cents, currency, hasCosts = true }: Props) {
  const colour = cents > 0 ? tone.long : cents < 0 ? tone.short : tone.plain
  return (
    <span className={css.line}>
      {words} <span className={`${number} ${colour}`}>{signedAmountText(cents)}</span> {currency}
      {!hasCosts && ` ${changeCopy.beforeCosts}`}
    </span>
  )
}
