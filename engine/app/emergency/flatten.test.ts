import { describe, expect, test } from 'vitest'
import type { TerminalId, Ulid } from '../../contracts/index.ts'
import { aHello, DESK, DeskHarness } from '../../testkit/desk-harness.ts'
import { ask, held, sentOf, textOf } from '../../testkit/emergency.ts'

const answerFlatten = (desk: DeskHarness, is: 'accepted' | 'rejected') => {
  const id = sentOf(desk, 'flatten').at(-1)?.id as Ulid
  desk.tell({ type: 'verdict', body: { id, is, retcode: 10_009, order: null, deal: null, position: null, price: null, lots: null, text: '' } }) // prettier-ignore
}

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
