import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { EngineEvent } from '../../../contracts/events.ts'
import { Cents, EpochMs } from '../../../contracts/primitives.ts'
import { aDealDone, aUlid } from '../../../testkit/events.ts'
import { commandBench, firstButton, labelsOf, saidBy } from '../../../testkit/command-bench.ts'
import { aLinkView, aMission, aMissionView, aWarRoom } from '../../../testkit/views.ts'
import { PATIENCE_MS } from '../outcome/follow.ts'
import { TRADING_COMMANDS } from './index.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const ORDER = aUlid(9)
const ID = aUlid(7)
const FRESH = { is: 'FRESH', text: 'drift 0.1 of the ATR' } as const
const EURUSD = {
  pair: 'EURUSD', symbol: 'EURUSD', bid: '1.10230', ask: '1.10238', spreadPips: 0.8, normPips: 0.7, move: 0, stale: false, ageMs: 300, spark: [],
} as const // prettier-ignore

function bench() {
  const all = commandBench(TRADING_COMMANDS)
  all.desk.shown = aWarRoom({
    prices: { EURUSD },
    missions: [aMissionView({ freshness: FRESH, driftPips: 0.4 })],
  })
  return all
}

const recorded = EngineEvent.parse({
  kind: 'orderRecorded', atMs: 1, order: ORDER, mission: ID, terminal: 'terminal-1', account: 'simulated', pair: 'EURUSD', symbol: 'EURUSD', digits: 5,
  side: 'buy', lots: 0.4, price: 110_238, stop: 110_134, target: 110_434, riskCents: 9_996, origin: 'telegram', validUntilWallMs: 2,
}) // prettier-ignore
const answered = (is: string, more = {}) =>
  EngineEvent.parse({
    kind: 'orderAnswered',
    atMs: 2,
    order: ORDER,
    is,
    retcode: 10_009,
    position: null,
    text: 'done',
    ...more,
  })
const fill = (lots: string, deal = '900', price = '1.10240') => {
  const { deal: done, ...event } = aDealDone(1)
  return EngineEvent.parse({
    ...event,
    order: ORDER,
    deal: { ...done, profit: '0', commission: '0', swap: '0', deal, lots, price, position: '77' },
  })
}

describe('/fire', () => {
  it('shows every figure of the shot, and asks', async () => {
    const { desk, said } = bench()
    const reply = await said(`/fire ${ID}`)
    expect(reply.html.text.split('\n')).toEqual([
      '<b>FIRE EURUSD long</b> · DRILL',
      '<b>Broker · SIMULATED · a3f9</b> — a drill, no real money',
      '<b>0.40 lots</b>, risks 99.96 USD (1.00 %) for 190.00',
      'At 1.10238 now. Entry was 1.10234, drift +0.4 pips',
      'Spread 0.8 pips (norm 0.7)',
      'Stop 1.10134 · target 1.10434 · 1:1.9',
      'p 0.31 UNCALIBRATED, expected −0.10 R after cost',
      'FRESH: drift 0.1 of the ATR',
      '12 min left',
      '<i>The buttons work once, for 30 s.</i>',
    ])
    expect(labelsOf(reply)).toEqual(['✅ FIRE 0.40 EURUSD', 'No'])
    expect(desk.commands).toEqual([])
  })

  it('fires nothing that has grown since it was shown, such as by another risk in the settings', async () => {
    const { desk, said, pressed } = bench()
    const question = await said(`/fire ${ID}`)
    const shot = { lots: 1.6, riskCents: Cents.parse(39_984), riskPct: 4, rewardCents: Cents.parse(76_000) }
    desk.shown = aWarRoom({ missions: [aMissionView({ shot })] })
    const reply = await pressed(firstButton(question))
    expect(reply.html.text).toContain('would now be 1.60 lots and risk 399.84 USD, more than you confirmed.')
    expect(saidBy(reply)).toEqual([`/fire ${ID}`])
    expect(desk.commands).toEqual([])
  })

  it('does not say that nothing was fired when the engine died over it', async () => {
    const { desk, confirmed } = bench()
    desk.obeys = () => ({
      is: 'refused',
      code: 'ENGINE_RESTARTED',
      text: 'The engine stopped before it answered: look at the orders and positions before you try again.',
    })
    const { text } = (await confirmed(`/fire ${ID}`)).html
    expect(text).toContain('<b>Nobody knows whether it was carried out.</b> The engine stopped')
    expect(text).not.toContain('Not fired')
  })

  it('answers with the deal, told before or after the desk’s own answer', async () => {
    const { desk, confirmed } = bench()
    desk.obeys = () => {
      desk.tell(recorded)
      setTimeout(() => desk.tell(answered('accepted', { position: '77', lots: '0.40' })), 40)
      setTimeout(() => desk.tell(fill('0.25')), 50)
      setTimeout(() => desk.tell(fill('0.15', '901')), 60)
      return { is: 'done', text: 'Fired.', order: ORDER }
    }
    const outcome = confirmed(`/fire eurusd`)
    await vi.advanceTimersByTimeAsync(60)
    const reply = await outcome
    expect(reply.replaces).toBe(true)
    expect(reply.html.text.split('\n')).toEqual([
      '✅ <b>FILLED</b> 0.40 lots EURUSD long',
      'deal 900: 0.25 at 1.10240',
      'deal 901: 0.15 at 1.10240',
      'Position 77 · slippage 0.2 pips to your cost',
      'Stop 1.10134 · target 1.10434',
      '<b>Broker · SIMULATED · a3f9</b> — a drill, no real money',
    ])
    expect(desk.commands).toMatchObject([{ command: { kind: 'fireMission', mission: ID } }])
  })

  it('names every reason of a denial with its figures', async () => {
    const { desk, confirmed } = bench()
    const denials = [
      { code: 'DAILY_LOSS', text: 'Lost 31.00 today, at most 30.00.', value: 31, limit: 30 },
      { code: 'SHOTS_TODAY', text: '6 shots today, at most 6.', value: 6, limit: 6 },
    ] as const
    desk.obeys = () => ({ is: 'denied', denials: [...denials] })
    const { html } = await confirmed(`/fire ${ID}`)
    expect(html.text).toContain(
      '⛔ <b>Not fired:</b> denied, and nothing was sent.\n• Lost 31.00 today, at most 30.00.\n• 6 shots today, at most 6.',
    )
    expect(html.text).toContain('Broker · SIMULATED · a3f9')
  })

  it('gives the broker’s refusal with its code', async () => {
    const { desk, confirmed } = bench()
    desk.obeys = () => {
      desk.tell(recorded, answered('rejected', { retcode: 10_019, text: 'No money' }))
      return { is: 'done', text: 'Fired.', order: ORDER }
    }
    expect((await confirmed(`/fire ${ID}`)).html.text).toContain(
      '❌ <b>NOT FILLED.</b> The broker refused it (10019): No money.',
    )
  })

  it('says after half a minute that there is no answer yet, and what is recorded', async () => {
    const { desk, confirmed } = bench()
    desk.obeys = () => {
      desk.tell(recorded, answered('unknown', { retcode: 10_012, text: 'Timeout' }))
      return { is: 'done', text: 'Fired 0.40 lots; waiting for the terminal.', order: ORDER }
    }
    const outcome = confirmed(`/fire ${ID}`)
    await vi.advanceTimersByTimeAsync(PATIENCE_MS)
    const { html } = await outcome
    expect(html.text).toContain('⏳ <b>No answer of the terminal yet</b>, after 30 s.')
    expect(html.text).toContain(
      'The trade server did not say what became of it (10012): Timeout. Fired 0.40 lots; waiting for the terminal. It is recorded',
    )
    expect(html.text).toContain('Until then it counts as an open position.')
  })

  it('says what is filled so far when the rest does not come', async () => {
    const { desk, confirmed } = bench()
    desk.obeys = () => {
      desk.tell(recorded, fill('0.25'))
      return { is: 'done', text: 'Fired.', order: ORDER }
    }
    const outcome = confirmed(`/fire ${ID}`)
    await vi.advanceTimersByTimeAsync(PATIENCE_MS)
    expect((await outcome).html.text).toContain('<b>FILLED</b> 0.25 of 0.40 lots EURUSD long, so far')
  })

  it('asks nothing about a shot that would be denied, and offers the order that would not', async () => {
    const { desk, said } = bench()
    const wait = { lots: 0.4, riskCents: 9_996 as never, riskPct: 1, rewardCents: 19_000 as never }
    desk.shown = aWarRoom({
      missions: [aMissionView({ shot: null, denials: ['The price has run away.'], wait })],
    })
    const reply = await said(`/fire ${ID}`)
    expect(reply.html.text).toContain(
      '<b>EURUSD would be denied now</b>, so nothing is asked:\n• The price has run away.',
    )
    expect(saidBy(reply)).toEqual([`/place ${ID}`])
  })

  it('offers what is pending when none is named, or one that is unknown', async () => {
    const { said } = bench()
    expect(saidBy(await said('/fire'))).toEqual([`/fire ${ID}`])
    const unknown = await said('/fire <b>x')
    expect(unknown.html.text).toContain('“&lt;b&gt;x” is neither a mission nor a pair')
    expect(saidBy(unknown)).toEqual([`/fire ${ID}`])
    expect((await said(`/fire ${aUlid(8)}`)).html.text).toContain(
      'That mission is over, or was never known here.',
    )
  })

  it('asks which of two missions of a pair is meant, each with its account', async () => {
    const { desk, said } = bench()
    const other = aMissionView({ mission: aMission({ id: aUlid(8), terminal: 'two' as never }) })
    desk.shown = aWarRoom({
      links: [aLinkView(), aLinkView({ terminal: 'two', broker: 'Other', kind: 'demo' })],
      missions: [aMissionView(), other],
    })
    const reply = await said('/fire EURUSD')
    expect(saidBy(reply)).toEqual([`/fire ${ID}`, `/fire ${aUlid(8)}`])
    expect(labelsOf(reply)[1]).toContain('Other · demo · a3f9')
  })

  it('knows no price of a terminal that is not shown, and says so', async () => {
    const { desk, said } = bench()
    desk.shown = { ...desk.shown, shown: 'another' }
    const { html } = await said(`/fire ${ID}`)
    expect(html.text).toContain('Spread 0.8 pips when it was issued; another terminal’s prices are shown now')
    expect(html.text).not.toContain(' now. Entry')
  })

  it('is answered in words while the engine is down', async () => {
    const { desk, said } = bench()
    desk.down = { is: 'failed', code: 'ENGINE_DOWN', text: 'The engine is starting.' }
    expect((await said(`/fire ${ID}`)).html.text).toContain('The engine is starting.')
  })
})

describe('/place', () => {
  it('lets an order wait at the entry and answers when it does', async () => {
    const { desk, said, pressed } = bench()
    const wait = { lots: 0.38, riskCents: 9_500 as never, riskPct: 0.95, rewardCents: 19_000 as never }
    desk.shown = aWarRoom({ missions: [aMissionView({ wait, freshness: FRESH })] })
    desk.obeys = () => {
      desk.tell(recorded, answered('placed', { ticket: '800' }))
      return { is: 'done', text: 'Sent.', order: ORDER }
    }
    const question = await said(`/place ${ID}`)
    expect(question.html.text).toContain('Waits at 1.10234, for 12 min at most')
    const [yes] = question.buttons?.flat() ?? []
    if (!yes) throw new Error('no question')
    expect((await pressed(yes)).html.text).toContain(
      '⏳ <b>WAITS at the broker:</b> 0.40 lots EURUSD long at 1.10238\nOrder 800',
    )
    expect(desk.commands).toMatchObject([{ command: { kind: 'placeMission' } }])
  })
})

describe('/reject', () => {
  it('asks for a reason with buttons, and declines with the one that is pressed or typed', async () => {
    const { desk, said, pressed } = bench()
    desk.obeys = () => ({ is: 'done', text: 'Declined.' })
    const question = await said('/reject EURUSD')
    expect(saidBy(question)).toContain(`/reject ${ID} News ahead`)
    for (const says of saidBy(question)) expect(Buffer.byteLength(says)).toBeLessThanOrEqual(64)
    const [first] = question.buttons?.flat() ?? []
    if (!first) throw new Error('no reason')
    expect((await pressed(first)).html.text).toContain('✅ <b>DECLINED:</b> Against my read')
    await said(`/reject ${ID} too <late> for me`)
    expect(desk.commands.map(({ command }) => command)).toEqual([
      { kind: 'declineMission', mission: ID, reason: 'Against my read' },
      { kind: 'declineMission', mission: ID, reason: 'too <late> for me' },
    ])
  })

  it('of a mission whose order waits takes that back, and answers when it is gone', async () => {
    const { desk, said } = bench()
    const order = {
      order: ORDER, mission: ID, terminal: 'terminal-1', pair: 'EURUSD', symbol: 'EURUSD', side: 'buy', lots: 0.4, state: 'waiting', text: '',
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
    const answer = said(`/reject ${ID} changed my mind`)
    await vi.advanceTimersByTimeAsync(20)
    expect((await answer).html.text).toContain('✅ <b>TAKEN BACK</b> EURUSD 0.4 lots at 1.10234.')
  })
})
