import { describe, expect, test } from 'vitest'
import { DeskSettings } from '../../contracts/settings.ts'
import type { CommandAnswer, TerminalId, Ulid } from '../../contracts/index.ts'
import type { BodyOf } from '../../contracts/wire/index.ts'
import { aHello, DESK, DeskHarness } from '../../testkit/desk-harness.ts'

type Plain = 'pause' | 'resume' | 'cancelAll' | 'flattenAll'

const ask = (desk: DeskHarness, kind: Plain): CommandAnswer =>
  desk.engine.command({ kind, id: desk.ids.next(desk.nowMs()), origin: 'window' })
const codesOf = (answer: CommandAnswer) =>
  answer.is === 'denied' ? answer.denials.map(denial => denial.code) : answer.is
const textOf = (answer: CommandAnswer) => (answer.is === 'denied' ? '' : answer.text)
const sentOf = <T extends 'halt' | 'resume' | 'limits' | 'flatten'>(desk: DeskHarness, type: T) =>
  desk.sent.filter(message => message.type === type).map(message => message.body as BodyOf<T>)

/** The order as a terminal gets it from an app that knows of no pause. */
const fireAnyway = (desk: DeskHarness) => {
  const id = desk.ids.next(desk.nowMs())
  const [first] = desk.broker.fire(
    { id, symbol: 'EURUSD', side: 'sell', lots: '0.01', price: '1.10400', stop: '1.10500', target: '1.10300', deviation: 50, maxSpread: 50, ttlMs: 5_000, magic: 777_001, comment: '' }, // prettier-ignore
    { marketMs: desk.nowMs(), late: false },
  )
  return first?.type === 'verdict' ? first.body : null
}

const answerFlatten = (desk: DeskHarness, is: 'accepted' | 'rejected') => {
  const id = sentOf(desk, 'flatten').at(-1)?.id as Ulid
  desk.tell({ type: 'verdict', body: { id, is, retcode: 10_009, order: null, deal: null, position: null, price: null, lots: null, text: '' } }) // prettier-ignore
}

function held() {
  const desk = new DeskHarness()
  const mission = desk.mission()
  desk.fire(mission.id)
  desk.deliver()
  return { desk, mission }
}

describe('a pause', () => {
  test('is kept by the terminal itself, which denies what an app sends all the same, until resume', () => {
    const desk = new DeskHarness()
    const mission = desk.mission()
    ask(desk, 'pause')
    desk.deliver()
    expect(codesOf(desk.fire(mission.id))).toEqual(['PAUSED'])
    expect(fireAnyway(desk)).toMatchObject({
      is: 'denied',
      text: expect.stringContaining('paused') as string,
    })
    ask(desk, 'resume')
    desk.deliver()
    expect(codesOf(desk.fire(mission.id))).toBe('done')
  })

  test('is told again at every link, and over a crash of the app', () => {
    const desk = new DeskHarness()
    desk.mission()
    ask(desk, 'pause')
    desk.lose()
    desk.crash().link()
    expect(fireAnyway(desk)).toMatchObject({ is: 'denied' })
    expect(sentOf(desk, 'halt')).toHaveLength(2)
    expect(desk.events('paused')).toHaveLength(1)
  })

  test('whose end a terminal has missed is ended there at its next link', () => {
    const desk = new DeskHarness()
    desk.mission()
    ask(desk, 'pause')
    desk.deliver()
    ask(desk, 'resume')
    desk.lose().link()
    expect(desk.broker.denies()).toBeNull()
  })

  test('is not ended at a terminal by an app that never resumed', () => {
    const desk = new DeskHarness()
    desk.play(1, () => 110_000)
    desk.broker.halt({ id: desk.ids.next(desk.nowMs()), reason: 'by another app' })
    desk.link()
    expect(desk.broker.denies()).toContain('by another app')
  })

  test('names the terminals that could not be told', () => {
    const desk = new DeskHarness().link()
    desk.engine.terminalDown(DESK, 'unplugged')
    expect(textOf(ask(desk, 'pause'))).toContain('Not linked, and told as soon as it is: Broker (desk)')
  })
})

describe('a cancel', () => {
  test('declines every pending mission, says which, and fires nothing new', () => {
    const desk = new DeskHarness()
    const mission = desk.mission()
    const answer = ask(desk, 'cancelAll')
    expect(textOf(answer)).toContain(`Cancelled 1: ${mission.side} EURUSD.`)
    expect(desk.pending()).toEqual([])
    expect(desk.events('missionDeclined')).toMatchObject([{ mission: mission.id }])
    expect(codesOf(desk.fire(mission.id))).toContain('PAUSED')
    desk.deliver()
    expect(fireAnyway(desk)).toMatchObject({ is: 'denied' })
    expect(textOf(ask(desk, 'cancelAll'))).toContain('No mission was pending.')
  })
})

describe('a flatten', () => {
  test('ends when every position has its closing deal, and nothing new is fired until resume', () => {
    const { desk } = held()
    expect(textOf(ask(desk, 'flattenAll'))).toContain('Flatten sent to Broker (desk)')
    expect(desk.events('flattenEnded')).toEqual([])
    desk.deliver().wait(1_000)
    expect(desk.events('tradeClosed')).toHaveLength(1)
    expect(desk.events('flattenEnded')).toMatchObject([{ left: [], text: 'Flat: no position of BITTEN is open.' }]) // prettier-ignore
    expect(desk.feed.snapshot().fire.paused).toBe(true)
    expect(sentOf(desk, 'halt')).toHaveLength(1)
  })

  test('waits for the deals, although the terminal has said that it is done', () => {
    const { desk } = held()
    ask(desk, 'flattenAll')
    const [flatten] = sentOf(desk, 'flatten')
    const id = flatten?.id as Ulid
    desk.tell({ type: 'verdict', body: { id, is: 'accepted', retcode: 10_009, order: null, deal: null, position: null, price: null, lots: null, text: 'All closed' } }) // prettier-ignore
    desk.wait(5_000)
    expect(desk.events('flattenEnded')).toEqual([])
    desk.deliver().wait(1_000)
    expect(desk.events('flattenEnded')).toMatchObject([{ left: [] }])
  })

  test('that is not done after 15 s names what is left, is asked for once more, and when it is answered no third time', () => {
    const { desk } = held()
    const ticket = desk.broker.positions().positions[0]?.position
    ask(desk, 'flattenAll')
    desk.lose().wait(14_000)
    expect(desk.events('flattenEnded')).toEqual([])
    desk.wait(2_000)
    expect(desk.events('flattenEnded')).toMatchObject([
      { left: [ticket], text: `Not closed after 15 s: ${ticket}. It is asked for once more.` },
    ])
    expect(new Set(sentOf(desk, 'flatten').map(body => body.id)).size).toBe(2)
    desk.lose().wait(16_000)
    answerFlatten(desk, 'rejected')
    desk.wait(14_000)
    expect(desk.events('flattenEnded')).toHaveLength(1)
    desk.wait(12_000)
    expect(desk.events('flattenEnded').at(-1)?.text).toContain('Close them in MetaTrader itself.')
    expect(desk.feed.snapshot().notices.some(notice => notice.text.includes(String(ticket)))).toBe(true)
    desk.lose().wait(600_000)
    expect(desk.events('flattenRequested')).toHaveLength(2)
  })

  test('that the second asking brings about ends', () => {
    const { desk } = held()
    ask(desk, 'flattenAll')
    desk.lose().wait(16_000).deliver().wait(1_000)
    expect(desk.broker.positions().positions).toEqual([])
    expect(desk.events('flattenEnded').map(event => event.left.length)).toEqual([1, 0])
  })

  test('that the app died with is told again at the next link, under its id', () => {
    const { desk } = held()
    ask(desk, 'flattenAll')
    desk.crash().link().wait(1_000)
    expect(desk.broker.positions().positions).toEqual([])
    expect(desk.events('flattenEnded')).toMatchObject([{ left: [] }])
    expect(new Set(sentOf(desk, 'flatten').map(body => body.id)).size).toBe(1)
  })

  test('that a terminal has missed does not close what the trader opened after resume', () => {
    const { desk } = held()
    ask(desk, 'flattenAll')
    desk.lose()
    ask(desk, 'resume')
    desk.lose().wait(16_000)
    expect(desk.events('flattenRequested')).toHaveLength(1)
  })

  test('names a terminal that is not linked', () => {
    const { desk } = held()
    const second = 'second' as TerminalId
    desk.engine.terminalUp(
      second,
      'session of the second',
      aHello({ uuid: second, loginHash: 'b'.repeat(32) }),
    )
    desk.engine.terminalDown(DESK, 'unplugged')
    const answer = ask(desk, 'flattenAll')
    expect(answer.is).toBe('done')
    expect(textOf(answer)).toContain('Not linked, so close yours there in MetaTrader: Broker (desk).')
    desk.crash()
    expect(ask(desk, 'flattenAll')).toMatchObject({ is: 'refused', code: 'LINK_DOWN' })
    expect(textOf(ask(desk, 'flattenAll'))).toContain('desk')
  })

  test('names an account that the terminal has left with something open', () => {
    const { desk } = held()
    const order = [...desk.engine.desk.state.orders.values()][0]
    Object.assign(order?.recorded ?? {}, { account: 'demo' })
    desk.link({ loginHash: 'b'.repeat(32) })
    expect(textOf(ask(desk, 'flattenAll'))).toContain('another account of Broker (desk)')
  })

  test('by the host, while the engine was dead, is seen from its deals and pauses the desk', () => {
    const { desk } = held()
    desk.mute = true
    desk.hear(desk.broker.flatten({ id: desk.ids.next(desk.nowMs()), magic: 777_001 }, desk.nowMs()))
    desk.mute = false
    desk.crash().link()
    expect(desk.events('tradeClosed')).toHaveLength(1)
    expect(desk.events('paused')).toMatchObject([{ origin: 'host' }])
    expect(desk.engine.desk.terminals.get(DESK)?.armed).toBe(true)
  })

  test('by the host is seen from the deal of a position that the ledger has lost, if it is ours', () => {
    const { desk } = held()
    ask(desk, 'flattenAll')
    desk.deliver()
    const own = desk.broker.deals().find(({ entry }) => entry === 'out')
    if (!own) throw new Error('nothing was closed')
    const other = new DeskHarness().link()
    const id = other.ids.next(other.nowMs())
    other.tell({ type: 'deal', body: { ...own, id, magic: 5 } })
    expect(other.events('paused')).toEqual([])
    other.tell({ type: 'deal', body: { ...own, deal: '99' as never, id, magic: 777_001 } })
    expect(other.events('paused')).toMatchObject([{ origin: 'host' }])
  })

  test('by a person’s own close is no reason to pause', () => {
    const { desk } = held()
    const position = desk.broker.positions().positions[0]?.position as never
    const id = desk.ids.next(desk.nowMs())
    desk.engine.command({ kind: 'closePosition', id, origin: 'window', terminal: DESK, position })
    desk.deliver()
    expect(desk.events('tradeClosed')).toHaveLength(1)
    expect(desk.events('paused')).toEqual([])
  })
})

describe('the limits that a terminal keeps by itself', () => {
  test('are told when it is armed: those of the rank, with room for slippage at the stop', () => {
    const desk = new DeskHarness()
    desk.play(1, () => 110_000).link()
    expect(sentOf(desk, 'limits')).toMatchObject([
      { maxPositions: 1, maxRiskPct: 1.2, dailyLossPct: 3, symbols: ['EURUSD'] },
    ])
    desk.wait(60_000)
    expect(sentOf(desk, 'limits')).toHaveLength(1)
  })

  test('are told anew when the settings change, and hold at the terminal', () => {
    const desk = new DeskHarness()
    desk.mission()
    const settings = DeskSettings.parse({ riskPct: 0.5, limits: { dailyLossPct: 2 } })
    desk.engine.command({ kind: 'setSettings', id: desk.ids.next(desk.nowMs()), origin: 'window', settings })
    desk.wait(100).deliver()
    expect(sentOf(desk, 'limits').at(-1)).toMatchObject({ maxRiskPct: 0.6, dailyLossPct: 2 })
    const id = desk.ids.next(desk.nowMs())
    const tooMuch = { id, symbol: 'EURUSD', side: 'sell', lots: '5.00', price: '1.10400', stop: '1.10500', target: '1.10300', deviation: 50, maxSpread: 50, ttlMs: 5_000, magic: 777_001, comment: '' } as const // prettier-ignore
    const [first] = desk.broker.fire(tooMuch, { marketMs: desk.nowMs(), late: false })
    expect(first?.body).toMatchObject({
      is: 'denied',
      text: expect.stringContaining('0.6 % is allowed') as string,
    })
  })

  test("name the prop firm's daily limit where it is tighter than the trader's, and never a looser one", () => {
    const desk = new DeskHarness()
    desk.play(1, () => 110_000).link()
    for (const dailyLossPct of [1.5, 4]) {
      const settings = DeskSettings.parse({ prop: { dailyLossPct } })
      desk.engine.command({
        kind: 'setSettings',
        id: desk.ids.next(desk.nowMs()),
        origin: 'window',
        settings,
      })
      desk.wait(100)
      expect(sentOf(desk, 'limits').at(-1)).toMatchObject({ dailyLossPct: Math.min(dailyLossPct, 3) })
    }
  })

  test("name the trader's own lots, which the gate keeps too, and no longer when they are taken out", () => {
    const desk = new DeskHarness()
    const mission = desk.mission()
    const set = (limits: object) => {
      const settings = DeskSettings.parse({ limits })
      desk.engine.command({ kind: 'setSettings', id: desk.ids.next(desk.nowMs()), origin: 'window', settings }) // prettier-ignore
      desk.wait(100).deliver()
    }
    expect(sentOf(desk, 'limits').at(-1)).not.toHaveProperty('maxLots')
    set({ maxLots: 0.05 })
    expect(sentOf(desk, 'limits').at(-1)).toMatchObject({ maxLots: '0.05' })
    const answer = desk.fire(mission.id)
    expect(answer.is === 'denied' && answer.denials).toMatchObject([{ code: 'LOTS_ABOVE_MAX', text: expect.stringMatching(/^0\.\d+ lots of EURUSD is over your own limit of 0\.05\.$/) as string, limit: 0.05 }]) // prettier-ignore
    const id = desk.ids.next(desk.nowMs())
    const more = { id, symbol: 'EURUSD', side: 'sell', lots: '0.06', price: '1.10400', stop: '1.10500', target: '1.10300', deviation: 50, maxSpread: 50, ttlMs: 5_000, magic: 777_001, comment: '' } as const // prettier-ignore
    expect(desk.broker.fire(more, { marketMs: desk.nowMs(), late: false })[0]?.body).toMatchObject({ is: 'denied' }) // prettier-ignore
    set({})
    expect(sentOf(desk, 'limits').at(-1)).not.toHaveProperty('maxLots')
    expect(codesOf(desk.fire(mission.id))).toBe('done')
  })

  test('go before a shot that only the new ones allow', () => {
    const desk = new DeskHarness()
    const mission = desk.mission()
    desk.engine.desk.record({ kind: 'xpAwarded', atMs: desk.nowMs(), account: 'simulated', order: null, reason: 'RESULT', xp: 20_000 }) // prettier-ignore
    desk.fire(mission.id)
    expect(desk.sent.slice(-2).map(message => message.type)).toEqual(['limits', 'fire'])
    expect(sentOf(desk, 'limits').at(-1)).toMatchObject({ maxPositions: 4 })
  })

  test('never deny what the gate has allowed, whatever the price does on the way', () => {
    for (const drift of [-9, -4, 4, 9]) {
      const desk = new DeskHarness()
      const mission = desk.mission()
      desk.fire(mission.id)
      desk.quote(110_400 + drift)
      desk.deliver()
      expect(desk.events('orderAnswered').map(event => event.is)).toEqual(['accepted'])
    }
  })

  test('are not sent by a road that does not carry them', () => {
    const desk = new DeskHarness()
    desk.engine.terminalUp(DESK, 'by files', aHello(), 'files')
    desk.tell({ type: 'account', body: desk.broker.account() })
    desk.tell({ type: 'positions', body: desk.broker.positions() }).deliver()
    ask(desk, 'pause')
    expect(desk.sent.map(message => message.type)).toEqual(['sync'])
  })
})
