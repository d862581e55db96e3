import { useEffect, useEffectEvent } from 'react'

/** A letter by what it writes; by its place on keyboards that write no Latin letters. */
function isLetter(event: KeyboardEvent, letter: string): boolean {
  if (/^[a-z]$/i.test(event.key)) return event.key.toLowerCase() === letter
  return event.code === `Key${letter.toUpperCase()}`
}

const hasModifier = ({ ctrlKey, altKey, metaKey }: KeyboardEvent) => ctrlKey || altKey || metaKey

const writesText = (target: EventTarget | null) =>
  target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null

/** One letter that is held, whatever has the focus: over a dialog too. Where text is written it writes, and nothing else. */
export function useHoldKey(letter: string | null, press: () => void, letGo: () => void): void {
  const onPress = useEffectEvent(press)
  const onLetGo = useEffectEvent(letGo)
  useEffect(() => {
    if (letter === null) return undefined
    const down = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onLetGo()
      if (!isLetter(event, letter) || event.repeat || hasModifier(event) || writesText(event.target)) return
      event.preventDefault()
      onPress()
    }
    const up = (event: KeyboardEvent) => {
      if (isLetter(event, letter)) onLetGo()
    }
    document.addEventListener('keydown', down)
    document.addEventListener('keyup', up)
    return () => {
      document.removeEventListener('keydown', down)
      document.removeEventListener('keyup', up)
    }
  }, [letter])
}
