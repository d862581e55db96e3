import { useEffect } from 'react'
import { useDesk } from '../../stores/desk-context.ts'
import { writesText } from '../../ui/keyboard.ts'
import type { Pages } from './action.ts'
import { actionsOf } from './actions.ts'
import { handsOf } from './hands.ts'
import { isPressed } from './key.ts'

/** Every key of the registry, from anywhere but a field that is written in. Over an open sheet only those that tighten. */
export function useActionKeys(pages: Pages): void {
  const desk = useDesk()
  useEffect(() => {
    function hear(event: KeyboardEvent): void {
      if (writesText(event.target)) return
      const isCovered = document.querySelector('dialog[open]') !== null
      const action = actionsOf(handsOf(desk), { state: desk.views.getState(), pages }).find(
        ({ keys = [], isAnywhere = false }) =>
          (!isCovered || isAnywhere) && keys.some(key => isPressed(event, key)),
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

/** An Enter that is held when it has taken a person to a button does not press that button too. */
export function useOnePress(): void {
  useEffect(() => {
    function hear(event: KeyboardEvent): void {
      if (event.repeat && event.key === 'Enter' && event.target instanceof HTMLButtonElement)
        event.preventDefault()
    }
    window.addEventListener('keydown', hear, { capture: true })
    return () => window.removeEventListener('keydown', hear, { capture: true })
  }, [])
}
