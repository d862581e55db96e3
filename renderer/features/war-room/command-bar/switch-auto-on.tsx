import { autoCopy } from '../../../copy/auto.ts'
import { useView } from '../../../stores/desk-context.ts'
import { useTerminalName } from '../../../stores/terminals.ts'
import { useSending } from '../../../stores/use-sending.ts'
import { Button } from '../../../ui/button.tsx'
import * as dialog from '../../../ui/dialog-body.css.ts'
import { Figure, Figures } from '../../../ui/figure.tsx'
import { amountText } from '../../../ui/format/money.ts'
import { Refusals } from '../../../ui/refusals.tsx'
import * as css from './switch-auto-on.css.ts'

/** What AUTO is told to keep within, in figures, before it is switched on. Refused, it says why, and stays off. */
export function SwitchAutoOn({ onDone }: Readonly<{ onDone: () => void }>) {
  const { isSending, refusals, send } = useSending(onDone)
  const switchOn = () => send({ kind: 'setSelector', selector: 'AUTO' })
  const name = useTerminalName(useView(view => view.shown))

  return (
    <div className={dialog.body}>
      <p className={dialog.meaning}>{autoCopy.meaning}</p>
      {name !== null && <p className={dialog.meaning}>{autoCopy.several(name)}</p>}
      <Bounds />
      <Refusals sentences={refusals} />
      <Button look="gold" className={dialog.send} disabled={isSending} onClick={switchOn}>
        {isSending ? autoCopy.sending : autoCopy.send}
      </Button>
    </div>
  )
}

function Bounds() {
  const auto = useView(view => view.fire.auto)
  return (
    <Figures className={css.bounds}>
      <Figure name={autoCopy.shots} note={autoCopy.shotsNote(auto.shotsLimit)} isStacked>
        {auto.shotsToday}
      </Figure>
      <Figure name={autoCopy.slotsName} note={autoCopy.slotsNote} isStacked>
        {auto.slots}
      </Figure>
      <Figure name={autoCopy.quality} note={autoCopy.qualityNote} isStacked>
        {autoCopy.qualityText(auto.minQuality)}
      </Figure>
      <Figure name={autoCopy.shield} note={autoCopy.shieldNote} isStacked>
        {auto.minShield}
      </Figure>
      <MoneyBounds />
    </Figures>
  )
}

/** The bounds in money, of the balance as it is now. */
function MoneyBounds() {
  const { riskPct, riskCents, shotsToday, shotsLimit } = useView(view => view.fire.auto)
  const account = useView(view => view.account)
  if (account === null || riskCents === null)
    return (
      <Figure name={autoCopy.risk} note={autoCopy.riskUnknown} isStacked>
        {riskPct} %
      </Figure>
    )
  const left = Math.max(0, shotsLimit - shotsToday)
  return (
    <>
      <Figure
        name={autoCopy.risk}
        is="short"
        note={autoCopy.riskNote(`${riskPct} %`, account.currency)}
        isStacked
      >
        {amountText(riskCents)}
      </Figure>
      <Figure name={autoCopy.worst} is="short" note={autoCopy.worstNote(account.currency)} isStacked>
        {amountText(riskCents * -left)}
      </Figure>
    </>
  )
}
