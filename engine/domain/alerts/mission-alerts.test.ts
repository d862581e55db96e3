import { describe, expect, test } from 'vitest'
import type { EventOf } from '../../contracts/events.ts'
import { Lots } from '../../contracts/primitives.ts'
import { AlertReader } from '../../testkit/alerts.ts'
import { DESK, DeskHarness } from '../../testkit/desk-harness.ts'
import { ONE_OF_EACH } from '../../testkit/one-of-each.ts'
import { AWAY, WaitingDesk } from '../../testkit/waiting-desk.ts'
import { textFromPoints } from '../market/price.ts'

const told = (desk: DeskHarness) => new AlertReader().read(desk.ledger.all())
const nameOf = (key: string) => key.split(':')[0]
const stagesOf = (reader: AlertReader, name: string) =>
  reader.editions.flatMap(({ key, fact }) =>
    nameOf(key) === name && 'course' in fact && fact.course ? [fact.course.stage] : [],
  )

function held(desk = new DeskHarness()) {
  const mission = desk.mission()
  desk.fire(mission.id)
  const [position] = desk.deliver().broker.positions().positions
  if (!position) throw new Error('not filled')
  const command = () => ({ id: desk.ids.next(desk.nowMs()), terminal: DESK, position: position.position })
  const move = (nearer: number) =>
    desk.engine.command({ ...command(), kind: 'modifyPosition', origin: 'telegram', stop: textFromPoints(mission.stop - nearer, 5), target: textFromPoints(mission.target, 5) }) // prettier-ignore
  const close = (lots: string | null) =>
    desk.engine.command({ ...command(), kind: 'closePosition', origin: 'window', lots })
  return { desk, mission, position, move, close }
}

describe('a mission', () => {
  test('is told, fired, filled, moved, closed in part and closed, a message each, and its own message says it all', () => {
    const { desk, mission, move, close } = held()
    move(20)
    desk.deliver()
    close('0.02')
    desk.deliver().play(5, minute => 110_400 - minute * 200)
    const reader = told(desk)

    expect(reader.keys().map(nameOf)).toEqual([
      'mission',
      'fired',
      'filled',
      'moved',
      'partial',
      'closed',
      'badge',
    ])
    const last = reader.newest(`mission:${mission.id}`)
    const [trade] = desk.events('tradeClosed').map(event => event.trade)
    const [deal] = desk.broker.deals()
    expect(last).toMatchObject({
      over: true,
      at: { terminal: DESK, broker: 'Broker', account: 'simulated', mark: 'aaaa' },
    })
    expect(last.firstSeq).toBeLessThan(last.seq)
    expect(last.fact).toMatchObject({
      kind: 'mission',
      course: {
        mission: { id: mission.id },
        stage: 'closed',
        why: null,
        order: { origin: 'window', ticket: deal?.order, lots: 0.27 },
        fill: { deal: deal?.deal, parts: 1, lots: 0.27, slippagePoints: 0 },
        stop: mission.stop - 20,
        target: mission.target,
        closedLots: 0.27,
        trade,
      },
    })
    expect(reader.facts('closed')).toMatchObject([{ trade, course: { stage: 'closed' } }])
    expect(reader.facts('moved')).toMatchObject([
      { by: 'telegram', stop: mission.stop - 20, stopBefore: mission.stop, target: mission.target },
    ])
    expect(reader.facts('partial')).toMatchObject([
      { lots: 0.02, leftLots: 0.25, course: { closedLots: 0.02 } },
    ])
    expect(stagesOf(reader, 'mission')).toEqual([
      'pending', 'fired', 'fired', 'filled', 'filled', 'filled', 'closed', 'closed',
    ]) // prettier-ignore
  })

  test('of a part that is filled and of the rest that is, has one message of its fill, with the average', () => {
    const { orderRecorded, missionIssued, terminalLinked, dealDone } = ONE_OF_EACH
    const { mission } = missionIssued
    const order = { ...orderRecorded, lots: 0.3 } as EventOf<'orderRecorded'>
    const part = (deal: string, lots: string, points: number): EventOf<'dealDone'> => ({
      ...dealDone,
      deal: { ...dealDone.deal, deal, lots, price: textFromPoints(points, 5) } as typeof dealDone.deal,
    })
    const reader = new AlertReader()
    const story = [terminalLinked, missionIssued, order, part('31', '0.10', mission.entry + 3)]
    reader.store(story, 1_000)
    expect(reader.newest(`filled:${order.order}`)).toMatchObject({
      over: false,
      fact: { course: { fill: { parts: 1, lots: 0.1, slippagePoints: 3 } } },
    })
    expect(stagesOf(reader, 'mission').at(-1)).toBe('filled')
    reader.store([part('32', '0.20', mission.entry + 6)], 2_000)
    expect(reader.keys().filter(key => nameOf(key) === 'filled')).toHaveLength(1)
    expect(reader.newest(`filled:${order.order}`)).toMatchObject({
      over: true,
      fact: {
        course: { fill: { deal: '32', parts: 2, lots: 0.3, price: mission.entry + 5, slippagePoints: 5 } },
      },
    })
    // A broker that repeats itself says nothing new.
    expect(reader.store([part('32', '0.20', mission.entry + 6)], 3_000)).toEqual([])
  })

  test('of which only a part is filled has its fill’s last word when the terminal says that no more will be', () => {
    const { orderRecorded, missionIssued, orderAnswered, dealDone } = ONE_OF_EACH
    const order = { ...orderRecorded, lots: Lots.parse(0.3) }
    const key = `filled:${order.order}`
    const reader = new AlertReader()
    reader.store([missionIssued, order, dealDone, orderAnswered], 1_000)
    expect(reader.newest(key).over).toBe(false)
    const { seq } = reader.newest(key)
    reader.store([{ ...orderAnswered, lots: dealDone.deal.lots }], 2_000)
    expect(reader.newest(key)).toMatchObject({ over: true, seq })
  })

  test.each([
    ['buy', 4, 4],
    ['buy', -4, -4],
    ['sell', -4, 4],
    ['sell', 4, -4],
  ] as const)(
    'that is filled says its slippage: a %s %i points from its price costs %i',
    (side, away, cost) => {
      const { orderRecorded, missionIssued, dealDone } = ONE_OF_EACH
      const order = { ...orderRecorded, side }
      const price = textFromPoints(orderRecorded.price + away, 5)
      const reader = new AlertReader()
      reader.store([missionIssued, order, { ...dealDone, deal: { ...dealDone.deal, side, price } }], 1_000)
      expect(reader.facts('filled')).toMatchObject([{ course: { fill: { slippagePoints: cost } } }])
    },
  )

  test('that was declined has no message of its own end; one whose time ran out has', () => {
    const declined = new DeskHarness()
    const { id } = declined.mission()
    declined.engine.command({ kind: 'declineMission', id: declined.ids.next(declined.nowMs()), origin: 'window', mission: id, reason: 'News' }) // prettier-ignore
    const reader = told(declined)
    expect(reader.facts('expired')).toEqual([])
    expect(reader.newest(`mission:${id}`)).toMatchObject({ over: true, fact: { course: { stage: 'declined', why: 'News' } } }) // prettier-ignore

    const late = new DeskHarness()
    const { id: gone } = late.mission()
    late.play(90, () => 110_400)
    expect(told(late).newest(`expired:${gone}`)).toMatchObject({
      over: true,
      fact: { course: { stage: 'expired' } },
    })
    expect(told(late).newest(`mission:${gone}`)).toMatchObject({
      over: true,
      fact: { course: { stage: 'expired' } },
    })
  })

  test('says its shorter time when it is retimed', () => {
    const reader = new AlertReader()
    const { missionIssued, missionRetimed } = ONE_OF_EACH
    reader.store([missionIssued, missionRetimed], 1_000)
    expect(reader.newest(`mission:${missionIssued.mission.id}`).fact).toMatchObject({
      course: { stage: 'pending', expiresMs: missionRetimed.expiresMs },
    })
  })

  test('that is denied again and again is one message, until it is fired', () => {
    const reader = new AlertReader()
    const { missionIssued, fireDenied, orderRecorded } = ONE_OF_EACH
    const key = `denied:${fireDenied.mission}`
    const other = { ...fireDenied, denials: [{ code: 'NEWS_NEAR', text: 'News.', value: 3, limit: 15 }] } as typeof fireDenied // prettier-ignore
    reader.store([missionIssued, fireDenied, other], 1_000)
    expect(reader.editions.filter(alert => alert.key === key)).toHaveLength(2)
    expect(reader.newest(key)).toMatchObject({ over: false, fact: { denials: other.denials, course: { stage: 'pending' } } }) // prettier-ignore
    const { seq } = reader.newest(key)
    reader.store([orderRecorded], 2_000)
    expect(reader.newest(key)).toMatchObject({ over: true, seq })
  })
})

describe('an order', () => {
  test('that the broker rejected is trouble, and its mission says so', () => {
    const desk = new DeskHarness({ temper: { script: ['reject'] } })
    const { id } = desk.mission()
    desk.fire(id)
    const reader = told(desk.deliver())
    expect(reader.facts('trouble')).toMatchObject([{ what: 'notFilled', course: { stage: 'notFilled' } }])
    expect(reader.facts('trouble')[0]?.text).toMatch(
      /^The order sell 0\.27 EURUSD was not filled: the broker rejected it\./,
    )
    expect(reader.facts('fired')).toMatchObject([{ course: { stage: 'notFilled' } }])
    expect(reader.newest(`mission:${id}`)).toMatchObject({
      over: true,
      fact: { course: { stage: 'notFilled' } },
    })
    expect(reader.facts('filled')).toEqual([])
  })

  test('without an answer is trouble until it is known what became of it', () => {
    const desk = new DeskHarness()
    const { id } = desk.mission()
    desk.fire(id)
    desk.mute = true
    desk.deliver()
    desk.mute = false
    desk.wait(9_000)
    const unknown = told(desk)
    expect(stagesOf(unknown, 'mission').at(-1)).toBe('unknown')
    const [key = ''] = unknown.keys().filter(name => nameOf(name) === 'unknown')
    expect(unknown.newest(key)).toMatchObject({ over: false, fact: { what: 'orderUnknown' } })
    desk.crash().link().wait(20_000).deliver()
    const known = told(desk)
    expect(known.newest(key)).toMatchObject({ over: true, fact: { text: expect.stringMatching(/Now it is known: the broker has taken it/) as string } }) // prettier-ignore
    expect(known.facts('filled')).toHaveLength(1)
  })

  test('that was ended by hand is trouble, and its mission is settled', () => {
    const { missionIssued, orderRecorded, orderBecame, orderSettled } = ONE_OF_EACH
    const reader = new AlertReader()
    reader.store([missionIssued, orderRecorded, orderBecame, orderSettled], 1_000)
    expect(reader.facts('trouble').map(({ what }) => what)).toEqual(['orderUnknown', 'orderSettled'])
    expect(reader.newest(`mission:${missionIssued.mission.id}`)).toMatchObject({ over: true, fact: { course: { stage: 'settled' } } }) // prettier-ignore
    // Ended is ended.
    expect(reader.store([orderSettled], 2_000)).toEqual([])
  })

  test('that waits and is taken back by hand has no message of it; by a rule, and over its time, it has', () => {
    const byHand = new WaitingDesk().placed()
    byHand.takeBack()
    const taken = told(byHand.deliver())
    expect([taken.facts('expired'), taken.facts('trouble')]).toEqual([[], []])
    expect(stagesOf(taken, 'mission').at(-1)).toBe('notFilled')

    const byRule = new WaitingDesk().placed()
    byRule.ask({ kind: 'pause' })
    const withdrawn = told(byRule.deliver())
    expect(withdrawn.facts('expired')).toMatchObject([{ course: { stage: 'notFilled', why: expect.stringMatching(/./) as string } }]) // prettier-ignore

    const late = new WaitingDesk().placed()
    late.play(90, () => late.offered.entry - AWAY)
    const expired = told(late.deliver())
    expect(expired.facts('expired')).toMatchObject([{ course: { stage: 'notFilled' } }])
    expect(expired.facts('trouble')).toEqual([])
  })

  test('of which a part is filled after the rest was closed ends as two trades, and its mission as both together', () => {
    const { missionIssued, orderRecorded, dealDone, tradeClosed } = ONE_OF_EACH
    const { trade } = tradeClosed
    const deal = (ticket: string, entry: 'in' | 'out'): EventOf<'dealDone'> => ({
      ...dealDone,
      deal: { ...dealDone.deal, deal: ticket, entry } as typeof dealDone.deal,
    })
    const closed = (dealOut: string, netCents: number): EventOf<'tradeClosed'> =>
      ({ ...tradeClosed, trade: { ...trade, order: orderRecorded.order, dealOut, netCents, riskCents: 1_000, lots: 0.1, r: netCents / 1_000 } }) as never // prettier-ignore
    const reader = new AlertReader()
    const first = [deal('31', 'in'), deal('33', 'out'), closed('33', 1_500)]
    reader.store([missionIssued, orderRecorded, ...first], 1_000)
    const key = `mission:${missionIssued.mission.id}`
    expect(reader.newest(key)).toMatchObject({ over: true, fact: { course: { trade: { netCents: 1_500 } } } })
    reader.store([deal('32', 'in')], 2_000)
    expect(reader.newest(key)).toMatchObject({ fact: { course: { stage: 'filled' } } })
    reader.store([deal('34', 'out'), closed('34', -500), closed('34', -500)], 3_000)
    expect(reader.facts('closed').map(fact => fact.trade.netCents)).toEqual([1_500, -500])
    expect(reader.newest(key)).toMatchObject({
      over: true,
      fact: { course: { stage: 'closed', trade: { netCents: 1_000, riskCents: 2_000, lots: 0.2, r: 0.5 } } },
    })
  })

  test('whose mission is not known is told as closed all the same', () => {
    const { terminalLinked, tradeClosed } = ONE_OF_EACH
    const reader = new AlertReader()
    reader.store([terminalLinked, tradeClosed], 1_000)
    expect(reader.editions).toMatchObject([
      {
        over: true,
        at: { account: tradeClosed.trade.kind },
        fact: { kind: 'closed', course: null, trade: tradeClosed.trade },
      },
    ])
  })
})
