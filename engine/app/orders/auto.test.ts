import { describe, expect, test } from 'vitest'
import { memoryLedger } from '../../adapters/ledger/index.ts'
import { DeskSettings } from '../../contracts/settings.ts'
import type { EpochMs, Mission, Selector } from '../../contracts/index.ts'
import { DESK, DeskHarness } from '../../testkit/desk-harness.ts'

const select = (desk: DeskHarness, selector: Selector, judgeOnly = false) =>
  desk.engine.command({ kind: 'setSelector', id: desk.ids.next(desk.nowMs()), origin: 'window', selector, judgeOnly }) // prettier-ignore
const award = (desk: DeskHarness, xp: number, account: 'simulated' | 'live' = 'simulated') =>
  desk.engine.desk.record({ kind: 'xpAwarded', atMs: desk.nowMs(), account, order: null, reason: 'RESULT', xp }) // prettier-ignore
const sentFires = (desk: DeskHarness) => desk.sent.filter(({ type }) => type === 'fire')
const autoView = (desk: DeskHarness) => desk.feed.snapshot().fire.auto

/** A WARRIOR's desk with a calendar, and the drill that was issued there. */
function warrior(ledger = memoryLedger()) {
  const desk = new DeskHarness({ ledger })
  const drill = desk.mission()
  award(desk, 5_000)
  const [fromMs, toMs] = [0, desk.nowMs() + 7 * 86_400_000] as [EpochMs, EpochMs]
  desk.engine.calendars([{ available: true, fromMs, toMs, events: [] }])
  return { desk, drill }
}

/** What the drill would be if a calibrated model had issued it. */
function issue(desk: DeskHarness, drill: Mission, over: Partial<Mission> = {}): Mission {
  const mission: Mission = {
    ...drill,
    id: desk.ids.next(desk.nowMs()),
    drill: false,
    quality: 'GOLD',
    confidence: { p: 0.5, n: 400, calibrated: true, source: 'a test' },
    shield: drill.shield && { ...drill.shield, score: 8 },
    ...over,
  }
  desk.engine.desk.record({ kind: 'missionIssued', atMs: desk.nowMs(), trace: mission.id, mission })
  return mission
}

const deniedAuto = (desk: DeskHarness, { id }: Mission) =>
  desk
    .events('fireDenied')
    .filter(({ mission, origin }) => mission === id && origin === 'auto')
    .map(({ denials }) => denials.map(({ code }) => code))

describe('the selector', () => {
  test('is not on AUTO at a first start, and refuses it with the reason', () => {
    const desk = new DeskHarness()
    expect(desk.engine.desk.state.selector).toBe('SELECT')
    expect(autoView(desk).riskCents).toBeNull()
    expect(select(desk, 'AUTO')).toMatchObject({ is: 'refused', text: expect.stringMatching(/No terminal/) as string }) // prettier-ignore
    desk.mission()
    const refused = { is: 'refused', code: 'NO_AUTO', text: expect.stringContaining('NIBBLER') as string }
    expect(select(desk, 'AUTO')).toMatchObject(refused)
    expect(select(desk, 'AUTO', true)).toMatchObject(refused)
    expect(autoView(desk).why).toContain('NIBBLER')
    expect(autoView(desk)).toMatchObject({ riskPct: 1, riskCents: 10_000 })
    expect(select(desk, 'SAFE')).toMatchObject({ is: 'done' })
  })

  test('allows AUTO where rank and account allow it: a WARRIOR on demo accounts, not with real money', () => {
    const { desk } = warrior()
    expect(select(desk, 'AUTO', true)).toMatchObject({ is: 'done' })
    expect(desk.engine.desk.state.selector).toBe('SELECT')
    expect(select(desk, 'AUTO')).toMatchObject({ is: 'done' })
    const live = new DeskHarness({ hello: { kind: 'live' } }).link()
    award(live, 5_000, 'live')
    expect(select(live, 'AUTO')).toMatchObject({
      text: expect.stringContaining('this one is live') as string,
    })
  })

  test('stays on AUTO over a restart, and leaves it with another version of the app', () => {
    const ledger = memoryLedger()
    const { desk } = warrior(ledger)
    select(desk, 'AUTO')
    desk.crash()
    expect(desk.engine.desk.state.selector).toBe('AUTO')
    ledger.append(
      [{ kind: 'engineStarted', atMs: desk.nowMs(), version: 'the next', schema: 1 }],
      desk.nowMs(),
    )
    desk.crash()
    expect(desk.engine.desk.state.selector).toBe('SELECT')
    expect(desk.events('selectorSet').at(-1)).toMatchObject({ origin: 'update' })
  })
})

describe('AUTO and an account with real money', () => {
  const REAL = { kind: 'live', loginHash: 'c'.repeat(32) } as const

  test('that comes after it was switched on ends it: it is switched on again for that account, or not at all', () => {
    const { desk } = warrior()
    select(desk, 'AUTO')
    desk.link({ loginHash: 'd'.repeat(32) })
    expect(desk.engine.desk.state.selector).toBe('AUTO')
    desk.greet(REAL)
    expect(desk.engine.desk.state.selector).toBe('SELECT')
    expect(desk.events('selectorSet').at(-1)).toMatchObject({ origin: 'account' })
  })
})

describe('AUTO', () => {
  test('fires a mission that its rules allow, once, by the same gate and record', () => {
    const { desk, drill } = warrior()
    select(desk, 'AUTO')
    const mission = issue(desk, drill)
    desk.quote(drill.entry)
    expect(desk.events('orderRecorded')).toMatchObject([{ mission: mission.id, origin: 'auto' }])
    desk.deliver().wait(20_000).deliver()
    expect(sentFires(desk)).toHaveLength(1)
    expect(desk.broker.positions().positions).toHaveLength(1)
    expect(autoView(desk)).toMatchObject({ shotsToday: 1, why: null })
  })

  test('fires nothing while the selector is on SELECT or the desk is paused', () => {
    const { desk, drill } = warrior()
    issue(desk, drill)
    desk.wait(3_000)
    select(desk, 'AUTO')
    desk.engine.command({ kind: 'pause', id: desk.ids.next(desk.nowMs()), origin: 'window' })
    desk.wait(3_000).deliver()
    expect(sentFires(desk)).toEqual([])
    expect(autoView(desk).why).toBe('New trades are paused.')
  })

  test('records a denial once for a mission and its codes, also over a restart', () => {
    const { desk, drill } = warrior()
    select(desk, 'AUTO')
    desk.wait(5_000).deliver().wait(5_000)
    const [codes, ...more] = deniedAuto(desk, drill)
    expect(codes).toContain('AUTO_UNCALIBRATED')
    expect(more).toEqual([])
    desk.crash().link()
    desk.quote(drill.entry)
    desk.wait(3_000)
    const sets = deniedAuto(desk, drill).map(set => set.join(' '))
    expect(new Set(sets).size).toBe(sets.length)
  })

  test('judges a pending mission again, at most once a second, and fires it when nothing denies it any more', () => {
    const { desk, drill } = warrior()
    select(desk, 'AUTO')
    const mission = issue(desk, drill)
    desk.quote(drill.entry, 60)
    expect(deniedAuto(desk, mission)).toMatchObject([expect.arrayContaining(['SPREAD_TOO_WIDE'])])
    desk.quote(drill.entry)
    expect(sentFires(desk)).toEqual([])
    desk.wait(1_000)
    expect(sentFires(desk)).toHaveLength(1)
  })

  test('stops at its own limits, which the view tells', () => {
    const { desk, drill } = warrior()
    const settings = DeskSettings.parse({ auto: { slots: 1, shotsADay: 2, minQuality: 'PLATINUM' } })
    desk.engine.command({ kind: 'setSettings', id: desk.ids.next(desk.nowMs()), origin: 'window', settings })
    select(desk, 'AUTO')
    const mission = issue(desk, drill)
    desk.quote(drill.entry)
    expect(deniedAuto(desk, mission)).toEqual([['AUTO_QUALITY']])
    expect(autoView(desk)).toMatchObject({ slots: 1, shotsLimit: 2, minQuality: 'PLATINUM', shotsToday: 0 })
  })
})

test('a mission of another account is not fired by AUTO', () => {
  const { desk, drill } = warrior()
  select(desk, 'AUTO')
  issue(desk, drill)
  desk.link({ loginHash: 'b'.repeat(32) })
  desk.quote(drill.entry)
  desk.wait(3_000).deliver()
  expect(sentFires(desk)).toEqual([])
  expect(desk.engine.desk.terminals.get(DESK)?.armed).toBe(true)
})
