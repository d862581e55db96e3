import { describe, expect, test } from 'vitest'
import { TerminalId, type Ulid } from '../../contracts/index.ts'
import type { TerminalFact } from '../../ports/index.ts'
import { aHello, DESK, DeskHarness } from '../../testkit/desk-harness.ts'
import { ask, held, sentOf } from '../../testkit/emergency.ts'

const flattens = (desk: DeskHarness) => sentOf(desk, 'flatten').map(({ id }) => id)
const down = (desk: DeskHarness) => desk.lose().engine.terminalDown(DESK, 'unplugged')

describe('a flatten that meets a dead link', () => {
  test('waits for as long as the link is down, and is told again under its id', () => {
    const { desk } = held()
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
    const { desk } = held()
    ask(desk, 'flattenAll')
    down(desk)
    desk.crash().wait(60_000).link().wait(1_000)
    expect(desk.events('flattenRequested')).toHaveLength(1)
    expect(desk.events('flattenEnded')).toMatchObject([{ left: [] }])
  })

  test('is not told again after resume, not even in a later pause, and ends by saying so', () => {
    const { desk } = held()
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
    const { desk } = held()
    ask(desk, 'flattenAll')
    const sinceMs = desk.engine.desk.terminals.get(DESK)?.flattening
    for (const [command, ms] of sinceMs ?? []) sinceMs?.set(command, ms + 3_600_000)
    desk.lose().sleep(0).sleep(14_000)
    expect(desk.events('flattenEnded')).toEqual([])
    desk.sleep(2_000)
    expect(desk.events('flattenEnded')).toHaveLength(1)
  })
})

describe('a flatten over a link that died and looks alive', () => {
  test('is asked again until the terminal is back, and says each time that nobody has answered', () => {
    const { desk } = held()
    const ticket = desk.broker.positions().positions[0]?.position
    ask(desk, 'flattenAll')
    desk.lose().wait(16_000).lose().wait(70_000).lose()
    expect(desk.events('flattenEnded').map(({ left }) => left)).toEqual([[ticket], [ticket]])
    expect(desk.feed.snapshot().notices[0]).toMatchObject({ level: 'error', text: expect.stringContaining('The terminal has not answered. It is asked again until it does') as string }) // prettier-ignore
    down(desk)
    desk.wait(600_000).link().wait(1_000)
    expect(desk.broker.positions().positions).toEqual([])
    expect(desk.events('flattenEnded').at(-1)).toMatchObject({ left: [], text: 'Flat: no position of BITTEN is open.' }) // prettier-ignore
    expect(desk.engine.desk.state.flattens.size).toBe(0)
  })

  test('is asked no more once new trades were resumed', () => {
    const { desk } = held()
    ask(desk, 'flattenAll')
    desk.lose().wait(16_000).lose()
    ask(desk, 'resume')
    desk.wait(600_000)
    expect(flattens(desk)).toHaveLength(2)
    expect(desk.events('flattenEnded').at(-1)?.text).toContain('Close them in MetaTrader itself.')
  })
})

describe('an Expert Advisor that was moved to another chart', () => {
  const moved = () => {
    const { desk } = held()
    down(desk)
    const other = TerminalId.parse('other')
    desk.engine.terminalUp(other, 's2', aHello({ uuid: other }))
    const tell = (fact: TerminalFact) => desk.engine.fact(other, fact)
    tell({ type: 'account', body: desk.broker.account() })
    return { desk, tell }
  }

  test('is flat only when the deals of what the one before had opened are there', () => {
    const { desk, tell } = moved()
    tell({ type: 'positions', body: { positions: [] } })
    ask(desk, 'flattenAll')
    const [id] = flattens(desk)
    tell({ type: 'verdict', body: { id, is: 'accepted', retcode: 10_009, order: null, deal: null, position: null, price: null, lots: null, text: '' } as never }) // prettier-ignore
    desk.wait(5_000)
    expect(desk.events('flattenEnded')).toEqual([])
    for (const { body } of desk.broker.flatten({ id: id as Ulid, magic: 777_001 }, desk.nowMs()).filter(({ type }) => type === 'deal')) tell({ type: 'deal', body } as TerminalFact) // prettier-ignore
    desk.wait(1_000)
    expect(desk.events('flattenEnded')).toMatchObject([
      { left: [], text: 'Flat: no position of BITTEN is open.' },
    ])
  })

  test('closes for the one that is gone: that one is neither told later nor named', () => {
    const { desk } = moved()
    expect(ask(desk, 'flattenAll')).toEqual({ is: 'done', text: 'Flatten sent to Broker (other); waiting for the deals. New trades are paused.' }) // prettier-ignore
    expect(desk.events('flattenRequested').map(({ terminal }) => terminal)).toEqual(['other'])
  })
})

describe('a terminal that is not linked when everything is flattened', () => {
  test('and has an order of ours open gets it as soon as it is linked, as the answer says', () => {
    const { desk } = held()
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
    const { desk } = held()
    down(desk)
    ask(desk, 'flattenAll')
    desk.greet({ loginHash: 'b'.repeat(32), kind: 'demo' }).wait(60_000)
    expect(flattens(desk)).toEqual([])
    expect(desk.events('flattenEnded')[0]?.text).toContain('has changed to another account')
  })
})
