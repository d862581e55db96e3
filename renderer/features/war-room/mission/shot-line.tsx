import type { MissionView } from '../../../../engine/contracts/views.ts'
import { shotCopy } from '../../../copy/mission.ts'
import { useCurrency } from '../../../stores/terminals.ts'
import { amountText } from '../../../ui/format/money.ts'
import { fixed, lotsText } from '../../../ui/format/numbers.ts'
import { label } from '../../../theme/type.css.ts'
import * as css from './shot-line.css.ts'

/** What pulling the trigger would cost and pay, before it is pulled; or why it would be denied. */
export function ShotLine({ view }: Readonly<{ view: MissionView }>) {
  const currency = useCurrency(view.mission.terminal)
  const { shot, denials } = view
  if (view.state !== 'pending') return null
  if (shot === null)
    return (
      <div className={css.denied} role="status">
        <p className={label}>{shotCopy.denied}</p>
        <ul>
          {denials.map(denial => (
            <li key={denial}>{denial}</li>
          ))}
        </ul>
      </div>
    )
  return (
    <p className={css.shot}>
      <span className={`${label} ${css.name}`}>{shotCopy.title}</span>
      <span className={css.part}>
        <strong className={css.value}>{lotsText(shot.lots)}</strong> {shotCopy.lots}
      </span>
      <span className={css.part}>
        {shotCopy.risks} <strong className={css.risk}>{amountText(shot.riskCents)}</strong> {currency}
        <span className={css.share}>{fixed(shot.riskPct, 2)} %</span>
      </span>
      <span className={css.part}>
        {shotCopy.pays} <strong className={css.reward}>{amountText(shot.rewardCents)}</strong> {currency}
      </span>
    </p>
  )
}
