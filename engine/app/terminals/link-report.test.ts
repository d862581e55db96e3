import { describe, expect, it } from 'vitest'
import type { LinkCheck } from '../../contracts/link-report.ts'
import type { OpenPosition } from '../../contracts/wire/index.ts'
import { linkChecks } from '../../domain/watchdog/link-checks.ts'
import { DESK, DeskHarness } from '../../testkit/desk-harness.ts'
import { STATE_EXAMPLES, wellFacts } from '../../testkit/terminal-facts.ts'
import { deskLinks } from './link-report.ts'

const of = (desk: DeskHarness) => {
  const [link] = deskLinks(desk.engine.desk).terminals
  if (!link) throw new Error('no terminal')
  return link
}
const states = (checks: readonly LinkCheck[]) => new Set(checks.map(({ is }) => is))
const named = (checks: readonly LinkCheck[], name: string) => checks.find(check => check.name === name)

describe('the checks of a link', () => {
  it('are all good or need no judgement where nothing is wrong', () => {
    expect([...states(linkChecks(wellFacts()))]).toEqual(['good'])
  })

  it.each(Object.entries(STATE_EXAMPLES).filter(([code]) => code !== 'WELL'))(
    'say of %s what the row of the terminal says',
    (code, facts) => {
      const check = named(linkChecks(facts), code)
      expect(['bad', 'warn']).toContain(check?.is)
      expect(check?.nextStep).not.toBeNull()
    },
  )

  it('show every trouble, and not only the worst', () => {
    const facts = wellFacts({ brokerConnected: false, autoTrading: false, pingMs: 800 })
    expect(
      linkChecks(facts)
        .filter(({ is }) => is === 'bad' || is === 'warn')
        .map(({ name }) => name),
    ).toEqual(['BROKER_DOWN', 'ALGO_OFF', 'SLOW_BROKER'])
  })

  it('call nothing good that nobody has told', () => {
    const nothing = { brokerConnected: null, autoTrading: null, advisorAllowed: null, accountAllowed: null }
    const checks = linkChecks(wellFacts({ ...nothing, aheadOfTerminalMs: null, pingMs: null }))
    const untold = ['BROKER_DOWN', 'ALGO_OFF', 'ADVISOR_FORBIDDEN', 'ACCOUNT_FORBIDDEN', 'TERMINAL_CLOCK'] // prettier-ignore
    for (const name of untold) expect(named(checks, name)).toMatchObject({ is: 'unknown' })
    expect(named(checks, 'SLOW_BROKER')).toMatchObject({ is: 'none', nextStep: null })
  })

  it('say nothing of a terminal that is away but that it is', () => {
    const checks = linkChecks(wellFacts({ isUp: false, isArmed: false }))
    expect(checks.map(({ name, is }) => [name, is])).toEqual([
      ['NOT_LINKED', 'bad'],
      ['WELL', 'unknown'],
    ])
  })
})

describe('what the desk tells of a link', () => {
  it('has each pair with what the broker told of it, and says which it has not', () => {
    const { symbols, checks } = of(new DeskHarness().link())
    expect(symbols).toHaveLength(15)
    expect(symbols[0]).toMatchObject({ pair: 'EURUSD', is: 'traded', why: null, digits: 5, lotMin: 0.01 })
    expect(symbols[1]).toMatchObject({ pair: 'GBPUSD', is: 'absent', name: null, lotMin: null })
    expect(symbols[1]?.why).toContain('the broker has no symbol')
    expect(named(checks, 'SYMBOLS')).toMatchObject({ is: 'good', text: '1 of 15 pairs can be traded here.' })
  })

  it('refuses a pair whose value makes no sense, as the gate does', () => {
    const desk = new DeskHarness().link()
    const { symbols } = desk.broker.specs()
    const ten = symbols.map(spec => ({ ...spec, tickValue: spec.tickValue / 10 }))
    desk.tell({ type: 'specs', body: { symbols: ten } })
    desk.play(1, () => 110_000)
    const { symbols: rows, checks } = of(desk)
    expect(rows[0]).toMatchObject({ is: 'refused', tickValue: 0.1 })
    expect(rows[0]?.why).toContain('by its contract it is')
    expect(named(checks, 'SYMBOLS')).toMatchObject({ is: 'bad' })
  })

  it('knows prices without a value from what can be traded', () => {
    const desk = new DeskHarness().link()
    const quoted = [{ index: 0, name: 'EURUSD.x', pair: 'EURUSD' as const, digits: 5 }]
    desk.tell({ type: 'specs', body: { symbols: [], quoted } })
    expect(of(desk).symbols[0]).toMatchObject({ is: 'pricesOnly', name: 'EURUSD.x', tickValue: null })
  })

  it('has the locks of the gate among its checks', () => {
    const live = of(new DeskHarness({ hello: { kind: 'live' } }).link()).checks
    expect(named(live, 'LIVE_LOCKED')).toMatchObject({ is: 'bad' })
    expect(named(live, 'CONSENT_MISSING')).toMatchObject({ is: 'bad' })
    expect(named(live, 'LOCKS')).toBeUndefined()
  })

  it('has what the day has spent, a missing calendar and the hour among its checks', () => {
    const desk = new DeskHarness()
    const { id } = desk.mission()
    expect(named(of(desk).checks, 'LOCKS')).toMatchObject({ is: 'good' })
    expect(named(of(desk).checks, 'CALENDAR_MISSING')).toMatchObject({ is: 'warn' })
    desk.fire(id)
    desk.deliver()
    expect(named(of(desk).checks, 'OPEN_TRADES')).toMatchObject({
      is: 'bad',
      text: 'Open trades: 1; at most 1.',
    })
    expect(named(of(desk).checks, 'LOCKS')).toBeUndefined()

    const demo = new DeskHarness({ hello: { kind: 'demo' } }).link().play(1, () => 110_000)
    expect(named(of(demo).checks, 'CALENDAR_MISSING')).toMatchObject({ is: 'bad' })
    expect(named(of(demo).checks, 'NO_PRICE')).toBeUndefined()
    expect(named(of(new DeskHarness().link()).checks, 'NO_PRICE')).toMatchObject({ is: 'bad' })
    demo.play(13 * 60, () => 110_000)
    expect(named(of(demo).checks, 'DEAD_HOURS')).toMatchObject({ is: 'bad' })
  })

  it('has open risk that leaves no room for a shot among its checks, and not before', () => {
    const desk = new DeskHarness()
    const { side } = desk.mission()
    const isLong = side === 'buy'
    const riskOf = (lots: string) => {
      const stranger = { position: '777', symbol: 'EURUSD', side: isLong ? 'sell' : 'buy', lots, open: '1.10400', stop: isLong ? '1.10900' : '1.09900', target: null, profit: 0, swap: 0, openMs: 1, magic: 5, id: null } as unknown as OpenPosition // prettier-ignore
      desk.tell({ type: 'positions', body: { positions: [stranger] } })
      return named(of(desk).checks, 'TOTAL_RISK')
    }
    expect(riskOf('0.10')).toBeUndefined()
    expect(named(of(desk).checks, 'LOCKS')).toMatchObject({ is: 'good' })
    expect(riskOf('1.30')).toMatchObject({
      is: 'bad',
      text: expect.stringContaining('has reached 6 %') as string,
    })
    expect(named(of(desk).checks, 'LOCKS')).toBeUndefined()
  })

  it('has the worst of its checks first', () => {
    const order = of(new DeskHarness({ hello: { kind: 'live' } }).link()).checks.map(({ is }) => is)
    const [bad, rest] = [order.lastIndexOf('bad'), order.findIndex(is => is !== 'bad')]
    expect(bad).toBeGreaterThanOrEqual(1)
    expect(rest).toBe(bad + 1)
    expect(order.indexOf('good')).toBeGreaterThan(order.lastIndexOf('unknown'))
  })

  it('counts quotes that were none apart from messages that could not be read', () => {
    const desk = new DeskHarness().link()
    desk.engine.badTicks(DESK, 3)
    desk.engine.unreadable(DESK, 'BODY_FIELD', 'no.')
    expect(of(desk)).toMatchObject({ badTicks: 3, faults: { BODY_FIELD: 1 }, link: { faults: 4 } })
  })
})
