import { describe, expect, test } from 'vitest'
import type { Ulid } from '../../contracts/index.ts'
import { textFromPoints } from '../../domain/market/price.ts'
import { aHello, DESK, DeskHarness } from '../../testkit/desk-harness.ts'

type Levels = Readonly<{ stop: number; target?: number | null; id?: Ulid }>

/** A short of ours that was filled at 1.10394, its stop above it. */
function held(options: ConstructorParameters<typeof DeskHarness>[0] = {}) {
  const desk = new DeskHarness(options)
  const mission = desk.mission()
  desk.fire(mission.id)
  const [ours] = desk.deliver().broker.positions().positions
  if (!ours) throw new Error('not filled')
  const { position } = ours
  const move = ({ stop, target = mission.target, id = desk.ids.next(desk.nowMs()) }: Levels) =>
    desk.engine.command({
      kind: 'modifyPosition',
      id,
      origin: 'window',
      terminal: DESK,
      position,
      stop: textFromPoints(stop, 5),
      target: target === null ? null : textFromPoints(target, 5),
    })
  const stopAtBroker = () => desk.broker.positions().positions[0]?.stop
  return { desk, mission, position, move, stopAtBroker }
}

const sentModifies = (desk: DeskHarness) =>
  desk.sent.flatMap(message => (message.type === 'modify' ? [message.body] : []))
const stateOf = (desk: DeskHarness) => desk.engine.desk.state
const isArmed = (desk: DeskHarness) => desk.engine.desk.terminals.get(DESK)?.armed

describe('a stop that is moved nearer', () => {
  test('is recorded, sent, answered, and no surprise to the reconciler', () => {
    const { desk, mission, move, stopAtBroker } = held()
    expect(move({ stop: mission.stop - 30 })).toMatchObject({ is: 'done' })
    expect(desk.events('modifyRequested')).toMatchObject([{ stop: mission.stop - 30, trace: mission.id }])
    expect(desk.events('modifyAnswered')).toEqual([])
    desk.deliver()
    expect(stopAtBroker()).toBe(textFromPoints(mission.stop - 30, 5))
    expect(desk.events('modifyAnswered')).toMatchObject([{ is: 'accepted', trace: mission.id }])
    desk.wait(31_000).deliver()
    expect(desk.events('stopChanged')).toEqual([])
    expect(isArmed(desk)).toBe(true)
  })

  test('takes its share out of the risk that is open, and an equal one changes the target alone', () => {
    const { desk, mission, move } = held()
    const riskBefore = desk.feed.snapshot().fire.openRiskCents
    move({ stop: mission.stop - 30 })
    desk.deliver()
    expect(desk.feed.snapshot().fire.openRiskCents).toBeLessThan(riskBefore)
    expect(move({ stop: mission.stop - 30, target: null })).toMatchObject({ is: 'done' })
    desk.deliver()
    expect(desk.broker.positions().positions[0]).toMatchObject({ target: null })
  })

  test('is found at the broker before the verdict comes, and is still no surprise', () => {
    const { desk, mission, move } = held()
    move({ stop: mission.stop - 30 })
    desk.mute = true
    desk.deliver()
    desk.mute = false
    desk.tell({ type: 'positions', body: desk.broker.positions() })
    expect(desk.events('stopChanged')).toEqual([])
    desk.wait(9_000).deliver()
    expect(desk.events('modifyAnswered')).toMatchObject([{ is: 'accepted' }])
    expect(desk.events('stopChanged')).toEqual([])
  })
})

test('a position that lost its stop gets one again, and the desk is armed with it', () => {
  const { desk, mission, move } = held()
  const [ours] = desk.broker.positions().positions
  desk.tell({ type: 'positions', body: { positions: [{ ...ours, stop: '0.00000' } as never] } })
  expect(isArmed(desk)).toBe(false)
  expect(move({ stop: mission.stop - 5 })).toMatchObject({ is: 'done' })
  desk.deliver().wait(6_000).deliver()
  expect(isArmed(desk)).toBe(true)
})

describe('a stop is refused with its figures', () => {
  test('when it is further away, by a point', () => {
    const { desk, mission, move } = held()
    const before = desk.sent.length
    expect(move({ stop: mission.stop + 1 })).toMatchObject({ is: 'refused', code: 'STOP_WIDER' })
    expect(desk.sent).toHaveLength(before)
    expect(desk.events('modifyRequested')).toEqual([])
  })

  test('when it is further away than one that is on its way', () => {
    const { mission, move } = held()
    move({ stop: mission.stop - 30 })
    expect(move({ stop: mission.stop - 20 })).toMatchObject({ is: 'refused', code: 'STOP_WIDER' })
    expect(move({ stop: mission.stop - 40 })).toMatchObject({ is: 'done' })
  })

  test('when it is on the wrong side of the price, or has more digits than the symbol', () => {
    const { desk, mission, position, move } = held()
    expect(move({ stop: 110_300 })).toMatchObject({ is: 'refused', code: 'STOP_MISPLACED' })
    expect(move({ stop: mission.stop - 30, target: 110_500 })).toMatchObject({ code: 'TARGET_MISPLACED' })
    const id = desk.ids.next(desk.nowMs())
    const head = { kind: 'modifyPosition', id, origin: 'window', terminal: DESK, position } as const
    expect(desk.engine.command({ ...head, stop: '1.103999', target: null })).toMatchObject({
      code: 'NOT_A_PRICE',
    })
  })

  test('when the position is a stranger’s, gone, or its terminal cannot be asked', () => {
    const { desk, mission, move } = held()
    const [ours] = desk.broker.positions().positions
    const stranger = { ...ours, id: null, magic: 5, position: '777' }
    desk.tell({ type: 'positions', body: { positions: [stranger as never] } })
    const head = { kind: 'modifyPosition', origin: 'window', terminal: DESK, target: null } as const
    const of = (position: string) =>
      desk.engine.command({ ...head, id: desk.ids.next(desk.nowMs()), stop: '1.10500', position: position as never }) // prettier-ignore
    expect(of('777')).toMatchObject({ code: 'NOT_OURS' })
    expect(of('778')).toMatchObject({ code: 'POSITION_GONE' })
    desk.engine.terminalDown(DESK, 'unplugged')
    expect(move({ stop: mission.stop - 30 })).toMatchObject({ code: 'LINK_DOWN' })
    desk.engine.terminalUp(DESK, 'by files', aHello(), 'files')
    desk.tell({ type: 'positions', body: desk.broker.positions() })
    expect(move({ stop: mission.stop - 30 })).toMatchObject({ code: 'NOT_ON_THIS_ROAD' })
  })
})

describe('a change whose answer is lost', () => {
  test('is asked about by itself, and buried when it never arrived', () => {
    const { desk, mission, move, stopAtBroker } = held()
    move({ stop: mission.stop - 30 })
    desk.lose().wait(9_000).deliver()
    expect(desk.events('modifyAnswered')).toMatchObject([{ is: 'buried' }])
    expect(desk.feed.snapshot().notices[0]?.text).toMatch(/buried/)
    expect(stopAtBroker()).toBe(textFromPoints(mission.stop, 5))
    expect(isArmed(desk)).toBe(true)
    expect(move({ stop: mission.stop - 20 })).toMatchObject({ is: 'done' })
  })

  test('is asked about after a crash, and the memory of it is that of before', () => {
    const { desk, mission, move } = held()
    move({ stop: mission.stop - 30 })
    desk.mute = true
    desk.deliver()
    desk.mute = false
    desk.crash()
    expect(stateOf(desk).moves.size).toBe(1)
    desk.link()
    expect(desk.events('modifyAnswered')).toMatchObject([{ is: 'accepted' }])
    expect(desk.events('stopChanged')).toEqual([])
    expect(isArmed(desk)).toBe(true)
  })

  test('keeps its id when it is asked for again, and is recorded once', () => {
    const { desk, mission, move } = held()
    const id = desk.ids.next(desk.nowMs())
    move({ stop: mission.stop - 30, id })
    desk.lose()
    expect(move({ stop: mission.stop - 30, id })).toMatchObject({ is: 'done' })
    expect(sentModifies(desk).map(body => body.id)).toEqual([id, id])
    expect(desk.deliver().events('modifyRequested')).toHaveLength(1)
    expect(move({ stop: mission.stop - 30, id })).toEqual({ is: 'done', text: 'Done already.' })
    expect(sentModifies(desk)).toHaveLength(2)
  })
})
