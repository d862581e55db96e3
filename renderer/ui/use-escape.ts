import { useEffect, useEffectEvent } from 'react'

/** Escape takes back what is open, wherever the focus is. */
export function useEscape(isOpen: boolean, takeBack: () => void): void {
  const onEscape = useEffectEvent(takeBack)
  useEffect(() => {
    if (!isOpen) return undefined
    const hear = (event: KeyboardEvent) => event.key === 'Escape' && onEscape()
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [isOpen])
}
