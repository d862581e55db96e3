import { useEffect } from 'react'
import { useDesk } from '../../stores/desk-context.ts'
import { writesText } from '../../ui/keyboard.ts'
import type { Pages } from './action.ts'
import { actionsOf } from './actions.ts'
import { handsOf } from './hands.ts'
import { isHeardIn, isPressed } from './key.ts'
import type { Place } from './key.ts'
import { createSecondTap } from './second-tap.ts'

/** Every key of the registry. Over an open sheet, and where text is written, only PAUSE and SAFE. */
export function useActionKeys(pages: Pages): void {
  const desk = useDesk()
  useEffect(() => {
    function placeOf({ target }: KeyboardEvent): Place {
      if (writesText(target)) return desk.palette.getState().open === 'palette' ? 'palette' : 'field'
      return document.querySelector('dialog[open]') === null ? 'page' : 'sheet'
    }
    function hear(event: KeyboardEvent): void {
      const place = placeOf(event)
      const action = actionsOf(handsOf(desk), { state: desk.views.getState(), pages }).find(
        ({ keys = [], isAnywhere = false }) =>
          isHeardIn(place, isAnywhere) && keys.some(key => isPressed(event, key)),
      )
      if (action === undefined) return
      event.preventDefault()
      if (event.repeat) return
      if (action.whyNot === null) action.run()
      else desk.toasts.raise('info', `${action.words}: ${action.whyNot}`)
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [desk, pages])
}

/** An Enter that is held, or tapped twice, when it has taken a person to a button does not press that button too. */
export function useOnePress(): void {
  const { palette } = useDesk()
  useEffect(() => {
    const second = createSecondTap()
    const forget = palette.subscribe((now, before) => {
      if (now.recent !== before.recent) second.taken(performance.now())
    })
    function hear(event: KeyboardEvent): void {
      const isSecond = second.swallows(event)
      const isHeldOn = event.repeat && event.key === 'Enter' && event.target instanceof HTMLButtonElement
      if (isSecond || isHeldOn) event.preventDefault()
      // A button that is held hears the key itself, not what the window makes of it.
      if (isSecond) event.stopImmediatePropagation()
    }
    window.addEventListener('keydown', hear, { capture: true })
    return () => {
      forget()
      window.removeEventListener('keydown', hear, { capture: true })
    }
  }, [palette])
}
