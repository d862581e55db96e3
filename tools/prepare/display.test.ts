import { describe, expect, test } from 'vitest'
import { displayOf } from './display.mjs'

const noSocket = () => false
const anySocket = () => true

describe('the display', () => {
  test('Linux without a display variable has none', () => {
    expect(displayOf('linux', {}, anySocket)).toBeNull()
    expect(displayOf('linux', { DISPLAY: '' }, anySocket)).toBeNull()
  })

  test('an X display counts while its socket exists', () => {
    expect(displayOf('linux', { DISPLAY: ':0' }, file => file === '/tmp/.X11-unix/X0')).toBe(':0')
    expect(displayOf('linux', { DISPLAY: ':99.0' }, noSocket)).toBeNull()
  })

  test('a forwarded display has no socket on this machine and counts', () => {
    expect(displayOf('linux', { DISPLAY: 'localhost:10.0' }, noSocket)).toBe('localhost:10.0')
  })

  test('Wayland counts without X', () => {
    expect(displayOf('linux', { WAYLAND_DISPLAY: 'wayland-0' }, noSocket)).toBe('wayland-0')
  })

  test('Windows and macOS always have one', () => {
    expect(displayOf('win32', {}, noSocket)).not.toBeNull()
    expect(displayOf('darwin', {}, noSocket)).not.toBeNull()
  })
})
