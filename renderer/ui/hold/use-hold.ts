import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent, PointerEvent } from 'react'
import { createHold } from './hold.ts'
import type { HoldEvents } from './hold.ts'

export const HOLD_MS = 900

type Phase = 'idle' | 'holding'

/**
 * Hold-to-act for a button: mouse, touch, Space or Enter. Leaving the button, leaving the window, Escape, or becoming
 * impossible in the meantime counts as letting go.
 */
export function useHold(events: HoldEvents, isPossible: boolean) {
  const [phase, setPhase] = useState<Phase>('idle')
  const latest = useRef(events)
  latest.current = events
  const [hold] = useState(() =>
    createHold(HOLD_MS, {
      begin: () => (setPhase('holding'), latest.current.begin()),
      cancel: () => (setPhase('idle'), latest.current.cancel()),
      done: () => (setPhase('idle'), latest.current.done()),
    }),
  )

  useEffect(() => {
    if (!isPossible) hold.release()
  }, [hold, isPossible])

  useEffect(() => {
    const letGo = () => hold.release()
    window.addEventListener('blur', letGo)
    return () => {
      window.removeEventListener('blur', letGo)
      hold.release()
    }
  }, [hold])

  const isTriggerKey = (event: KeyboardEvent) => event.key === ' ' || event.key === 'Enter'
  return {
    phase,
    handlers: {
      onPointerDown(event: PointerEvent) {
        if (isPossible && event.button === 0) hold.press()
      },
      onPointerUp: () => hold.release(),
      onPointerLeave: () => hold.release(),
      onPointerCancel: () => hold.release(),
      onKeyDown(event: KeyboardEvent) {
        if (event.key === 'Escape') hold.release()
        if (!isTriggerKey(event)) return
        event.preventDefault()
        if (isPossible && !event.repeat) hold.press()
      },
      onKeyUp(event: KeyboardEvent) {
        if (isTriggerKey(event)) hold.release()
      },
      onBlur: () => hold.release(),
      onContextMenu: (event: { preventDefault(): void }) => event.preventDefault(),
    },
  }
}
