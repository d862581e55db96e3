import { describe, expect, test } from 'vitest'
import { memoryLedger } from '../adapters/ledger/index.ts'
import type { EventKind } from '../contracts/index.ts'
import { StoreFault, type Ledger } from '../ports/index.ts'
import { DeskHarness } from '../testkit/desk-harness.ts'

const orderOf = (desk: DeskHarness) => [...desk.engine.desk.state.orders.values()].at(-1)
const kindsOf = (desk: DeskHarness, from: EventKind) => {
  const kinds = desk.all().map(event => event.kind)
  return kinds.slice(kinds.indexOf(from))
}

describe('from a tick to a closed trade', () => {
  test('a stretched close becomes a drill, is fired, filled with a ticket and its stop, closed at the target, and pays XP', () => {
    const desk = new DeskHarness()
    const mission = desk.mission()
    expect(mission).toMatchObject({
      side: 'sell',
      drill: true,
      quality: 'DRILL',
      setup: 'BIGBAR-FADE',
      kind: 'simulated',
    })
    expect(mission.expectedR).toBeLessThan(0)

    expect(desk.fire(mission.id)).toMatchObject({ is: 'done' })
    desk.deliver()
    expect(orderOf(desk)?.state).toBe('filled')
    expect(desk.broker.positions().positions[0]).toMatchObject({
      stop: expect.any(String) as string,
      id: orderOf(desk)?.recorded.order,
    })

    desk.play(5, minute => 110_400 - minute * 200)
    const isOfTheTrade = (kind: EventKind) => kind !== 'missionRefused' && kind !== 'ghostEnded'
    expect(kindsOf(desk, 'orderRecorded').filter(isOfTheTrade)).toEqual([
      'orderRecorded', 'orderSent', 'orderAnswered', 'dealDone', 'dealDone', 'tradeClosed', 'excursionMeasured', 'xpAwarded', 'xpAwarded', 'xpAwarded', 'equityMarked',
    ]) // prettier-ignore
    const [trade] = desk.events('tradeClosed').map(event => event.trade)
    expect(trade).toMatchObject({
      reason: 'target',
      dealIn: expect.stringMatching(/^\d+$/) as string,
      dealOut: expect.stringMatching(/^\d+$/) as string,
    })
    expect(trade?.r).toBeGreaterThan(1.5)
    expect(desk.events('xpAwarded').map(event => event.xp)).toEqual([4, 2, 10])
    expect(
      new Set(
        desk
          .all()
          .filter(({ kind }) => isOfTheTrade(kind))
          .slice(-8, -1)
          .map(event => event.trace),
      ),
    ).toEqual(new Set([mission.id]))
  })

  test('money at risk before the shot is the money lost at the stop', () => {
    const desk = new DeskHarness()
    const mission = desk.mission()
    desk.fire(mission.id)
    desk.deliver().play(6, minute => Math.min(mission.stop - 6, 110_400 + minute * 100))
    const [trade] = desk.events('tradeClosed').map(event => event.trade)
    expect(trade).toMatchObject({ reason: 'stop' })
    expect(Math.abs((trade?.netCents ?? 0) + (trade?.riskCents ?? 0))).toBeLessThanOrEqual(1)
    expect(trade?.r).toBeCloseTo(-1, 3)
  })

  test('outside training the same close is refused, with every reason and its figures', () => {
    for (const options of [{ drills: false }, { hello: { kind: 'demo' as const } }]) {
      const desk = new DeskHarness(options)
      expect(() => desk.mission()).toThrow(/no mission/)
      const refused = desk.events('missionRefused').at(-1)
      expect(refused?.refusals.map(reason => reason.code)).toEqual([
        'VALUE_BELOW_GATE',
        'CALENDAR_MISSING',
        'STOP_OF_COST',
      ])
      expect(refused?.refusals[0]).toMatchObject({ limit: 0.05, value: refused?.mission.expectedR })
    }
  })

  test('a mission ends when its time is over, and when the price has closed half the stop against it', () => {
    const late = new DeskHarness()
    const mission = late.mission()
    late.play(26, () => mission.entry)
    expect(late.events('missionExpired').at(-1)).toMatchObject({
      mission: mission.id,
      reason: 'Its time ran out.',
    })
    const against = new DeskHarness()
    const sold = against.mission()
    against.play(11, () => sold.entry + sold.stopPoints * 0.6)
    expect(against.events('missionExpired').at(-1)?.reason).toMatch(/half the stop/)
    expect(against.fire(sold.id)).toMatchObject({ is: 'denied' })
  })

  test('a denied shot is recorded with its reasons and sends nothing', () => {
    const desk = new DeskHarness()
    const mission = desk.mission()
    desk.engine.command({ kind: 'setSelector', id: mission.id, origin: 'window', selector: 'SAFE' })
    const before = desk.sent.length
    expect(desk.fire(mission.id)).toMatchObject({ is: 'denied', denials: [{ code: 'SELECTOR_SAFE' }] })
    expect(desk.sent).toHaveLength(before)
    expect(desk.events('fireDenied')[0]?.denials.map(denial => denial.code)).toEqual(['SELECTOR_SAFE'])
  })

  test('the same mission fires once', () => {
    const desk = new DeskHarness()
    const mission = desk.mission()
    desk.fire(mission.id)
    expect(desk.fire(mission.id)).toMatchObject({ is: 'denied' })
    expect(desk.deliver().broker.positions().positions).toHaveLength(1)
  })
})

describe('record, then send', () => {
  test('the whole intent is stored before a byte of it leaves', () => {
    const desk = new DeskHarness()
    const mission = desk.mission()
    desk.fire(mission.id)
    expect(desk.events('orderRecorded')).toHaveLength(1)
    expect(desk.sent.at(-1)).toMatchObject({
      type: 'fire',
      body: { id: desk.events('orderRecorded')[0]?.order },
    })
  })

  test('when the ledger cannot store, nothing is sent and nothing is told', () => {
    const real = memoryLedger()
    let full = false
    const ledger: Ledger = {
      ...real,
      append: (events, wallMs) => {
        if (full) throw new StoreFault('DISK_FULL', 'The disk is full.')
        return real.append(events, wallMs)
      },
    }
    const desk = new DeskHarness({ ledger })
    const mission = desk.mission()
    const before = desk.sent.length
    full = true
    expect(() => desk.fire(mission.id)).toThrow('The disk is full.')
    expect(desk.sent).toHaveLength(before)
    expect(desk.events('orderRecorded')).toHaveLength(0)
  })
})
