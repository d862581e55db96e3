import { useState } from 'react'
import type { TestFireOffer } from '../../../engine/contracts/test-fire.ts'
import { linkPageCopy } from '../../copy/link-page.ts'
import { testFireCopy } from '../../copy/test-fire.ts'
import { useSending } from '../../stores/use-sending.ts'
import { Button } from '../../ui/button.tsx'
import * as sheet from '../../ui/dialog-body.css.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Figure, Figures } from '../../ui/figure.tsx'
import { amountText } from '../../ui/format/money.ts'
import { lotsText } from '../../ui/format/numbers.ts'
import { Refusals } from '../../ui/refusals.tsx'
import * as css from './test-fire.css.ts'

const copy = testFireCopy

type Ready = Extract<TestFireOffer, { is: 'ready' }>
type Props = Readonly<{
  terminal: string
  name: string
  offer: Exclude<TestFireOffer, { is: 'never' }>
  isLate: boolean
}>

/** The button, with the reasons where it cannot be pressed, and the sheet that asks once. */
export function AskTest({ terminal, name, offer, isLate }: Props) {
  const [isOpen, setOpen] = useState(false)
  const shut = () => setOpen(false)
  const reasons = isLate ? [linkPageCopy.checks.old] : offer.is === 'denied' ? offer.reasons : []
  return (
    <div>
      <Button
        look="smallGold"
        disabled={reasons.length > 0 && !isOpen}
        aria-label={copy.openOf(name)}
        onClick={() => setOpen(true)}
      >
        {copy.open}
      </Button>
      {reasons.length > 0 && <Reasons reasons={reasons} />}
      <Dialog isOpen={isOpen} onClose={shut} title={copy.sheet.title} closeWord={copy.sheet.close} width="narrow">
        <Asked terminal={terminal} offer={offer} reasons={reasons} shut={shut} />
      </Dialog>
    </div>
  )
} // prettier-ignore

function Reasons({ reasons }: Readonly<{ reasons: readonly string[] }>) {
  return (
    <div className={css.reasons}>
      <span>{copy.notNow}</span>
      <ul>
        {reasons.map(reason => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </div>
  )
}

type AskedProps = Pick<Props, 'terminal' | 'offer'> &
  Readonly<{ reasons: readonly string[]; shut: () => void }>

/** What is denied while it is read leaves the sheet open, and says why it cannot be sent. */
function Asked({ terminal, offer, reasons, shut }: AskedProps) {
  const { isSending, refusals, send } = useSending(shut)
  const isReady = offer.is === 'ready' && reasons.length === 0
  return (
    <div className={sheet.body}>
      {offer.is === 'ready' && <Offered offer={offer} />}
      <p>{copy.ask}</p>
      <Refusals sentences={refusals.length > 0 ? refusals : reasons} />
      <Button
        look="gold"
        className={sheet.send}
        disabled={!isReady || isSending}
        onClick={() => send({ kind: 'testFire', terminal })}
      >
        {isSending ? copy.sending : copy.send}
      </Button>
    </div>
  )
}

function Offered({ offer: { symbol, lots, riskCents, costCents, currency } }: Readonly<{ offer: Ready }>) {
  const { facts } = copy
  return (
    <div className={sheet.plate}>
      <Figures>
        <Figure name={facts.symbol} size="small">
          {symbol}
        </Figure>
        <Figure name={facts.lots} size="small">
          {lotsText(lots)}
        </Figure>
        <Figure name={facts.risk} size="small" note={currency}>
          {amountText(riskCents)}
        </Figure>
        <Figure name={facts.cost} size="small" note={currency} title={copy.costNote}>
          {amountText(costCents)}
        </Figure>
      </Figures>
    </div>
  )
}
