import { describe, expect, it, vi } from 'vitest'
import type { AccountKind } from '../../engine/contracts/primitives.ts'
import { trayMenu, trayWords } from './tray-menu.ts'
import { emptyDesk } from './tray-state.ts'
import type { Desk } from './tray-state.ts'

const deskOn = (kind: AccountKind): Desk => ({
  ...emptyDesk,
  terminals: new Map([['term-1', { kind, armed: true }]]),
})

const deeds = {
  open: vi.fn(),
  pause: vi.fn(),
  resume: vi.fn(),
  cancel: vi.fn(),
  flatten: vi.fn(),
  setQuiet: vi.fn(),
  quit: vi.fn(),
}
const labels = (desk: Desk) =>
  trayMenu(desk, false, deeds).flatMap(({ label }) => (label === undefined ? [] : [label]))

describe('the tray’s menu', () => {
  it('offers pause, cancel and flatten, and resume instead of pause while it is paused', () => {
    expect(labels(emptyDesk).map(label => label.split(':')[0])).toEqual([
      'BITTEN',
      'Open the War Room',
      'Pause',
      'Cancel',
      'Flatten',
      'Quiet',
      'Quit',
    ])
    expect(labels({ ...emptyDesk, paused: true })).toContain('Resume')
  })

  it('flattens even while no terminal is linked: what is linked is not for a menu to know', () => {
    const flatten = trayMenu(emptyDesk, false, deeds).find(({ label }) => label?.startsWith('Flatten'))
    expect(flatten?.click).toBe(deeds.flatten)
    expect(flatten?.enabled).not.toBe(false)
  })

  it.each([true, false])('shows whether alerts are quiet (%s), and turns it over', isQuiet => {
    const quiet = trayMenu(emptyDesk, isQuiet, deeds).find(({ type }) => type === 'checkbox')
    expect(quiet?.checked).toBe(isQuiet)
    const turnOver = quiet?.click as (() => void) | undefined
    turnOver?.()
    expect(deeds.setQuiet).toHaveBeenLastCalledWith(!isQuiet)
  })

  it.each([
    ['simulated', 'BITTEN: armed on the training ground'],
    ['demo', 'BITTEN: armed'],
    ['contest', 'BITTEN LIVE: armed'],
    ['live', 'BITTEN LIVE: armed'],
  ] as const)('names a %s account', (kind, words) => {
    expect(trayWords(deskOn(kind))).toBe(words)
  })
})
