import { useEffect, useEffectEvent } from 'react'

/** Escape takes back what is open on a page, wherever the focus is. Of a sheet in front it shuts that alone. */
export function useEscape(isOpen: boolean, takeBack: () => void): void {
  const onEscape = useEffectEvent(takeBack)
  useEffect(() => {
    if (!isOpen) return undefined
    const hear = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && document.querySelector('dialog[open]') === null) onEscape()
    }
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [isOpen])
}
