import { consentCopy } from '../../../copy/live.ts'
import { useView } from '../../../stores/desk-context.ts'
import { plate } from '../../../ui/dialog-body.css.ts'
import { Figure, Figures } from '../../../ui/figure.tsx'
import { amountText } from '../../../ui/format/money.ts'

/** The money that is at stake from then on, as the terminal tells it. */
export function ConsentFigures() {
  const account = useView(view => view.account)
  const lossLimitCents = useView(view => view.fire.lossLimitCents)
  const riskPct = useView(view => view.fire.auto.riskPct)
  if (account === null) return null
  return (
    <Figures className={plate}>
      <Figure name={consentCopy.balance} note={account.currency}>
        {amountText(account.balanceCents)}
      </Figure>
      <Figure name={consentCopy.equity} note={account.currency}>
        {amountText(account.equityCents)}
      </Figure>
      <Figure name={consentCopy.riskPct} note={consentCopy.ofBalance}>
        {riskPct} %
      </Figure>
      {lossLimitCents !== null && (
        <Figure name={consentCopy.lossStop} note={account.currency}>
          {amountText(lossLimitCents)}
        </Figure>
      )}
    </Figures>
  )
}
