import { describe, expect, it } from 'vitest'
import { isHeardIn, isPressed, keyText, pageKey, PALETTE_KEY } from './key.ts'

const pressed = (changes: Partial<Parameters<typeof isPressed>[0]>) => ({
  key: '', code: '', ctrlKey: false, altKey: false, metaKey: false, shiftKey: false,
  getModifierState: () => false, ...changes,
}) // prettier-ignore
const [onMac, elsewhere] = [true, false]

describe('a key', () => {
  it('of the palette is Control K, and Command K on a Mac', () => {
    const control = pressed({ key: 'k', code: 'KeyK', ctrlKey: true })
    const command = pressed({ key: 'k', code: 'KeyK', metaKey: true })
    expect([isPressed(control, PALETTE_KEY, elsewhere), isPressed(control, PALETTE_KEY, onMac)]).toEqual([
      true,
      false,
    ])
    expect([isPressed(command, PALETTE_KEY, elsewhere), isPressed(command, PALETTE_KEY, onMac)]).toEqual([
      false,
      true,
    ])
    expect([keyText(PALETTE_KEY, elsewhere), keyText(PALETTE_KEY, onMac)]).toEqual(['Ctrl K', '⌘ K'])
  })

  it('is found by its place where the keyboard writes something else', () => {
    const alt = { with: 'alt', key: 'p' } as const
    expect(isPressed(pressed({ key: 'π', code: 'KeyP', altKey: true }), alt, onMac)).toBe(true)
    expect(
      isPressed(pressed({ key: '@', code: 'KeyL', altKey: true }), { with: 'alt', key: 'l' }, onMac),
    ).toBe(true)
    expect(isPressed(pressed({ key: 'з', code: 'KeyP', altKey: true }), alt, elsewhere)).toBe(true)
    expect(isPressed(pressed({ key: 'p', code: 'KeyR', altKey: true }), alt, elsewhere)).toBe(true)
  })

  it.each([{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }])(
    'with Alt is not one with %o too',
    more => {
      const alt = { with: 'alt', key: 'p' } as const
      expect(isPressed(pressed({ key: 'p', code: 'KeyP', altKey: true, ...more }), alt, elsewhere)).toBe(
        false,
      )
    },
  )

  it('with Alt is not one with AltGr, however that is told', () => {
    const altGr = pressed({
      key: 'p',
      code: 'KeyP',
      altKey: true,
      getModifierState: key => key === 'AltGraph',
    })
    expect(isPressed(altGr, { with: 'alt', key: 'p' }, elsewhere)).toBe(false)
  })

  it('of what acts anywhere is heard everywhere, but on a Mac not where it would write; every other on the page only', () => {
    const places = ['page', 'sheet', 'palette', 'field'] as const
    const heard = (isAnywhere: boolean, mac: boolean) =>
      places.filter(place => isHeardIn(place, isAnywhere, mac))

    expect(heard(true, elsewhere)).toEqual(places)
    expect(heard(true, onMac)).toEqual(['page', 'sheet', 'palette'])
    expect([heard(false, elsewhere), heard(false, onMac)]).toEqual([['page'], ['page']])
  })

  it('that is held is heard by its own button, never here', () => {
    expect(isPressed(pressed({ key: 'f', code: 'KeyF' }), { with: 'held', key: 'f' }, elsewhere)).toBe(false)
  })

  it('of a page is a digit as long as there are digits, and then a letter', () => {
    const second = pageKey(1)
    expect(
      second !== null && isPressed(pressed({ key: 'é', code: 'Digit2', altKey: true }), second, elsewhere),
    ).toBe(true)
    expect(pageKey(9)).toEqual({ with: 'alt', key: '0' })
    expect([10, 11, 12].map(index => pageKey(index)?.key).join('')).toBe('kgh')
    expect(pageKey(13)).toBeNull()
  })
})
