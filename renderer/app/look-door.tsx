import { useState } from 'react'
import { lookCopy } from '../copy/look.ts'
import { LookDialog } from '../features/look/look-dialog.tsx'
import { control } from '../ui/control.ts'
import { Door } from './door.tsx'

/** A disc, half of it in the light. */
const SIGN = 'M8 2a6 6 0 1 0 0 12ZM8 2a6 6 0 0 1 0 12M8 5.5h2.6M8 8h3.4M8 10.5h2.6'

export function LookDoor() {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Door
        word={lookCopy.word}
        sign={SIGN}
        {...control('look')}
        aria-haspopup="dialog"
        aria-label={lookCopy.name}
        title={lookCopy.name}
        onClick={() => setOpen(true)}
      />
      <LookDialog isOpen={isOpen} onClose={() => setOpen(false)} />
    </>
  )
}
