import { expect, it } from 'vitest'
import type { Cents } from '../../contracts/index.ts'
import type { Account } from '../../contracts/wire/index.ts'
import { DeskHarness } from '../../testkit/desk-harness.ts'

const tell = (desk: DeskHarness, equity: number, transfers = 1_000_000): DeskHarness =>
  desk.tell({ type: 'account', body: { ...desk.broker.account(), balance: 1_000_000 as Cents, equity: equity as Cents, transfers: transfers as Cents } satisfies Account }) // prettier-ignore
const begun = () => tell(new DeskHarness().play(1, () => 110_000).link(), 1_000_000).play(1, () => 110_000)
const troughs = (desk: DeskHarness) =>
  desk.events('equityMarked').flatMap(({ why, equityCents }) => (why === 'trough' ? [equityCents] : []))

it('a fall of equity below its best is written down by steps of a quarter of a per cent of that best', () => {
  const desk = begun()
  for (const equity of [999_000, 997_600, 997_500, 996_000, 995_000, 999_900, 995_000, 992_400])
    tell(desk, equity)
  expect(troughs(desk)).toEqual([997_500, 995_000, 992_400])
})

it('a new best begins anew, and a fall of before is no measure for the next', () => {
  const desk = begun()
  for (const equity of [990_000, 1_010_000, 1_007_000, 1_005_000]) tell(desk, equity)
  expect(troughs(desk)).toEqual([990_000, 1_007_000])
})

it('what is paid out is no fall, and what is paid in hides none', () => {
  const desk = begun()
  tell(desk, 500_000, 500_000)
  expect(troughs(desk)).toEqual([])
  tell(desk, 497_000, 500_000)
  tell(desk, 1_494_000, 1_500_000)
  expect(troughs(desk)).toEqual([497_000, 1_494_000])
})

it('a fall is known after a restart', () => {
  const desk = begun()
  tell(desk, 990_000).crash()
  tell(desk.link(), 989_000)
  expect(troughs(desk)).toEqual([990_000])
})

it('from a best to nothing it takes four hundred lines and no more', () => {
  const desk = begun()
  for (let equity = 1_000_000; equity >= 0; equity -= 700) tell(desk, equity)
  expect(troughs(desk).length).toBeLessThanOrEqual(400)
  expect(troughs(desk).length).toBeGreaterThan(300)
})
