import { useEffect, useEffectEvent, useState } from 'react'
import type { KeyboardEvent, PointerEvent } from 'react'

const HOLD_MS = 900

export type HoldEvents = Readonly<{
  begin(): void
  /** Let go before the time was up, or the button went away under the finger. */
  cancel(): void
  /** Held to the end. The release after it is silent. */
  done(): void
}>

type Phase = 'idle' | 'holding'

/**
 * Hold-to-act for a button: mouse, touch, Space or Enter. Leaving the button, leaving the window, Escape, or becoming
 * impossible in the meantime counts as letting go.
 */
export function useHold(events: HoldEvents, isPossible: boolean) {
  const [phase, setPhase] = useState<Phase>('idle')
  if (phase === 'holding' && !isPossible) setPhase('idle')
  const begin = useEffectEvent(events.begin)
  const cancel = useEffectEvent(events.cancel)
  const done = useEffectEvent(events.done)

  useEffect(() => {
    if (phase === 'idle') return undefined
    let isDone = false
    const letGo = () => setPhase('idle')
    const timer = setTimeout(() => {
      isDone = true
      letGo()
      done()
    }, HOLD_MS)
    window.addEventListener('blur', letGo)
    begin()
    return () => {
      clearTimeout(timer)
      window.removeEventListener('blur', letGo)
      if (!isDone) cancel()
    }
  }, [phase])

  const press = () => {
    if (isPossible) setPhase('holding')
  }
  const letGo = () => setPhase('idle')
  return { phase, press, letGo, handlers: handlersFor(press, letGo) }
}

const isTriggerKey = ({ key }: KeyboardEvent) => key === ' ' || key === 'Enter'

/** Key repeat and a second finger set the phase that is there already, so they change nothing. */
function handlersFor(press: () => void, letGo: () => void) {
  return {
    onPointerDown({ button }: PointerEvent) {
      if (button === 0) press()
    },
    onPointerUp: letGo,
    onPointerLeave: letGo,
    onPointerCancel: letGo,
    onKeyDown(event: KeyboardEvent) {
      if (event.key === 'Escape') letGo()
      if (!isTriggerKey(event)) return
      event.preventDefault()
      if (!event.repeat) press()
    },
    onKeyUp(event: KeyboardEvent) {
      if (isTriggerKey(event)) letGo()
    },
    onBlur: letGo,
    onContextMenu: (event: { preventDefault(): void }) => event.preventDefault(),
  }
}
