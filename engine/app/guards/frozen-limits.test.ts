import { describe, expect, test } from 'vitest'
import { DeskSettings } from '../../contracts/settings.ts'
import type { Cents, CommandAnswer, Ulid } from '../../contracts/index.ts'
import { heldLimits, limitsOf } from '../book/limits-desk.ts'
import { emptyDesk } from '../desk-state.ts'
import { fold } from '../fold.ts'
import { DESK, DeskHarness } from '../../testkit/desk-harness.ts'
import { aTradeClosed } from '../../testkit/events.ts'
import { ONE_OF_EACH } from '../../testkit/one-of-each.ts'

const DAY = 86_400_000
const TIGHT = { riskPct: 0.5, limits: { shotsADay: 3, dailyLossPct: 2, totalRiskPct: 4, maxLots: 0.2 } }

const apply = (desk: DeskHarness, over: object, judgeOnly = false): CommandAnswer =>
  desk.engine.command({ kind: 'setSettings', id: '0'.repeat(26) as Ulid, origin: 'window', settings: DeskSettings.parse(over), judgeOnly }) // prettier-ignore
const laterOf = (answer: CommandAnswer) => (answer.is === 'done' ? answer.later : answer)
const limits = (desk: DeskHarness) => {
  const terminal = desk.engine.desk.terminals.get(DESK)
  if (!terminal) throw new Error('no terminal is linked')
  const { riskPct, shotsADay, dailyLossPct, totalRiskPct, maxLots } = limitsOf(desk.engine.desk, terminal)
  return [riskPct, shotsADay, dailyLossPct, totalRiskPct, maxLots]
}
const equity = (desk: DeskHarness, cents: number) =>
  desk.tell({ type: 'account', body: { ...desk.broker.account(), equity: cents as Cents } })

/** A desk whose trader has set tight limits before anything happened today. */
function tight(): DeskHarness {
  const desk = new DeskHarness()
    .play(1, () => 110_000)
    .link()
    .play(1, () => 110_000)
  apply(desk, TIGHT)
  desk.engine.desk.record({ ...ONE_OF_EACH.orderRecorded, terminal: DESK, account: 'simulated' })
  return desk
}
function close(desk: DeskHarness, netCents: number, closeMs = desk.nowMs()): DeskHarness {
  const event = aTradeClosed({ netCents, closeMs })
  desk.engine.desk.record({ ...event, trade: { ...event.trade, order: ONE_OF_EACH.orderRecorded.order } })
  desk.engine.wake()
  return desk
}
const nextDay = (desk: DeskHarness) => desk.sleep(DAY).play(1, () => 110_000)

const HELD = [0.5, 3, 2, 4, 0.2]
const LOOSE = [1, 6, 3, 6, null]

describe('looser limits of the trader’s own', () => {
  test('hold at once in a day without a loss', () => {
    const desk = close(tight(), 500)
    expect(limits(desk)).toEqual(HELD)
    expect(laterOf(apply(desk, {}))).toBeUndefined()
    expect(limits(desk)).toEqual(LOOSE)
  })

  test('hold from the next trading day on once a trade was lost, and the answer says which and why', () => {
    const desk = close(tight(), -100)
    const later = 'Today a trade was lost or a guard was raised, so what is looser holds from the next trading day on: until then riskPct stays 0.5, limits.shotsADay stays 3, limits.dailyLossPct stays 2, limits.totalRiskPct stays 4, limits.maxLots stays 0.2 on Broker (desk).' // prettier-ignore
    expect(laterOf(apply(desk, {}, true))).toBe(later)
    expect(laterOf(apply(desk, {}))).toBe(later)
    expect(limits(desk)).toEqual(HELD)
    expect(desk.engine.desk.state.settings).toEqual(DeskSettings.parse({}))
    nextDay(desk)
    expect(limits(desk)).toEqual(LOOSE)
  })

  test('wait over a restart too, and when the file was changed while the desk was closed', () => {
    const desk = close(tight(), -100)
    // The harness starts with the settings of an empty file.
    desk.crash().link()
    expect(desk.engine.desk.state.settings).toEqual(DeskSettings.parse({}))
    expect(limits(desk)).toEqual(HELD)
    desk.play(1, () => 110_000)
    expect(limits(desk)).toEqual(HELD)
    expect(desk.sent.findLast(message => message.type === 'limits')?.body).toMatchObject({ maxRiskPct: 0.6, dailyLossPct: 2, maxLots: '0.2' }) // prettier-ignore
    nextDay(desk)
    expect(limits(desk)).toEqual(LOOSE)
  })

  test('wait after a loss that was made before the file was changed, and is told only after the start', () => {
    const desk = tight()
    const lostMs = desk.nowMs()
    desk.sleep(600_000).crash().link()
    close(desk, -100, lostMs)
    expect(limits(desk)).toEqual(HELD)
    nextDay(desk)
    expect(limits(desk)).toEqual(LOOSE)
  })

  test('hold after a loss that was made when they held already', () => {
    const desk = tight()
    apply(desk, {})
    expect(
      limits(
        close(
          desk.play(1, () => 110_000),
          -100,
        ),
      ),
    ).toEqual(LOOSE)
  })

  test('wait while a guard was raised, also when nothing was closed', () => {
    const desk = tight()
    equity(desk, 989_000)
    expect(desk.events('guardRaised').map(({ guard }) => guard)).toEqual(['MEDIC'])
    equity(desk, 1_000_000)
    apply(desk, {})
    expect(limits(desk)).toEqual(HELD)
    nextDay(desk)
    expect(limits(desk)).toEqual(LOOSE)
  })

  test('wait in each day in which a guard of an earlier one stands', () => {
    const desk = tight()
    for (let loss = 0; loss < 3; loss++) close(desk, -100)
    nextDay(desk)
    apply(desk, {})
    expect(limits(desk)).toEqual(HELD)
    nextDay(desk)
    expect(limits(desk)).toEqual(LOOSE)
  })

  test('of one account wait for no loss of another', () => {
    const desk = close(tight(), -100)
    apply(desk, {})
    desk.link({ loginHash: 'b'.repeat(32) })
    expect(limits(desk)).toEqual(LOOSE)
    desk.link()
    expect(limits(desk)).toEqual(HELD)
  })
})

describe('looser limits of a prop firm', () => {
  const DRAWDOWN = { by: 'static', pct: 2, startBalanceCents: 1_000_000 }
  const FIRM = { prop: { dailyLossPct: 2, newsMinutes: 60, flatByWeekend: true, maxDrawdown: DRAWDOWN } }
  const held = (desk: DeskHarness) => {
    const terminal = desk.engine.desk.terminals.get(DESK)
    return terminal && heldLimits(desk.engine.desk, terminal).prop
  }
  const TIGHTER = { dailyLossPct: 2, newsMinutes: 60, flatByWeekend: true, drawdowns: [DRAWDOWN] }
  const NONE = { dailyLossPct: null, newsMinutes: null, flatByWeekend: false, drawdowns: [] }
  const underFirm = () => {
    const desk = tight()
    apply(desk, FIRM)
    return desk
  }

  test('hold at once in a day without a loss', () => {
    const desk = close(underFirm(), 500)
    expect(laterOf(apply(desk, {}))).toBeUndefined()
    expect(held(desk)).toEqual(NONE)
  })

  test('hold from the next trading day on once a trade was lost, and the answer says which', () => {
    const desk = close(underFirm(), -100)
    expect(laterOf(apply(desk, {}))).toContain('prop.dailyLossPct stays 2, prop.newsMinutes stays 60, prop.flatByWeekend stays true, prop.maxDrawdown stays static 2 % from 10000.00 on Broker (desk).') // prettier-ignore
    expect(held(desk)).toEqual(TIGHTER)
    desk.crash().link()
    expect(held(desk)).toEqual(TIGHTER)
    nextDay(desk)
    expect(held(desk)).toEqual(NONE)
  })

  test('are what the terminal is told and the guards are judged by', () => {
    const desk = close(underFirm(), -100)
    desk
      .crash()
      .link()
      .play(1, () => 110_000)
    expect(desk.sent.findLast(message => message.type === 'limits')?.body).toMatchObject({ dailyLossPct: 2 })
    equity(desk, 979_000)
    expect(desk.events('guardRaised').map(({ guard }) => guard)).toEqual(['MEDIC', 'DAILY_STOP', 'DRAWDOWN_STOP']) // prettier-ignore
  })

  test('let a drawdown that was overrun stand for the day, whatever other limit is set', () => {
    for (const pct of [1, 30]) {
      const desk = underFirm()
      equity(desk, 979_000)
      apply(desk, { prop: { maxDrawdown: { ...DRAWDOWN, pct } } })
      equity(desk, 1_000_000)
      const ended = () => desk.events('guardEnded').filter(({ guard }) => guard === 'DRAWDOWN_STOP').length
      expect(ended()).toBe(0)
      nextDay(desk)
      expect(ended()).toBe(1)
    }
  })
})

describe('tighter limits', () => {
  test('hold at once after a loss, and cannot be taken back before the next trading day', () => {
    const desk = close(tight(), -100)
    expect(laterOf(apply(desk, { ...TIGHT, riskPct: 0.25 }))).toBeUndefined()
    expect(limits(desk)[0]).toBe(0.25)
    expect(laterOf(apply(desk, TIGHT))).toContain('until then riskPct stays 0.25 on')
    expect(limits(desk)[0]).toBe(0.25)
    nextDay(desk)
    expect(limits(desk)).toEqual(HELD)
  })
})

test('what is held back is a fold over the ledger', () => {
  const desk = close(tight(), -100)
  apply(desk, { riskPct: 0.25 })
  apply(desk, {})
  desk.engine.stop()
  const again = emptyDesk()
  for (const event of desk.all()) fold(again, event)
  expect(again.accounts).toEqual(desk.engine.desk.state.accounts)
})
