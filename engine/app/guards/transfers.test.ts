import { describe, expect, test } from 'vitest'
import { DeskSettings } from '../../contracts/settings.ts'
import type { Cents, Ulid } from '../../contracts/index.ts'
import type { Account } from '../../contracts/wire/index.ts'
import { DESK, DeskHarness } from '../../testkit/desk-harness.ts'
import { guardsOf } from './guards-of.ts'

const DAY = 86_400_000
const terminalOf = (desk: DeskHarness) => {
  const terminal = desk.engine.desk.terminals.get(DESK)
  if (!terminal) throw new Error('no terminal is linked')
  return terminal
}
const guards = (desk: DeskHarness) => guardsOf(desk.engine.desk, terminalOf(desk))
const standingOn = (desk: DeskHarness) => guards(desk).map(({ guard, code }) => code ?? guard)
const textOf = (desk: DeskHarness, wanted: string) => guards(desk).find(({ guard }) => guard === wanted)?.text
const apply = (desk: DeskHarness, prop: object) =>
  desk.engine.command({ kind: 'setSettings', id: '0'.repeat(26) as Ulid, origin: 'window', settings: DeskSettings.parse({ prop }) }) // prettier-ignore

/** The terminal tells its account; `transfers` undefined: it does not say what was paid in. */
function tell(desk: DeskHarness, equity: number, transfers?: number, balance = equity): DeskHarness {
  const { transfers: _, ...account } = desk.broker.account()
  const body = {
    ...account,
    balance,
    equity,
    ...(transfers !== undefined && { transfers: transfers as Cents }),
  }
  return desk.tell({ type: 'account', body: body as Account })
}
/** A session whose terminal does not say what was paid in, and has not told its positions. */
const linkSilent = (desk: DeskHarness, equity: number): DeskHarness =>
  tell(desk.greet().tell({ type: 'specs', body: desk.broker.specs() }), equity).lose()
/** A desk whose day began with 10,000, all of it paid in. */
function begun(transfers?: number): DeskHarness {
  const desk = new DeskHarness().play(1, () => 110_000)
  if (transfers === undefined) linkSilent(desk, 1_000_000)
  else tell(desk.link(), 1_000_000, transfers)
  return desk.play(1, () => 110_000)
}
const nextDay = (desk: DeskHarness) => desk.sleep(DAY).play(1, () => 110_000)

describe('a deposit', () => {
  test('hides no loss of the day, and the sentence says what was left out', () => {
    const desk = begun(1_000_000)
    tell(desk, 1_484_000, 1_500_000)
    expect(standingOn(desk)).toEqual(['MEDIC'])
    tell(desk, 1_469_000, 1_500_000)
    expect(standingOn(desk)).toEqual(['MEDIC', 'DAILY_EQUITY'])
    expect(textOf(desk, 'DAILY_STOP')).toBe(
      "Equity is 310.00 below the day's begin, the 5000.00 paid in since left out; the daily stop, open trades included, is 300.00.",
    )
  })

  test('is no highest equity, and no cushion for a drawdown', () => {
    const desk = begun(1_000_000)
    apply(desk, { maxDrawdown: { by: 'trailing', pct: 5, startBalanceCents: 1_000_000 } })
    tell(desk, 1_500_000, 1_500_000)
    expect(desk.events('equityMarked').filter(({ why }) => why === 'peak')).toEqual([])
    tell(desk, 1_460_000, 1_500_000)
    expect(standingOn(desk)).not.toContain('PROP_DRAWDOWN')
    tell(desk, 1_450_000, 1_500_000)
    expect(standingOn(desk)).toContain('PROP_DRAWDOWN')
    expect(textOf(desk, 'DRAWDOWN_STOP')).toContain('Equity is 9500.00, the 5000.00 paid in since left out')
  })

  test('of yesterday is part of what today begins with', () => {
    const desk = begun(1_000_000)
    tell(desk, 1_500_000, 1_500_000)
    nextDay(desk)
    tell(desk, 1_500_000, 1_500_000)
    tell(desk, 1_470_000, 1_500_000)
    expect(standingOn(desk)).toEqual(['MEDIC'])
    expect(desk.events('equityMarked').findLast(({ why }) => why === 'day')).toMatchObject({ transfersCents: 1_500_000 }) // prettier-ignore
  })

  test('is still left out after a restart', () => {
    const desk = begun(1_000_000)
    tell(desk, 1_500_000, 1_500_000)
    desk.crash()
    tell(desk.link(), 1_469_000, 1_500_000).play(1, () => 110_000)
    expect(standingOn(desk)).toContain('DAILY_EQUITY')
  })
})

describe('a withdrawal', () => {
  test('is no loss: neither the day nor a trailing drawdown ends by it, over a restart too', () => {
    const desk = begun(700_000)
    apply(desk, { dailyLossPct: 2, maxDrawdown: { by: 'trailing', pct: 5, startBalanceCents: 700_000 } })
    tell(desk, 800_000, 500_000)
    desk.crash()
    apply(desk, { dailyLossPct: 2, maxDrawdown: { by: 'trailing', pct: 5, startBalanceCents: 700_000 } })
    tell(desk.link(), 800_000, 500_000).play(1, () => 110_000)
    expect(standingOn(desk)).toEqual([])
    tell(desk, 779_000, 500_000)
    expect(standingOn(desk)).toEqual(['MEDIC', 'PROP_DAILY_LOSS'])
  })

  test('is no loss either while the terminal cannot tell it, over a new link too', () => {
    const desk = begun(1_000_000)
    tell(desk, 500_000, 500_000)
    tell(desk, 500_000)
    expect(guards(desk)).toEqual([])
    linkSilent(desk, 500_000).play(1, () => 110_000)
    expect(desk.events('guardRaised')).toEqual([])
  })

  test("does not lower a firm's floor under the start balance", () => {
    for (const by of ['static', 'trailing'] as const) {
      const desk = begun(1_000_000)
      apply(desk, { maxDrawdown: { by, pct: 5, startBalanceCents: 1_000_000 } })
      tell(desk, 949_000, 949_000)
      expect(standingOn(desk)).toEqual(['PROP_DRAWDOWN'])
    }
  })

  test('leaves the highest equity where the results had brought it', () => {
    const desk = begun(700_000)
    tell(desk, 900_000, 500_000, 900_000)
    expect(desk.events('equityMarked').filter(({ why }) => why === 'peak')).toHaveLength(1)
    apply(desk, { maxDrawdown: { by: 'trailing', pct: 5, startBalanceCents: 700_000 } })
    expect(standingOn(desk)).toEqual([])
    tell(desk, 855_000, 500_000)
    expect(standingOn(desk)).toContain('PROP_DRAWDOWN')
  })
})

test('credit that is given and taken away changes no result', () => {
  const desk = begun(1_000_000)
  tell(desk, 1_200_000, 1_200_000, 1_000_000)
  tell(desk, 1_000_000, 1_000_000)
  expect(standingOn(desk)).toEqual([])
  tell(desk, 1_169_000, 1_200_000, 969_000)
  expect(standingOn(desk)).toContain('DAILY_EQUITY')
})

describe('where nobody tells what is paid in', () => {
  test('it counts as a result, and the sentence says so', () => {
    const desk = begun()
    tell(desk, 969_000)
    expect(textOf(desk, 'DAILY_STOP')).toBe(
      "Equity is 310.00 below the day's begin; the daily stop, open trades included, is 300.00. The terminal does not tell what is paid in or out: a deposit would count as a gain.",
    )
    tell(desk, 1_469_000)
    expect(standingOn(desk)).toEqual(['MEDIC', 'DAILY_STOP'])
  })

  test('a terminal that begins to tell it is heard from the next mark on, the highest equity from the first', () => {
    const desk = begun()
    apply(desk, { maxDrawdown: { by: 'trailing', pct: 5, startBalanceCents: 900_000 } })
    tell(desk, 980_000, 1_000_000)
    nextDay(desk)
    tell(desk, 980_000, 1_000_000)
    tell(desk, 1_480_000, 1_500_000)
    const days = desk.events('equityMarked').filter(({ why }) => why === 'day')
    expect(days.map(({ transfersCents }) => transfersCents)).toEqual([undefined, 1_000_000])
    tell(desk, 1_464_000, 1_500_000)
    expect(standingOn(desk)).toEqual(['MEDIC'])
    tell(desk, 1_450_000, 1_500_000)
    expect(standingOn(desk)).toContain('PROP_DRAWDOWN')
  })
})
