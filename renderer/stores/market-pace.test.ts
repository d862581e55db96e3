import { describe, expect, it } from 'vitest'
import { busyRoom } from '../../tests/e2e/support/rooms.ts'
import { TERMINAL, aLink } from '../../tests/e2e/support/view-parts.ts'
import type { LinkView } from '../../engine/contracts/views.ts'
import { paceOf } from './market-pace.ts'
import type { ViewState } from './view-store.ts'

const state = (link: Partial<LinkView>, changes: Partial<ViewState> = {}): ViewState => ({
  view: { ...busyRoom, links: [aLink(link)] },
  trouble: null,
  silent: false,
  ...changes,
})

describe('market time in a window', () => {
  it('runs with ours at a broker, and at its speed on the training ground', () => {
    expect(paceOf(state({ simulation: null }), TERMINAL)).toBe(1)
    expect(paceOf(state({ simulation: { speed: 600, paused: false } }), TERMINAL)).toBe(600)
  })

  it.each([
    ['the link is down', state({ state: 'down' })],
    ['the engine is silent', state({}, { silent: true })],
    ['the picture is old', state({}, { trouble: 'The engine has stopped.' })],
    ['there is no picture', state({}, { view: null })],
    ['simulated time is paused', state({ simulation: { speed: 60, paused: true } })],
    ['simulated time goes as fast as it can', state({ simulation: { speed: 0, paused: false } })],
  ])('stands still while %s', (_why, now) => {
    expect(paceOf(now, TERMINAL)).toBe(0)
  })
})
