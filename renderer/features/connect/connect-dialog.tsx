import type { ReactNode } from 'react'
import { connectCopy } from '../../copy/connect.ts'
import * as dialog from '../../ui/dialog-body.css.ts'
import { DialogButton } from '../../ui/dialog-button.tsx'
import { Install } from './install-step.tsx'
import { LinkSteps } from './link-steps.tsx'
import { PairingKey } from './pairing-step.tsx'
import * as css from './connect.css.ts'

const SHEET = { title: connectCopy.title, closeWord: connectCopy.close, width: 'wide' } as const

/** The way of a real terminal to the desk, from the sources of its Expert Advisor to the first armed link. */
export function ConnectMetaTrader() {
  return (
    <DialogButton look="small" word={connectCopy.open} control="connect" sheet={SHEET}>
      {() => <Steps />}
    </DialogButton>
  )
}

function Steps() {
  const { tick } = connectCopy
  return (
    <div className={dialog.body}>
      <p className={dialog.meaning}>{connectCopy.intro}</p>
      <ol className={css.steps}>
        <Step title={connectCopy.install.title}>
          <Install />
        </Step>
        <Step title={connectCopy.key.title}>
          <PairingKey />
        </Step>
        <Step title={tick.title}>
          <ul className={css.list}>
            <li>
              {tick.address} <span className={css.code}>127.0.0.1</span>
            </li>
            <li>{tick.trading}</li>
            <li>{tick.chart}</li>
          </ul>
        </Step>
        <Step title={connectCopy.link.title}>
          <LinkSteps />
        </Step>
      </ol>
    </div>
  )
}

function Step({ title, children }: Readonly<{ title: string; children: ReactNode }>) {
  return (
    <li className={css.step}>
      <h3 className={css.stepTitle}>{title}</h3>
      <div className={css.body}>{children}</div>
    </li>
  )
}
