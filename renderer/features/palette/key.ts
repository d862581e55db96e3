import { keyWords } from '../../copy/palette.ts'
import { isLetter } from '../../ui/keyboard.ts'

/** `ctrl` is Command on a Mac. A `held` key belongs to its button, which listens for it itself. */
export type Key = Readonly<{ with: 'ctrl' | 'alt' | 'nothing' | 'held'; key: string }>

export const PALETTE_KEY: Key = { with: 'ctrl', key: 'k' }

/** Digits as they stand on a keyboard; then a letter of linK, proving Ground and trade History that no command has. */
const PAGE_KEYS = '1234567890kgh'

/** By Alt and the place on the rail. */
export function pageKey(index: number): Key | null {
  const key = PAGE_KEYS[index]
  return key === undefined ? null : { with: 'alt', key }
}

type Pressed = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey' | 'getModifierState'
>

const isMac = (): boolean => /mac/i.test(navigator.userAgent)

function isSame(pressed: Pressed, key: string, onMac: boolean): boolean {
  // On a Mac Alt writes all kinds of things.
  if (onMac && pressed.altKey && pressed.code === `Key${key.toUpperCase()}`) return true
  if (/^[a-z]$/.test(key)) return isLetter(pressed, key)
  return /^\d$/.test(key) ? pressed.code === `Digit${key}` : pressed.key === key
}

export function isPressed(pressed: Pressed, { with: modifier, key }: Key, onMac = isMac()): boolean {
  const { ctrlKey, altKey, metaKey, shiftKey } = pressed
  if (modifier === 'held' || !isSame(pressed, key, onMac)) return false
  if (modifier === 'nothing') return !ctrlKey && !altKey && !metaKey
  if (modifier === 'alt')
    return altKey && !ctrlKey && !metaKey && !shiftKey && !pressed.getModifierState('AltGraph')
  const [wanted, other] = onMac ? [metaKey, ctrlKey] : [ctrlKey, metaKey]
  return wanted && !other && !altKey && !shiftKey
}

/** Where a key goes down: on the page, over a sheet, in the palette's own field, in another one. */
export type Place = 'page' | 'sheet' | 'palette' | 'field'

/** Alt and a letter write something on a Mac, and nothing elsewhere. */
export const isHeardIn = (place: Place, isAnywhere: boolean, onMac = isMac()): boolean =>
  isAnywhere ? place !== 'field' || !onMac : place === 'page'

/** As it is written on a keyboard. */
export function keyText({ with: modifier, key }: Key, onMac = isMac()): string {
  const cap = key.length === 1 ? key.toUpperCase() : key
  if (modifier === 'held') return keyWords.held(cap)
  return modifier === 'nothing' ? cap : `${keyWords[modifier][onMac ? 'mac' : 'other']} ${cap}`
}
