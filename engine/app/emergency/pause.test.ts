import { describe, expect, test } from 'vitest'
import { DESK, DeskHarness } from '../../testkit/desk-harness.ts'
import { ask, codesOf, sentOf, textOf } from '../../testkit/emergency.ts'

/** The order as a terminal gets it from an app that knows of no pause. */
const fireAnyway = (desk: DeskHarness) => {
  const id = desk.ids.next(desk.nowMs())
  const [first] = desk.broker.fire(
    { id, symbol: 'EURUSD', side: 'sell', lots: '0.01', price: '1.10400', stop: '1.10500', target: '1.10300', deviation: 50, maxSpread: 50, ttlMs: 5_000, magic: 777_001, comment: '' }, // prettier-ignore
    { marketMs: desk.nowMs(), late: false },
  )
  return first?.type === 'verdict' ? first.body : null
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

  test('is no trouble of the terminal that keeps it too, as its own limits and a halt by others are', () => {
    const desk = new DeskHarness()
    const mission = desk.mission()
    const heard = () => {
      const denies = desk.broker.denies()
      desk.tell({ type: 'beat', body: { marketMs: desk.nowMs(), autoTrading: true, tradeAllowed: true, brokerConnected: true, pingMs: 1, queued: 0, unacked: 0, ...(denies !== null && { denies }) } }) // prettier-ignore
      const { links, fire } = desk.feed.snapshot()
      return [denies !== null, links[0]?.code, fire.guards.map(({ guard, text }) => `${guard} ${text}`)]
    }
    ask(desk, 'pause')
    desk.deliver()
    expect(heard()).toEqual([true, 'WELL', ['PAUSED New trades are paused.']])
    expect(codesOf(desk.fire(mission.id))).toEqual(['PAUSED'])
    desk.broker.halt({ id: desk.ids.next(desk.nowMs()), reason: 'by another app' })
    expect(heard()).toEqual([
      true,
      'ADVISOR_DENIES',
      ['PAUSED New trades are paused.', 'HALTED The terminal denies new trades: by another app'],
    ])
    expect(codesOf(desk.fire(mission.id))).toEqual(expect.arrayContaining(['PAUSED', 'TERMINAL_DENIES']))
    ask(desk, 'resume')
    desk.deliver()
    expect(heard()).toEqual([false, 'WELL', []])
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
