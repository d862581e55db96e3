import { describe, expect, test } from 'vitest'
import type { BodyOf } from '../../contracts/wire/index.ts'
import { aHello, DESK, DeskHarness } from '../../testkit/desk-harness.ts'
import { ask } from '../../testkit/emergency.ts'

const linkOf = (desk: DeskHarness) => {
  const { code, problem } = desk.feed.snapshot().links[0] ?? {}
  return { code, problem }
}
/** Nothing else is wrong with the link while this is looked at. */
const linked = () =>
  new DeskHarness()
    .play(1, () => 110_000)
    .link()
    .play(1, () => 110_000)
    .deliver()
const beat = (desk: DeskHarness) =>
  desk.tell({ type: 'beat', body: { marketMs: desk.nowMs(), autoTrading: true, tradeAllowed: true, brokerConnected: true, pingMs: 1, queued: 0, unacked: 0 } as BodyOf<'beat'> }) // prettier-ignore
function wait(desk: DeskHarness, ms: number): DeskHarness {
  desk.wait(ms)
  return beat(desk)
}
function answer(desk: DeskHarness, type: 'halt' | 'resume' | 'limits', is: 'denied' | 'accepted', text = '') {
  const sent = desk.sent.findLast(message => message.type === type)
  if (!sent) throw new Error(`no ${type} was sent`)
  const { id } = sent.body as BodyOf<'halt'>
  desk.tell({ type: 'verdict', body: { id, is, retcode: 0, order: null, deal: null, position: null, price: null, lots: null, text } }) // prettier-ignore
}

describe('a pause', () => {
  test('that the terminal has accepted is nothing to tell', () => {
    const desk = linked()
    ask(desk, 'pause')
    desk.deliver()
    wait(desk, 20_000)
    expect(linkOf(desk).code).not.toBe('UNCONFIRMED')
  })

  test('that it has not answered within ten seconds is shown until it does', () => {
    const desk = linked()
    ask(desk, 'pause')
    desk.lose()
    wait(desk, 9_000)
    expect(linkOf(desk).code).not.toBe('UNCONFIRMED')
    wait(desk, 1_000)
    expect(linkOf(desk)).toEqual({ code: 'UNCONFIRMED', problem: 'The terminal has not confirmed the pause. Only this desk keeps it.' }) // prettier-ignore
    answer(desk, 'halt', 'accepted')
    expect(linkOf(desk).code).not.toBe('UNCONFIRMED')
  })

  test('that it refuses is shown at once, in its own words', () => {
    const desk = linked()
    ask(desk, 'pause')
    desk.lose()
    beat(desk)
    answer(desk, 'halt', 'denied', 'The disk is full.')
    expect(linkOf(desk).problem).toBe(
      'The terminal did not take the pause: The disk is full. Only this desk keeps it.',
    )
  })

  test('of before is no longer waited for once trading goes on, nor after a new link', () => {
    const desk = linked()
    ask(desk, 'pause')
    ask(desk, 'resume')
    desk.lose()
    wait(desk, 11_000)
    expect(linkOf(desk).problem).toContain('has not confirmed the end of the pause')
    desk.link().deliver()
    wait(desk, 11_000)
    expect(linkOf(desk).code).not.toBe('UNCONFIRMED')
  })

  test('is not waited for on a road that does not carry it', () => {
    const desk = new DeskHarness()
    desk.engine.terminalUp(DESK, 'by files', aHello(), 'files')
    ask(desk, 'pause')
    wait(desk, 11_000)
    expect(linkOf(desk).code).not.toBe('UNCONFIRMED')
  })
})

test('limits that the terminal does not take are shown with its words', () => {
  const desk = linked()
  beat(desk)
  answer(desk, 'limits', 'denied', 'Of no use here.')
  expect(linkOf(desk).problem).toBe(
    'The terminal did not take its limits: Of no use here. Only this desk keeps them.',
  )
})

test('a guard that begins and one that ends are told', () => {
  const desk = linked()
  const equity = (cents: number) =>
    desk.tell({ type: 'account', body: { ...desk.broker.account(), equity: cents as never } })
  equity(984_000)
  expect(desk.feed.snapshot().notices[0]).toMatchObject({ level: 'warn', text: expect.stringMatching(/^MEDIC: Equity is 160\.00 below/) as string }) // prettier-ignore
  equity(1_000_000)
  desk.sleep(86_400_000).play(1, () => 110_000)
  expect(desk.feed.snapshot().notices.map(({ text }) => text)).toContain('MEDIC has ended: Its time is over.')
})
