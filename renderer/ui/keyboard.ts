/** A letter by what it writes; by its place on keyboards that write no Latin letters. A sign of ASCII is that sign: AltGr F writes one. */
export function isLetter({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>, letter: string): boolean {
  if (/^[\x20-\x7e]$/.test(key)) return key.toLowerCase() === letter
  return code === `Key${letter.toUpperCase()}`
}

/** AltGr is not told by the others on every system. */
export const hasModifier = (
  event: Pick<KeyboardEvent, 'ctrlKey' | 'altKey' | 'metaKey' | 'getModifierState'>,
): boolean => event.ctrlKey || event.altKey || event.metaKey || event.getModifierState('AltGraph')

const PRESSED =
  'input:is([type=radio], [type=checkbox], [type=button], [type=submit], [type=reset], [type=range])'

export const writesText = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest(`:is(input, textarea, [contenteditable]):not(${PRESSED})`) !== null
