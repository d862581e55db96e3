import { beforeEach, describe, expect, test } from 'vitest'
import { Command, type CommandAnswer } from '../../contracts/index.ts'
import type { TestFires } from '../../contracts/test-fire.ts'
import { DESK, DeskHarness, MINUTE } from '../../testkit/desk-harness.ts'
import { deskLinks } from '../terminals/link-report.ts'

/** A market in its second day, without a mission, and with every price known. */
function calmDesk(options: ConstructorParameters<typeof DeskHarness>[0] = {}): DeskHarness {
  const desk = new DeskHarness({ drills: false, ...options })
  desk.play(1, () => 110_000).link()
  return desk.play(26 * 60, minute => 110_000 + 40 * Math.sin(minute / 7) + 25 * Math.sin(minute / 3.1))
}

const fire = (desk: DeskHarness): CommandAnswer =>
  desk.engine.command({
    kind: 'testFire',
    id: desk.ids.next(desk.nowMs()),
    origin: 'window',
    terminal: DESK,
  })
const shown = (desk: DeskHarness): TestFires => {
  const [terminal] = deskLinks(desk.engine.desk).terminals
  if (!terminal) throw new Error('no terminal is linked')
  return terminal.testFires
}
const tellPositions = (desk: DeskHarness) => desk.tell({ type: 'positions', body: desk.broker.positions() })
const wake = (desk: DeskHarness) => {
  desk.engine.wake()
  return desk.deliver()
}

describe('a test fire', () => {
  let desk: DeskHarness
  beforeEach(() => {
    desk = calmDesk()
  })

  test('is one order of the smallest size with its stop, and is closed once when it is filled and shown', () => {
    expect(shown(desk).offer).toMatchObject({ is: 'ready', pair: 'EURUSD', lots: 0.01, currency: 'USD' })
    expect(fire(desk)).toMatchObject({ is: 'done' })
    const [mission] = desk.events('missionIssued')
    expect(mission?.mission).toMatchObject({ test: true, quality: 'DRILL', confidence: { n: 0, calibrated: false } }) // prettier-ignore
    expect(desk.events('orderRecorded')).toMatchObject([{ lots: 0.01, side: 'buy', mission: mission?.mission.id }]) // prettier-ignore
    expect(desk.sent.at(-1)).toMatchObject({ type: 'fire', body: { lots: '0.01', plan: { timeStopMs: MINUTE } } }) // prettier-ignore
    desk.deliver()
    expect(desk.events('closeRequested')).toEqual([])
    wake(desk)
    expect(desk.events('closeRequested')).toMatchObject([{ origin: 'testFire' }])
    wake(tellPositions(desk))
    expect(desk.events('closeRequested')).toHaveLength(1)
    expect(desk.events('tradeClosed')).toMatchObject([{ trade: { lots: 0.01, reason: 'command' } }])
    expect(desk.broker.positions().positions).toEqual([])
  })

  test('tells each step with its time, the stop that was seen, and what it cost', () => {
    fire(desk)
    wake(tellPositions(desk.deliver()))
    wake(tellPositions(desk))
    const { last, stopSeen } = shown(desk)
    expect(last).toMatchObject({
      state: 'closed',
      answered: { is: 'accepted' },
      filled: { slippagePoints: 0 },
      closeAnswered: { is: 'accepted' },
      why: null,
    })
    expect(last?.recordedMs).toBeGreaterThan(0)
    expect(last?.closed?.netCents).toBeLessThan(0)
    expect(stopSeen?.is).toBe('there')
  })

  test('is closed once after a crash between fill and close, by what the ledger says', () => {
    fire(desk)
    desk.deliver()
    const [order] = desk.events('orderRecorded')
    desk.crash().link()
    wake(desk)
    wake(tellPositions(desk))
    expect(desk.events('closeRequested')).toMatchObject([{ trace: order?.mission, origin: 'testFire' }])
    expect(desk.events('tradeClosed')).toHaveLength(1)
    expect(shown(desk).last).toMatchObject({ order: order?.order, state: 'closed' })
  })

  test('whose close is refused is asked for again, and stands as open until it is closed', () => {
    fire(desk)
    tellPositions(desk.deliver())
    desk.engine.wake()
    const { command: id = '' } = desk.events('closeRequested')[0] ?? {}
    desk.lose()
    const answer = { id, is: 'rejected', retcode: 10_018, price: null, lots: null, text: 'Market closed' }
    desk.tell({ type: 'verdict', body: { ...answer, order: null, deal: null, position: null } as never })
    desk.engine.wake()
    expect(desk.events('closeRequested')).toHaveLength(1)
    expect(shown(desk).last).toMatchObject({ state: 'filled', closed: null, closeAnswered: { is: 'rejected' } }) // prettier-ignore
    expect(shown(desk).offer).toMatchObject({ is: 'denied', reasons: [expect.stringContaining('under way')] })
    desk.sleep(15_000)
    expect(desk.events('closeRequested')).toHaveLength(2)
  })

  test('says nothing of another account that its terminal is on later, and keeps no test back there', () => {
    fire(desk)
    tellPositions(desk.deliver())
    desk.crash().link({ loginHash: 'b'.repeat(32) })
    expect(shown(desk)).toMatchObject({ last: null, stopSeen: null })
    expect(JSON.stringify(shown(desk).offer)).not.toContain('under way')
  })

  test('cannot be fired, placed or taken by AUTO, and no mission of it is shown', () => {
    fire(desk)
    const { id } = desk.events('missionIssued')[0]?.mission ?? { id: '' as never }
    expect(desk.pending()).toEqual([])
    expect(desk.feed.snapshot().missions).toEqual([])
    expect(desk.fire(id)).toMatchObject({ is: 'denied' })
    expect(desk.events('orderRecorded')).toHaveLength(1)
  })

  test('counts as money and as a shot, and neither adds to a row of losses nor ends it', () => {
    const book = () => [...desk.engine.desk.state.accounts.values()][0]
    fire(desk)
    wake(tellPositions(desk.deliver()))
    expect(book()?.results).toMatchObject([{ netCents: desk.events('tradeClosed')[0]?.trade.netCents }])
    expect(book()?.fired).toHaveLength(1)
    expect(book()).toMatchObject({ lossesInARow: 0, lastLossMs: null })
    expect(desk.engine.desk.state.trades).toEqual([])
    expect(desk.events('xpAwarded')).toEqual([])
  })

  test.each([
    ['the selector on SAFE', { kind: 'setSelector', selector: 'SAFE' } as const, 'SELECTOR_SAFE'],
    ['a pause', { kind: 'pause' } as const, 'PAUSED'],
  ])('is denied by %s, leaves nothing in the ledger, and the page says why', (_, command, code) => {
    desk.engine.command({ ...command, id: desk.ids.next(desk.nowMs()), origin: 'window' })
    const before = desk.all().length
    const answer = fire(desk)
    expect(answer).toMatchObject({ is: 'denied' })
    expect(answer.is === 'denied' && answer.denials.map(denial => denial.code)).toContain(code)
    expect(desk.all()).toHaveLength(before)
    expect(shown(desk).offer.is).toBe('denied')
  })

  test('does not stand in the way of the next mission, and no ghost follows it', () => {
    fire(desk)
    const { issued, ghosts, candidates } = desk.engine.desk.state
    expect([...issued.values()].flat()).toEqual([])
    expect([...ghosts.values()].filter(({ setup }) => setup === 'TEST-FIRE')).toEqual([])
    expect([...candidates.values()].flat().filter(({ setup }) => setup === 'TEST-FIRE')).toEqual([])
  })
})

test('real money is never offered a test fire, and a wish for one leaves nothing in the ledger', () => {
  const desk = calmDesk({ hello: { kind: 'live' } })
  const before = desk.all().length
  expect(shown(desk).offer.is).toBe('never')
  expect(fire(desk)).toMatchObject({ is: 'refused', code: 'TEST_ACCOUNT' })
  expect(desk.all()).toHaveLength(before)
})

test('a chat, the tray and AUTO have no word for a test fire', () => {
  const wish = { kind: 'testFire', id: '0'.repeat(26), terminal: DESK }
  const isRead = (origin: string) => Command.safeParse({ ...wish, origin }).success
  expect(['window', 'cli'].map(isRead)).toEqual([true, true])
  expect(['telegram', 'tray', 'auto', 'replay'].map(isRead)).toEqual([false, false, false, false])
})
