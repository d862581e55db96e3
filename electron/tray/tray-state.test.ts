import { describe, expect, it } from 'vitest'
import { EngineEvent } from '../../engine/contracts/events.ts'
import { emptyDesk, foldDesk, trayStateOf } from './tray-state.ts'

const ANY = {
  atMs: 1,
  session: 's',
  broker: 'b',
  server: 's',
  loginHash: 'h',
  reason: 'r',
  lost: 0,
  external: 0,
  origin: 'tray',
}

const stateAfter = (...events: readonly Record<string, unknown>[]) =>
  trayStateOf(
    events.map(event => ({ event: EngineEvent.parse({ ...ANY, ...event }) })).reduce(foldDesk, emptyDesk),
  )

const linked = (account: string, terminal = 'term-1') => ({ kind: 'terminalLinked', terminal, account })
const armed = (terminal = 'term-1') => ({ kind: 'armed', terminal })

describe('the tray', () => {
  it('is down before a terminal is linked and after it is lost', () => {
    expect(stateAfter()).toBe('down')
    expect(stateAfter(linked('demo'), armed(), { kind: 'terminalLost', terminal: 'term-1' })).toBe('down')
  })

  it('is idle while what is linked is not armed', () => {
    expect(stateAfter(linked('demo'))).toBe('idle')
    expect(stateAfter(linked('demo'), armed(), { kind: 'disarmed', terminal: 'term-1' })).toBe('idle')
  })

  it('is on training while only a simulated terminal is armed', () => {
    expect(stateAfter(linked('simulated'), armed())).toBe('training')
  })

  it('is armed as soon as any other terminal is', () => {
    expect(stateAfter(linked('simulated'), armed(), linked('demo', 'term-2'), armed('term-2'))).toBe('armed')
  })

  it('is paused until it is resumed', () => {
    expect(stateAfter(linked('demo'), armed(), { kind: 'paused' })).toBe('paused')
    expect(stateAfter(linked('demo'), armed(), { kind: 'paused' }, { kind: 'resumed' })).toBe('armed')
  })

  it('ignores a terminal that it never saw linked', () => {
    expect(stateAfter(armed('term-9'))).toBe('down')
  })
})
