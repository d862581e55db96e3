/** A letter by what it writes; by its place on keyboards that write no Latin letters. */
export function isLetter({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>, letter: string): boolean {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase() === letter
  return code === `Key${letter.toUpperCase()}`
}

type Modifiers = Pick<KeyboardEvent, 'ctrlKey' | 'altKey' | 'metaKey'>
export const hasModifier = ({ ctrlKey, altKey, metaKey }: Modifiers): boolean => ctrlKey || altKey || metaKey

export const writesText = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null
