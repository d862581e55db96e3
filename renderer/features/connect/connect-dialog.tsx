import { useState } from 'react'
import type { ReactNode } from 'react'
import { connectCopy } from '../../copy/connect.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Install } from './install-step.tsx'
import { LinkSteps } from './link-steps.tsx'
import { PairingKey } from './pairing-step.tsx'
import * as css from './connect.css.ts'

/** The way of a real terminal to the desk, from the sources of its Expert Advisor to the first armed link. */
export function ConnectMetaTrader() {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button look="small" onClick={() => setOpen(true)}>
        {connectCopy.open}
      </Button>
      <Dialog
        isOpen={isOpen}
        title={connectCopy.title}
        closeWord={connectCopy.close}
        width="wide"
        onClose={() => setOpen(false)}
      >
        <Steps />
      </Dialog>
    </>
  )
}

function Steps() {
  const { tick } = connectCopy
  return (
    <>
      <p className={css.intro}>{connectCopy.intro}</p>
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
    </>
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
