import { accountCopy } from '../../../copy/command-bar.ts'
import { kindWords } from '../../../copy/words.ts'
import { useView } from '../../../stores/desk-context.ts'
import { useTerminalName } from '../../../stores/terminals.ts'
import { Figure, Figures } from '../../../ui/figure.tsx'
import { amountText } from '../../../ui/format/money.ts'
import { cell } from './command-bar.css.ts'
import * as css from './account-strip.css.ts'

/** Of the shown account; where there are several, whose it is. */
export function AccountStrip() {
  const account = useView(view => view.account)
  const openRiskCents = useView(view => view.fire.openRiskCents)
  if (account === null)
    return (
      <section className={`${cell} ${css.account}`} aria-label={accountCopy.region}>
        <Owner />
        <p className={css.none}>
          {accountCopy.none} {accountCopy.noneNext}
        </p>
      </section>
    )
  return (
    <section className={`${cell} ${css.account}`} aria-label={accountCopy.region}>
      <Owner />
      <Figures className={css.figures}>
        <Figure name={accountCopy.equity} size="large" note={account.currency}>
          {amountText(account.equityCents)}
        </Figure>
        <Figure name={accountCopy.balance}>{amountText(account.balanceCents)}</Figure>
        <Figure name={accountCopy.freeMargin} title={accountCopy.leverage(account.leverage)}>
          {amountText(account.freeMarginCents)}
        </Figure>
        <Figure name={accountCopy.openRisk} is={openRiskCents > 0 ? 'warn' : 'plain'}>
          {amountText(openRiskCents)}
        </Figure>
      </Figures>
    </section>
  )
}

function Owner() {
  const terminal = useView(view => view.shown)
  const kind = useView(view => view.kind)
  const name = useTerminalName(terminal)
  if (name === null || kind === null) return null
  return (
    <p className={css.owner}>
      <strong className={css.kind[kind]}>{kindWords[kind]}</strong> {name}
    </p>
  )
}
