import { useState } from 'react'
import type { Pairing } from '../../../engine/contracts/metatrader.ts'
import { connectCopy } from '../../copy/connect.ts'
import { useDesk } from '../../stores/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import * as css from './connect.css.ts'

const copy = connectCopy.key

/** The key comes into the window only when it is asked for, and is forgotten with the dialog. */
export function PairingKey() {
  const { bridge, toasts } = useDesk()
  const [pairing, setPairing] = useState<Pairing | null>(null)
  const show = () =>
    void bridge
      .pairing()
      .then(answer => ('is' in answer ? toasts.raise('error', answer.text) : setPairing(answer)))
  return (
    <>
      <p className={css.dim}>{copy.text}</p>
      <div className={css.key}>
        {pairing === null ? (
          <Button look="small" onClick={show}>
            {copy.show}
          </Button>
        ) : (
          <Secret pairing={pairing} />
        )}
      </div>
    </>
  )
}

function Secret({ pairing: { key, port } }: Readonly<{ pairing: Pairing }>) {
  return (
    <>
      <span className={css.secret}>{key}</span>
      <CopyButton look="small" text={key} words={copy} />
      <span className={css.dim}>{copy.port(port)}</span>
    </>
  )
}
