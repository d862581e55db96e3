import { describe, expect, test } from 'vitest'
import { TerminalId, type EpochMs, type Ticket, type Ulid } from '../../contracts/index.ts'
import { DeskSettings } from '../../contracts/settings.ts'
import type { WaitingOrder } from '../../contracts/wire/index.ts'
import type { TerminalFact } from '../../ports/index.ts'
import { aHello, DESK, MINUTE } from '../../testkit/desk-harness.ts'
import { AWAY, WaitingDesk } from '../../testkit/waiting-desk.ts'

const OTHER = TerminalId.parse('other')

describe('taken back', () => {
  test('by hand, it is cancelled once and its mission is declined', () => {
    const desk = new WaitingDesk().placed()
    expect(desk.takeBack()).toMatchObject({ is: 'done' })
    desk.deliver()
    expect(desk.order.state).toBe('cancelled')
    expect(desk.missionState).toBe('declined')
    expect(desk.events('cancelAnswered')).toMatchObject([{ is: 'accepted' }])
    desk.reach().play(2, () => desk.offered.entry + 10)
    expect(desk.broker.positions().positions).toEqual([])
    expect(desk.takeBack()).toMatchObject({ is: 'refused', code: 'ORDER_ENDED' })
    expect(desk.cancels()).toHaveLength(1)
  })

  test('by declining its mission', () => {
    const desk = new WaitingDesk().placed()
    expect(desk.ask({ kind: 'declineMission', mission: desk.offered.id, reason: 'no' })).toMatchObject({ is: 'done' }) // prettier-ignore
    expect(desk.deliver().order.state).toBe('cancelled')
    expect(desk.missionState).toBe('declined')
  })

  const settings = (over: object) => ({ kind: 'setSettings', settings: DeskSettings.parse(over) }) as const
  test.each([
    ['PAUSE', (desk: WaitingDesk) => desk.ask({ kind: 'pause' })],
    ['CANCEL', (desk: WaitingDesk) => desk.ask({ kind: 'cancelAll' })],
    ['FLATTEN', (desk: WaitingDesk) => desk.ask({ kind: 'flattenAll' })],
    ['SAFE', (desk: WaitingDesk) => desk.ask({ kind: 'setSelector', selector: 'SAFE' })],
  ])('by %s, at once, and asked for once however often the desk turns', (_, press) => {
    const desk = new WaitingDesk().placed()
    press(desk)
    expect(desk.cancels()).toHaveLength(1)
    for (let turn = 0; turn < 5; turn++) desk.quote(desk.offered.entry - AWAY)
    expect(desk.cancels()).toHaveLength(1)
    desk.deliver()
    expect(desk.order.state).toBe('cancelled')
    expect(desk.missionState).toBe('refused')
    expect(desk.broker.orders().orders).toEqual([])
    desk.wait(MINUTE).deliver()
    expect(desk.events('cancelRequested')).toHaveLength(1)
    expect(desk.terminal.armed).toBe(true)
  })

  test.each([
    ['PAUSE', (desk: WaitingDesk) => desk.ask({ kind: 'pause' })],
    ['SAFE', (desk: WaitingDesk) => desk.ask({ kind: 'setSelector', selector: 'SAFE' })],
  ])('by %s, which says so, and says nothing of orders where none waits', (_, press) => {
    expect(press(new WaitingDesk().placed())).toMatchObject({
      is: 'done',
      text: expect.stringMatching(/ Taking back the order that waits\.$/) as string,
    })
    expect(press(new WaitingDesk())).toMatchObject({ is: 'done', text: expect.not.stringContaining('wait') as string }) // prettier-ignore
  })

  test('by a guard that is raised while it waits', () => {
    const desk = new WaitingDesk().placed()
    const account = desk.broker.account()
    desk.tell({ type: 'account', body: { ...account, equity: Math.round(account.equity * 0.96) as never } })
    expect(desk.deliver().order.state).toBe('cancelled')
    expect(desk.whys()[0]).toMatch(/daily stop/)
  })

  test('by half a daily stop, when it risks more than is allowed then', () => {
    const desk = new WaitingDesk().placed()
    const account = desk.broker.account()
    desk.tell({ type: 'account', body: { ...account, equity: Math.round(account.equity * 0.982) as never } })
    expect(desk.deliver().order.state).toBe('cancelled')
    expect(desk.whys()[0]).toMatch(/^It risks [\d.]+; after half of the daily stop [\d.]+ is allowed\.$/)
  })

  test('by announcements that come near', () => {
    const desk = new WaitingDesk().placed()
    const timeMs = (desk.nowMs() + 18 * MINUTE) as EpochMs
    const event = { id: '1' as Ticket, timeMs, exact: true, currency: 'USD', importance: 'high' as const, name: 'Payrolls' } // prettier-ignore
    const fromMs = (desk.nowMs() - 1_000 * MINUTE) as EpochMs
    const toMs = (desk.nowMs() + 1_000 * MINUTE) as EpochMs
    desk.tell({ type: 'calendar', body: { available: true, fromMs, toMs, events: [event] } })
    expect(desk.deliver().order.state).toBe('waiting')
    desk.play(4, () => desk.offered.entry - AWAY).deliver()
    expect(desk.order.state).toBe('cancelled')
    expect(desk.whys()).toEqual([expect.stringMatching(/USD Payrolls/)])
  })

  test('when the target was reached without it', () => {
    const desk = new WaitingDesk().placed()
    desk.play(2, () => desk.offered.target - 20).deliver()
    expect(desk.order.state).toBe('cancelled')
    expect(desk.whys()).toEqual(['The target was reached without it.'])
  })

  test('whatever settings do not speak of it let it wait', () => {
    const desk = new WaitingDesk().placed()
    desk.ask(settings({ riskPct: 0.5 }))
    expect(desk.deliver().order.state).toBe('waiting')
  })

  test('while the terminal is away, it is asked for as soon as that is linked, before the sync', () => {
    const desk = new WaitingDesk().placed()
    desk.engine.terminalDown(DESK, 'gone')
    expect(desk.takeBack()).toMatchObject({ is: 'done', text: expect.stringMatching(/as soon as/) as string })
    expect(desk.cancels()).toEqual([])
    desk.link()
    const types = desk.sent.map(({ type }) => type)
    expect(types.lastIndexOf('cancel')).toBeLessThan(types.lastIndexOf('sync'))
    expect(desk.order.state).toBe('cancelled')
    expect(desk.terminal.armed).toBe(true)
  })

  test('and lost on the road, it is asked for until it is done, under the same id at a new link', () => {
    const desk = new WaitingDesk().placed()
    desk.takeBack()
    const [first] = desk.cancels()
    desk.lose().crash().link()
    expect(desk.cancels()).toEqual([first, first])
    expect(desk.order.state).toBe('cancelled')
  })

  test('and lost in a session that goes on, it is buried and asked for anew', () => {
    const desk = new WaitingDesk().placed()
    desk.takeBack()
    desk.lose().wait(30_000).deliver().wait(30_000).deliver()
    expect(desk.order.state).toBe('cancelled')
    expect(new Set(desk.cancels()).size).toBe(2)
    expect(desk.terminal.armed).toBe(true)
  })

  /** Its own terminal is gone, and another one of the account is linked, whose list has these. */
  const atAnother = (listedOf: (desk: WaitingDesk) => WaitingOrder[]) => {
    const desk = new WaitingDesk().placed()
    const orders = listedOf(desk)
    desk.engine.terminalDown(DESK, 'gone')
    desk.engine.terminalUp(OTHER, 'another', aHello({ uuid: OTHER }))
    const tell = (fact: TerminalFact) => desk.engine.fact(OTHER, fact)
    const synced = () => {
      const sync = desk.sent.findLast(message => message.type === 'sync')
      if (sync?.type === 'sync') tell({ type: 'synced', body: { id: sync.body.id } })
    }
    tell({ type: 'account', body: desk.broker.account() })
    tell({ type: 'positions', body: { positions: [] } })
    tell({ type: 'orders', body: { orders } })
    synced()
    const cancelled = () => {
      const id = desk.cancels().at(-1) as Ulid
      const facts = desk.broker.cancel({ id, order: desk.order.recorded.order }, desk.nowMs())
      for (const { type, body } of facts) tell({ type, body } as TerminalFact)
    }
    const isArmed = () => desk.engine.desk.terminals.get(OTHER)?.armed
    return { desk, synced, cancelled, isArmed }
  }

  test('by another terminal of the account, when its own is gone', () => {
    const { desk, cancelled, isArmed } = atAnother(before => [{ ...before.listed, id: null }])
    expect(isArmed()).toBe(true)
    desk.lose().takeBack()
    expect(desk.events('cancelRequested')).toMatchObject([{ terminal: OTHER }])
    cancelled()
    expect(desk.order.state).toBe('cancelled')
  })

  test('when its own terminal is gone and another one of the account does not list it: then that says what became of it', () => {
    const { desk, synced, cancelled, isArmed } = atAnother(() => [])
    expect(isArmed()).toBe(false)
    expect(desk.whys()).toEqual([expect.stringMatching(/^Its own terminal is gone/)])
    cancelled()
    expect(desk.order.state).toBe('cancelled')
    desk.lose().wait(6_000)
    synced()
    expect(isArmed()).toBe(true)
  })

  test('too late, it is a position that is closed like any', () => {
    const desk = new WaitingDesk().placed()
    desk.takeBack()
    desk.reach().deliver()
    expect(desk.order.state).toBe('filled')
    expect(desk.missionState).toBe('filled')
    expect(desk.events('cancelAnswered')).toMatchObject([{ is: 'rejected' }])
    expect(desk.takeBack()).toMatchObject({ is: 'refused', code: 'FILLED' })
    desk.wait(MINUTE)
    expect(desk.cancels()).toHaveLength(1)
  })
})
