import { useState } from 'react'
import type { MissionView } from '../../../../engine/contracts/views.ts'
import { shotCopy, waitCopy } from '../../../copy/mission.ts'
import { useDesk } from '../../../stores/desk-context.ts'
import { useCurrency } from '../../../stores/terminals.ts'
import { amountText } from '../../../ui/format/money.ts'
import { fixed, lotsText } from '../../../ui/format/numbers.ts'
import { priceText } from '../../../ui/format/price.ts'
import { HoldButton } from '../../../ui/hold/hold-button.tsx'
import { useDecision } from './use-decision.ts'
import * as css from './wait-line.css.ts'

/** The quieter way in: a limit order at the mission's entry, with its own size. Nothing is drawn where the desk knows none. */
export function WaitLine({ view }: Readonly<{ view: MissionView }>) {
  if (view.state !== 'pending' || (view.wait === null && view.waitDenials.length === 0)) return null
  return (
    <div className={css.line} role="group" aria-label={waitCopy.region}>
      <WaitButton view={view} />
      {view.wait === null ? (
        <Reasons view={view} />
      ) : (
        <Terms wait={view.wait} terminal={view.mission.terminal} />
      )}
    </div>
  )
}

function WaitButton({ view: { mission, wait } }: Readonly<{ view: MissionView }>) {
  const { simulation } = useDesk()
  const { isAnswering, send } = useDecision('placeMission', mission.id)
  const [wasReleased, setReleased] = useState(false)
  return (
    <div className={css.action}>
      <HoldButton
        look="small"
        title={waitCopy.hold}
        isPossible={wait !== null && !isAnswering}
        onBegin={() => (setReleased(false), simulation.holdSteady())}
        onLetGo={() => (setReleased(true), simulation.letGo())}
        onHeld={send}
      >
        {isAnswering ? waitCopy.answering : waitCopy.at(priceText(mission.entry, mission.digits))}
      </HoldButton>
      <span className={css.released} role="status">
        {wasReleased && wait !== null ? waitCopy.released : ''}
      </span>
    </div>
  )
}

type TermsProps = Readonly<{ wait: NonNullable<MissionView['wait']>; terminal: string }>

function Terms({ wait, terminal }: TermsProps) {
  const currency = useCurrency(terminal)
  return (
    <div>
      <p className={css.terms}>
        <span>
          <strong className={css.value}>{lotsText(wait.lots)}</strong> {shotCopy.lots}
        </span>
        <span>
          {shotCopy.risks} <strong className={css.risk}>{amountText(wait.riskCents)}</strong> {currency}
          <span className={css.share}>{fixed(wait.riskPct, 2)} %</span>
        </span>
        <span>
          {shotCopy.pays} <strong className={css.reward}>{amountText(wait.rewardCents)}</strong> {currency}
        </span>
      </p>
      <p className={css.honest}>{waitCopy.honest}</p>
    </div>
  )
}

/** What denies the shot in the same words is said above already; what denies only the shot is no reason here. */
function Reasons({ view: { denials, waitDenials } }: Readonly<{ view: MissionView }>) {
  const areSame = waitDenials.length === denials.length && waitDenials.every(text => denials.includes(text))
  return (
    <ul className={css.reasons}>
      {(areSame ? [waitCopy.sameReasons] : waitDenials).map(reason => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  )
}
