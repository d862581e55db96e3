import { describe, expect, it } from 'vitest'
import { isGranted } from './permissions.ts'

describe('a permission', () => {
  it('to put text on the clipboard has our own page', () => {
    expect(isGranted('clipboard-sanitized-write', 'app://bitten/index.html')).toBe(true)
    expect(isGranted('clipboard-sanitized-write', 'app://bitten/')).toBe(true)
  })

  it.each(['app://bitten.example/', 'https://bitten/', 'file:///tmp/x.html', ''])(
    'has nobody at %s',
    page => {
      expect(isGranted('clipboard-sanitized-write', page)).toBe(false)
    },
  )

  it.each(['clipboard-read', 'notifications', 'media', 'geolocation', 'openExternal', 'unknown'])(
    'of the kind %s has nobody',
    permission => {
      expect(isGranted(permission, 'app://bitten/index.html')).toBe(false)
    },
  )
})
