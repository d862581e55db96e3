import { describe, expect, it } from 'vitest'
import { Cents } from '../../../contracts/primitives.ts'
import { firstButton, labelsOf, saidBy } from '../../../testkit/command-bench.ts'
import { aUlid } from '../../../testkit/events.ts'
import { answered, FRESH, MISSION, ORDER, recorded, shotBench } from '../../../testkit/shot-bench.ts'
import { aLinkView, aMission, aMissionView, aWarRoom } from '../../../testkit/views.ts'

describe('/fire', () => {
  it('shows every figure of the shot, and asks', async () => {
    const { desk, said } = shotBench()
    const reply = await said(`/fire ${MISSION}`)
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
    const { desk, said, pressed } = shotBench()
    const question = await said(`/fire ${MISSION}`)
    const shot = { lots: 1.6, riskCents: Cents.parse(39_984), riskPct: 4, rewardCents: Cents.parse(76_000) }
    desk.shown = aWarRoom({ missions: [aMissionView({ shot })] })
    const reply = await pressed(firstButton(question))
    expect(reply.html.text).toContain('would now be 1.60 lots and risk 399.84 USD, more than you confirmed.')
    expect(saidBy(reply)).toEqual([`/fire ${MISSION}`])
    expect(desk.commands).toEqual([])
  })

  it('asks nothing about a shot that would be denied, and offers the order that would not', async () => {
    const { desk, said } = shotBench()
    const wait = { lots: 0.4, riskCents: 9_996 as never, riskPct: 1, rewardCents: 19_000 as never }
    desk.shown = aWarRoom({
      missions: [aMissionView({ shot: null, denials: ['The price has run away.'], wait })],
    })
    const reply = await said(`/fire ${MISSION}`)
    expect(reply.html.text).toContain(
      '<b>EURUSD would be denied now</b>, so nothing is asked:\n• The price has run away.',
    )
    expect(saidBy(reply)).toEqual([`/place ${MISSION}`])
  })

  it('offers what is pending when none is named, or one that is unknown', async () => {
    const { said } = shotBench()
    expect(saidBy(await said('/fire'))).toEqual([`/fire ${MISSION}`])
    const unknown = await said('/fire <b>x')
    expect(unknown.html.text).toContain('“&lt;b&gt;x” is neither a mission nor a pair')
    expect(saidBy(unknown)).toEqual([`/fire ${MISSION}`])
    expect((await said(`/fire ${aUlid(8)}`)).html.text).toContain(
      'That mission is over, or was never known here.',
    )
  })

  it('asks which of two missions of a pair is meant, each with its account', async () => {
    const { desk, said } = shotBench()
    const other = aMissionView({ mission: aMission({ id: aUlid(8), terminal: 'two' as never }) })
    desk.shown = aWarRoom({
      links: [aLinkView(), aLinkView({ terminal: 'two', broker: 'Other', kind: 'demo' })],
      missions: [aMissionView(), other],
    })
    const reply = await said('/fire EURUSD')
    expect(saidBy(reply)).toEqual([`/fire ${MISSION}`, `/fire ${aUlid(8)}`])
    expect(labelsOf(reply)[1]).toContain('Other · demo · a3f9')
  })

  it('knows no price of a terminal that is not shown, and says so', async () => {
    const { desk, said } = shotBench()
    desk.shown = { ...desk.shown, shown: 'another' }
    const { html } = await said(`/fire ${MISSION}`)
    expect(html.text).toContain('Spread 0.8 pips when it was issued; another terminal’s prices are shown now')
    expect(html.text).not.toContain(' now. Entry')
  })

  it('is answered in words while the engine is down', async () => {
    const { desk, said } = shotBench()
    desk.down = { is: 'failed', code: 'ENGINE_DOWN', text: 'The engine is starting.' }
    expect((await said(`/fire ${MISSION}`)).html.text).toContain('The engine is starting.')
  })
})

describe('/place', () => {
  it('lets an order wait at the entry and answers when it does', async () => {
    const { desk, said, pressed } = shotBench()
    const wait = { lots: 0.38, riskCents: 9_500 as never, riskPct: 0.95, rewardCents: 19_000 as never }
    desk.shown = aWarRoom({ missions: [aMissionView({ wait, freshness: FRESH })] })
    desk.obeys = () => {
      desk.tell(recorded(), answered('placed', { ticket: '800' }))
      return { is: 'done', text: 'Sent.', order: ORDER }
    }
    const question = await said(`/place ${MISSION}`)
    expect(question.html.text).toContain('Waits at 1.10234, for 12 min at most')
    const [yes] = question.buttons?.flat() ?? []
    if (!yes) throw new Error('no question')
    expect((await pressed(yes)).html.text).toContain(
      [
        '⏳ <b>WAITS at the broker:</b> 0.40 lots EURUSD long at 1.10238',
        '⚠️ Sent were <b>0.40 lots, risking 99.96 USD</b>; you confirmed 0.38 lots, risking 95.00 USD.',
        'Order 800',
      ].join('\n'),
    )
    expect(desk.commands).toMatchObject([{ command: { kind: 'placeMission' } }])
  })
})
