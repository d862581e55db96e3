/** A squad as large as one gets, over a year. */
import { expect, test } from 'vitest'
import { MINUTE_MS, WEEK_MS } from '../../domain/market/civil.ts'
import { SQUAD_LIMITS } from '../../domain/squad/squad-limits.ts'
import { weekBefore } from '../../domain/squad/trading-week.ts'
import { signedEnlistment, signedReport } from '../../testkit/dispatches.ts'
import { SquadTrader } from '../../testkit/squad.ts'

test('two hundred recruits with a year of reports are one board, and no one more is taken', () => {
  const leader = new SquadTrader('Viper')
  const names = Array.from({ length: SQUAD_LIMITS.recruits + 1 }, (_, k) => `Recruit ${k}`)
  const texts = [1, 2, 3, 4, 5].map(() => leader.invite(50, 30))
  const { squad } = leader.harness.engine.desk.state
  const ids = [...squad.invitations.keys()]
  const enlist = (name: string, k: number) =>
    signedEnlistment(name, { invitation: ids[Math.floor(k / 50)] ?? '', leader: leader.key, callSign: name, madeMs: leader.harness.clock.now() }) // prettier-ignore
  expect(texts).toHaveLength(5)
  const all = names.map((name, k) => {
    if (k % SQUAD_LIMITS.acceptedInAMinute === 0) SquadTrader.wait(MINUTE_MS, leader)
    return leader.took(enlist(name, k))
  })
  expect(all.filter(code => code === 'done')).toHaveLength(SQUAD_LIMITS.recruits)
  expect(all.at(-1)).toBe('SQUAD_FULL')

  for (let week = 0; week < 52; week++) {
    SquadTrader.wait(WEEK_MS, leader)
    reportAll(leader, names.slice(0, SQUAD_LIMITS.recruits))
  }
  const board = leader.board()
  expect(board.recruits).toHaveLength(SQUAD_LIMITS.recruits)
  expect(board.recruits.every(({ reports }) => reports === 52)).toBe(true)
  expect(board.recruits.length).toBe(squad.recruits.size)
}, 300_000)

function reportAll(leader: SquadTrader, names: readonly string[]): void {
  const { clock } = leader.harness
  names.forEach((name, k) => {
    if (k % SQUAD_LIMITS.acceptedInAMinute === 0) SquadTrader.wait(MINUTE_MS, leader)
    const madeMs = clock.now()
    const weekMs = weekBefore(madeMs)
    leader.receive(signedReport(name, { leader: leader.key, callSign: name, weekMs, madeMs, lines: [] }))
  })
}

test('more dispatches than thirty a minute wait for the next one', () => {
  const leader = new SquadTrader('Viper')
  const text = leader.invite(50)
  const take = (k: number) => leader.took(new SquadTrader(`Recruit ${k}`).write({ wish: 'receiveDispatch', text })) // prettier-ignore
  const codes = Array.from({ length: SQUAD_LIMITS.acceptedInAMinute + 1 }, (_, k) => take(k))
  expect(codes.filter(code => code === 'done')).toHaveLength(SQUAD_LIMITS.acceptedInAMinute)
  expect(codes.at(-1)).toBe('TOO_MANY')
  SquadTrader.wait(MINUTE_MS, leader)
  expect(take(99)).toBe('done')
})
