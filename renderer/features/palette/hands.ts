import { flushSync } from 'react-dom'
import { commandCopy } from '../../copy/palette.ts'
import type { Desk } from '../../stores/desk.ts'
import type { PageId } from '../../stores/place-store.ts'
import type { ControlName } from '../../ui/control.ts'
import { findControl } from '../../ui/control.ts'
import type { Hands } from './action.ts'

/** The hands of a person at the screen: they reach what is drawn, so a page is drawn before they reach into it. */
export function handsOf(desk: Desk): Hands {
  function reach(control: ControlName, page: PageId | undefined): HTMLElement | null {
    if (page !== undefined) flushSync(() => desk.place.go(page))
    const found = findControl(control)
    found?.focus()
    if (found === null) desk.toasts.raise('info', commandCopy.gone)
    return found
  }
  return {
    desk,
    show: (control, page) => reach(control, page) !== null,
    open: (control, page) => reach(control, page)?.click(),
    rest: () => {
      // A sheet that shuts gives the focus back to what had it.
      flushSync(() => desk.palette.shut('palette'))
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    },
  }
}
