import { useEffect, useEffectEvent } from 'react'
import { hasModifier, isLetter, writesText } from '../keyboard.ts'

/** One letter that is held, whatever has the focus: over a dialog too. Where text is written it writes, and nothing else. */
export function useHoldKey(letter: string | null, press: () => void, letGo: () => void): void {
  const onPress = useEffectEvent(press)
  const onLetGo = useEffectEvent(letGo)
  useEffect(() => {
    if (letter === null) return undefined
    let pressedAt: string | null = null
    const down = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onLetGo()
      if (!isLetter(event, letter) || event.repeat || hasModifier(event) || writesText(event.target)) return
      event.preventDefault()
      pressedAt = event.code
      onPress()
    }
    const up = (event: KeyboardEvent) => {
      // With AltGr pressed meanwhile the same key comes up as another sign.
      if (isLetter(event, letter) || event.code === pressedAt) onLetGo()
    }
    document.addEventListener('keydown', down)
    document.addEventListener('keyup', up)
    return () => {
      document.removeEventListener('keydown', down)
      document.removeEventListener('keyup', up)
    }
  }, [letter])
}
