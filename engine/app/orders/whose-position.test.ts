import { describe, expect, test } from 'vitest'
import type { Ulid } from '../../contracts/index.ts'
import { DESK, DeskHarness } from '../../testkit/desk-harness.ts'

const terminalOf = (desk: DeskHarness) => desk.engine.desk.terminals.get(DESK)

describe('what is not ours', () => {
  const withStranger = (margin: 'hedging' | 'netting') => {
    const desk = new DeskHarness({ hello: { margin } })
    const mission = desk.mission()
    const stranger = { position: '777', symbol: 'EURUSD', side: 'buy', lots: '1.00', open: '1.10000', stop: null, target: null, profit: 0, swap: 0, openMs: 1, magic: 5, id: null } // prettier-ignore
    desk.tell({ type: 'positions', body: { positions: [stranger] as never } })
    return { desk, mission }
  }

  test('a stranger’s position is noted once, shown, and never closed', () => {
    const { desk } = withStranger('hedging')
    desk.tell({ type: 'positions', body: { positions: terminalOf(desk)?.positions as never } })
    expect(desk.events('externalSeen')).toHaveLength(1)
    expect(desk.feed.snapshot().positions[0]).toMatchObject({ external: true, r: null })
    const answer = desk.engine.command({ kind: 'closePosition', id: 'c' as Ulid, origin: 'window', terminal: DESK, position: '777' as never }) // prettier-ignore
    expect(answer).toMatchObject({ is: 'refused', code: 'NOT_OURS' })
  })

  test('on a netting account its symbol is not fired at', () => {
    const { desk, mission } = withStranger('netting')
    const answer = desk.fire(mission.id)
    expect(answer.is === 'denied' && answer.denials.map(({ code }) => code)).toContain('NETTING_TAKEN')
  })

  test('a position of ours that lost its stop disarms the desk', () => {
    const desk = new DeskHarness()
    desk.fire(desk.mission().id)
    const [ours] = desk.deliver().broker.positions().positions
    desk.tell({ type: 'positions', body: { positions: [{ ...ours, stop: null }] as never } })
    expect(terminalOf(desk)).toMatchObject({
      armed: false,
      reason: expect.stringMatching(/has no stop/) as string,
    })
    expect(desk.events('stopChanged').at(-1)?.stop).toBeNull()
  })
})

describe('closing', () => {
  test('a person’s close and a flatten end in a deal and a trade, even when paused', () => {
    for (const kind of ['closePosition', 'flattenAll'] as const) {
      const desk = new DeskHarness()
      desk.fire(desk.mission().id)
      const [ours] = desk.deliver().broker.positions().positions
      desk.engine.command({ kind: 'pause', id: 'p' as Ulid, origin: 'window' })
      const id = desk.ids.next(desk.nowMs())
      if (kind === 'flattenAll') desk.engine.command({ kind, id, origin: 'tray' })
      else
        desk.engine.command({ kind, id, origin: 'window', terminal: DESK, position: ours?.position as never })
      desk.deliver()
      expect(desk.events('tradeClosed')[0]?.trade.reason).toBe('command')
      expect(desk.events('closeAnswered')).toHaveLength(1)
      expect(desk.broker.positions().positions).toHaveLength(0)
    }
  })
})
