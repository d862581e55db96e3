import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { answered, fill, MISSION, ORDER, recorded, shotBench } from '../../../testkit/shot-bench.ts'
import { PATIENCE_MS } from './follow.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('does not say that nothing was fired when the engine died over it', async () => {
  const { desk, confirmed } = shotBench()
  desk.obeys = () => ({
    is: 'refused',
    code: 'ENGINE_RESTARTED',
    text: 'The engine stopped before it answered: look at the orders and positions before you try again.',
  })
  const { text } = (await confirmed(`/fire ${MISSION}`)).html
  expect(text).toContain('<b>Nobody knows whether it was carried out.</b> The engine stopped')
  expect(text).not.toContain('Not fired')
})

it('answers with the deal, told before or after the desk’s own answer', async () => {
  const { desk, confirmed } = shotBench()
  desk.obeys = () => {
    desk.tell(recorded())
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
  expect(desk.commands).toMatchObject([{ command: { kind: 'fireMission', mission: MISSION } }])
})

it('names every reason of a denial with its figures', async () => {
  const { desk, confirmed } = shotBench()
  const denials = [
    { code: 'DAILY_LOSS', text: 'Lost 31.00 today, at most 30.00.', value: 31, limit: 30 },
    { code: 'SHOTS_TODAY', text: '6 shots today, at most 6.', value: 6, limit: 6 },
  ] as const
  desk.obeys = () => ({ is: 'denied', denials: [...denials] })
  const { html } = await confirmed(`/fire ${MISSION}`)
  expect(html.text).toContain(
    '⛔ <b>Not fired:</b> denied, and nothing was sent.\n• Lost 31.00 today, at most 30.00.\n• 6 shots today, at most 6.',
  )
  expect(html.text).toContain('Broker · SIMULATED · a3f9')
})

it('gives the broker’s refusal with its code', async () => {
  const { desk, confirmed } = shotBench()
  desk.obeys = () => {
    desk.tell(recorded(), answered('rejected', { retcode: 10_019, text: 'No money' }))
    return { is: 'done', text: 'Fired.', order: ORDER }
  }
  expect((await confirmed(`/fire ${MISSION}`)).html.text).toContain(
    '❌ <b>NOT FILLED.</b> The broker refused it (10019): No money.',
  )
})

it('says after half a minute that there is no answer yet, and what is recorded', async () => {
  const { desk, confirmed } = shotBench()
  desk.obeys = () => {
    desk.tell(recorded(), answered('unknown', { retcode: 10_012, text: 'Timeout' }))
    return { is: 'done', text: 'Fired 0.40 lots; waiting for the terminal.', order: ORDER }
  }
  const outcome = confirmed(`/fire ${MISSION}`)
  await vi.advanceTimersByTimeAsync(PATIENCE_MS)
  const { html } = await outcome
  expect(html.text).toContain('⏳ <b>No answer of the terminal yet</b>, after 30 s.')
  expect(html.text).toContain(
    'The trade server did not say what became of it (10012): Timeout. Fired 0.40 lots; waiting for the terminal. It is recorded',
  )
  expect(html.text).toContain('Until then it counts as an open position.')
})

it('says what is filled so far when the rest does not come', async () => {
  const { desk, confirmed } = shotBench()
  desk.obeys = () => {
    desk.tell(recorded(), fill('0.25'))
    return { is: 'done', text: 'Fired.', order: ORDER }
  }
  const outcome = confirmed(`/fire ${MISSION}`)
  await vi.advanceTimersByTimeAsync(PATIENCE_MS)
  expect((await outcome).html.text).toContain('<b>FILLED</b> 0.25 of 0.40 lots EURUSD long, so far')
})

it('names both figures when another size left than was confirmed, filled or on its way', async () => {
  const { desk, confirmed } = shotBench()
  const SENT =
    '⚠️ Sent were <b>0.42 lots, risking 104.20 USD</b>; you confirmed 0.40 lots, risking 99.96 USD.'
  desk.obeys = () => {
    desk.tell(recorded({ lots: 0.42, riskCents: 10_420 }), fill('0.42'))
    return { is: 'done', text: 'Fired.', order: ORDER }
  }
  expect((await confirmed(`/fire ${MISSION}`)).html.text).toContain(
    `✅ <b>FILLED</b> 0.42 lots EURUSD long\n${SENT}`,
  )
  desk.obeys = () => {
    desk.tell(recorded({ lots: 0.42, riskCents: 10_420 }))
    return { is: 'done', text: 'Fired.', order: ORDER }
  }
  const late = confirmed(`/fire ${MISSION}`)
  await vi.advanceTimersByTimeAsync(PATIENCE_MS)
  expect((await late).html.text).toContain(SENT)
})

it('names them also where the lots are the same and only the money at risk differs', async () => {
  const { desk, confirmed } = shotBench()
  desk.obeys = () => {
    desk.tell(recorded({ riskCents: 10_396 }), fill('0.40'))
    return { is: 'done', text: 'Fired.', order: ORDER }
  }
  expect((await confirmed(`/fire ${MISSION}`)).html.text).toContain(
    'Sent were <b>0.40 lots, risking 103.96 USD</b>; you confirmed 0.40 lots, risking 99.96 USD.',
  )
})

it.each([
  [10_195, false],
  [10_196, true],
  [9_797, false],
  [9_796, true],
])('of %i cents at risk where 9996 were confirmed it says so: %s', async (riskCents, isSaid) => {
  const { desk, confirmed } = shotBench()
  desk.obeys = () => {
    desk.tell(recorded({ riskCents }), fill('0.40'))
    return { is: 'done', text: 'Fired.', order: ORDER }
  }
  expect((await confirmed(`/fire ${MISSION}`)).html.text.includes('you confirmed')).toBe(isSaid)
})
