import { useState } from 'react'
import type { ComponentProps, ReactNode } from 'react'
import { Button } from './button.tsx'
import { control as marked } from './control.ts'
import type { ControlName } from './control.ts'
import { Dialog } from './dialog.tsx'

type Props = Readonly<{
  look: NonNullable<ComponentProps<typeof Button>['look']>
  /** On the button that opens it. */
  word: string
  /** The button's name where its word alone does not say what of. */
  name?: string
  control?: ControlName
  sheet: Pick<ComponentProps<typeof Dialog>, 'title' | 'closeWord' | 'width'>
  children: (shut: () => void) => ReactNode
}>

/** A button and the sheet that it opens. */
export function DialogButton({ look, word, name, control, sheet, children }: Props) {
  const [isOpen, setOpen] = useState(false)
  const shut = () => setOpen(false)
  return (
    <>
      <Button
        look={look}
        aria-label={name}
        {...(control !== undefined && marked(control))}
        onClick={() => setOpen(true)}
      >
        {word}
      </Button>
      <Dialog isOpen={isOpen} onClose={shut} {...sheet}>
        {children(shut)}
      </Dialog>
    </>
  )
}
