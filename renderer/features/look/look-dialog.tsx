import { lookCopy } from '../../copy/look.ts'
import { label } from '../../theme/type.css.ts'
import { Chip } from '../../ui/chip.tsx'
import { choices } from '../../ui/choices.css.ts'
import * as body from '../../ui/dialog-body.css.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { LookChoices } from '../../ui/look-choices.tsx'
import { SideMark } from '../../ui/side-mark.tsx'
import * as css from './look.css.ts'

/** How the desk looks, with a sample of what its colours say. */
export function LookDialog({ isOpen, onClose }: Readonly<{ isOpen: boolean; onClose: () => void }>) {
  return (
    <Dialog
      isOpen={isOpen}
      title={lookCopy.title}
      closeWord={lookCopy.close}
      width="narrow"
      onClose={onClose}
    >
      <div className={body.body}>
        <LookChoices />
        <Sample />
        <p className={css.note}>{lookCopy.note}</p>
      </div>
    </Dialog>
  )
}

function Sample() {
  return (
    <div className={choices} role="group" aria-label={lookCopy.sample}>
      <span className={label}>{lookCopy.sample}</span>
      <div className={css.sample}>
        <SideMark side="buy" />
        <SideMark side="sell" />
        <Chip is="warn">{lookCopy.warning}</Chip>
        <Chip is="fault">{lookCopy.fault}</Chip>
      </div>
    </div>
  )
}
