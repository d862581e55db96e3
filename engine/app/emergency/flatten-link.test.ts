import { describe, expect, test } from 'vitest'
import { DESK, DeskHarness } from '../../testkit/desk-harness.ts'

function held() {
  const desk = new DeskHarness()
  const mission = desk.mission()
  desk.fire(mission.id)
  desk.deliver()
  return desk
}

const ask = (desk: DeskHarness, kind: 'flattenAll' | 'resume' | 'pause') =>
  desk.engine.command({ kind, id: desk.ids.next(desk.nowMs()), origin: 'window' })
const flattens = (desk: DeskHarness) =>
  desk.sent.flatMap(message => (message.type === 'flatten' ? [message.body.id] : []))
const down = (desk: DeskHarness) => desk.lose().engine.terminalDown(DESK, 'unplugged')

describe('a flatten that meets a dead link', () => {
  test('waits for as long as the link is down, and is told again under its id', () => {
    const desk = held()
    ask(desk, 'flattenAll')
    down(desk)
    desk.wait(600_000)
    expect(desk.events('flattenEnded')).toEqual([])
    desk.link().wait(1_000)
    expect(flattens(desk)).toEqual([flattens(desk)[0], flattens(desk)[0]])
    expect(desk.broker.positions().positions).toEqual([])
    expect(desk.events('flattenEnded')).toMatchObject([
      { left: [], text: 'Flat: no position of BITTEN is open.' },
    ])
  })

  test('is told again by an app that was started anew', () => {
    const desk = held()
    ask(desk, 'flattenAll')
    down(desk)
    desk.crash().wait(60_000).link().wait(1_000)
    expect(desk.events('flattenRequested')).toHaveLength(1)
    expect(desk.events('flattenEnded')).toMatchObject([{ left: [] }])
  })

  test('is not told again after resume, not even in a later pause, and ends by saying so', () => {
    const desk = held()
    const ticket = desk.broker.positions().positions[0]?.position
    ask(desk, 'flattenAll')
    down(desk)
    ask(desk, 'resume')
    ask(desk, 'pause')
    desk.wait(1_000)
    expect(desk.events('flattenEnded')).toMatchObject([{ left: [ticket] }])
    expect(desk.events('flattenEnded')[0]?.text).toContain('New trades were resumed before')
    desk.link().wait(60_000)
    expect(flattens(desk)).toHaveLength(1)
    expect(desk.broker.positions().positions).toHaveLength(1)
  })

  test('has its whole patience anew when the clock of the computer is set back', () => {
    const desk = held()
    ask(desk, 'flattenAll')
    const sinceMs = desk.engine.desk.terminals.get(DESK)?.flattening
    for (const [command, ms] of sinceMs ?? []) sinceMs?.set(command, ms + 3_600_000)
    desk.lose().sleep(0).sleep(14_000)
    expect(desk.events('flattenEnded')).toEqual([])
    desk.sleep(2_000)
    expect(desk.events('flattenEnded')).toHaveLength(1)
  })
})

describe('a terminal that is not linked when everything is flattened', () => {
  test('and has an order of ours open gets it as soon as it is linked, as the answer says', () => {
    const desk = held()
    down(desk)
    expect(ask(desk, 'flattenAll')).toMatchObject({
      code: 'LINK_DOWN',
      text: expect.stringContaining('Broker (desk) will be flattened as soon as it is linked') as string,
    })
    desk.wait(60_000).link().wait(1_000)
    expect(desk.broker.positions().positions).toEqual([])
    expect(desk.events('flattenEnded')).toMatchObject([{ left: [] }])
  })

  test('and has nothing of ours open by the ledger is not told', () => {
    const desk = new DeskHarness().link()
    down(desk)
    ask(desk, 'flattenAll')
    desk.link().wait(1_000)
    expect(flattens(desk)).toEqual([])
  })

  test('is told nothing when it comes back on another account', () => {
    const desk = held()
    down(desk)
    ask(desk, 'flattenAll')
    desk.greet({ loginHash: 'b'.repeat(32), kind: 'demo' }).wait(60_000)
    expect(flattens(desk)).toEqual([])
    expect(desk.events('flattenEnded')[0]?.text).toContain('has changed to another account')
  })
})
