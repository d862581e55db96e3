import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { EpochMs } from '../../../contracts/primitives.ts'
import { saidBy } from '../../../testkit/command-bench.ts'
import { answered, MISSION, ORDER, shotBench } from '../../../testkit/shot-bench.ts'
import { aMissionView, aWarRoom } from '../../../testkit/views.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('/reject', () => {
  it('asks for a reason with buttons, and declines with the one that is pressed or typed', async () => {
    const { desk, said, pressed } = shotBench()
    desk.obeys = () => ({ is: 'done', text: 'Declined.' })
    const question = await said('/reject EURUSD')
    expect(saidBy(question)).toContain(`/reject ${MISSION} News ahead`)
    for (const says of saidBy(question)) expect(Buffer.byteLength(says)).toBeLessThanOrEqual(64)
    const [first] = question.buttons?.flat() ?? []
    if (!first) throw new Error('no reason')
    expect((await pressed(first)).html.text).toContain('✅ <b>DECLINED:</b> Against my read')
    await said(`/reject ${MISSION} too <late> for me`)
    expect(desk.commands.map(({ command }) => command)).toEqual([
      { kind: 'declineMission', mission: MISSION, reason: 'Against my read' },
      { kind: 'declineMission', mission: MISSION, reason: 'too <late> for me' },
    ])
  })

  it('of a mission whose order waits takes that back, and answers when it is gone', async () => {
    const { desk, said } = shotBench()
    const order = {
      order: ORDER, mission: MISSION, terminal: 'terminal-1', pair: 'EURUSD', symbol: 'EURUSD', side: 'buy', lots: 0.4, state: 'waiting', text: '',
      sinceMs: EpochMs.parse(0), waits: { price: '1.10234', leftMs: null }, external: false, settle: null,
    } as const // prettier-ignore
    desk.shown = aWarRoom({
      missions: [aMissionView({ state: 'fired', orderState: 'waiting' })],
      orders: [order],
    })
    desk.obeys = () => {
      setTimeout(() => desk.tell(answered('cancelled')), 20)
      return { is: 'done', text: 'Taking back; waiting for the terminal.' }
    }
    const answer = said(`/reject ${MISSION} changed my mind`)
    await vi.advanceTimersByTimeAsync(20)
    expect((await answer).html.text).toContain('✅ <b>TAKEN BACK</b> EURUSD 0.4 lots at 1.10234.')
  })
})
