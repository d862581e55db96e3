import { describe, expect, it } from 'vitest'
import { hasModifier, isLetter } from './keyboard.ts'

const at = (code: string, key: string) => ({ code, key })
const held = (changes: Partial<Parameters<typeof hasModifier>[0]>) => ({
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  getModifierState: () => false,
  ...changes,
})

describe('a letter', () => {
  it('is what it writes, large or small, wherever its key is', () => {
    expect([at('KeyF', 'f'), at('KeyF', 'F'), at('KeyY', 'f')].every(key => isLetter(key, 'f'))).toBe(true)
    expect(isLetter(at('KeyF', 'u'), 'f')).toBe(false)
  })

  it('is its place where the keyboard writes no Latin letters, or says nothing yet', () => {
    expect(isLetter(at('KeyF', 'а'), 'f')).toBe(true)
    expect(isLetter(at('KeyF', 'Dead'), 'f')).toBe(true)
  })

  it('is not the sign that AltGr writes there: a Czech trader who types a bracket holds no F', () => {
    expect(isLetter(at('KeyF', '['), 'f')).toBe(false)
  })
})

describe('a modifier', () => {
  it.each([
    [held({}), false],
    [held({ ctrlKey: true }), true],
    [held({ altKey: true }), true],
    [held({ metaKey: true }), true],
    [held({ getModifierState: key => key === 'AltGraph' }), true],
    [held({ getModifierState: key => key === 'CapsLock' }), false],
  ])('is told of %o: %s', (event, is) => {
    expect(hasModifier(event)).toBe(is)
  })
})
