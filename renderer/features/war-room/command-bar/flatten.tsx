import { fireControlCopy } from '../../../copy/command-bar.ts'
import { useDesk } from '../../../stores/desk-context.ts'
import { HoldButton } from '../../../ui/hold/hold-button.tsx'
import * as css from './fire-control.css.ts'

const HOTKEY = {
  letter: fireControlCopy.flattenKey,
  holding: fireControlCopy.flattening,
  release: fireControlCopy.flattenRelease,
}

/** Closes everything that is ours. It is here before the first picture too: it needs none, and no engine either. */
export function Flatten() {
  const { giveOrder } = useDesk()
  return (
    <HoldButton
      look="danger"
      className={css.key}
      control="flatten"
      title={fireControlCopy.flattenHold}
      hotkey={HOTKEY}
      onHeld={() => void giveOrder({ kind: 'flattenAll' })}
    >
      {fireControlCopy.flatten}
    </HoldButton>
  )
}
