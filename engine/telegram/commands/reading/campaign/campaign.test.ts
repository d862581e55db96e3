import { describe, expect, it } from 'vitest'
import { EpochMs } from '../../../../contracts/primitives.ts'
import { CallSign, PublicKey } from '../../../../contracts/squad.ts'
import type { SquadBoard } from '../../../../contracts/squad-desk.ts'
import { aBusyDesk, BUSY_MS } from '../../../../testkit/busy-desk.ts'
import { keepRecord } from '../../../../testkit/recorded-desk.ts'
import { said, wordsOf } from '../../../../testkit/said-to-bot.ts'
import { tradeHistory } from '../../../../testkit/trade-history.ts'

describe('/xp and /badges', () => {
  it('tell the rank, what comes next, challenges, and what was awarded', async () => {
    const desk = aBusyDesk()
    keepRecord(desk, tradeHistory({ trades: 40, account: 'simulated' }))
    const words = wordsOf(await said(desk, '/xp'))
    expect(words).toMatch(
      /^Nibbler, [\d,]+ XP · SIMULATED money\nScout at 1,000 XP\nSimulated money pays a tenth/,
    )
    expect(words).toContain('\nChallenges\n')
    const badges = wordsOf(await said(desk, '/badges'))
    expect(badges).toContain('★ First Blood: earned 2014-05-05, 10 XP')
    expect(badges).toContain('Squad Leader: 0 of 5, 50 XP. Lead 5 verified recruits.')
    expect(badges.split('\n')).toHaveLength(13)
  })

  it('of an account without a record say what XP is paid for', async () => {
    const desk = aBusyDesk()
    keepRecord(desk, [])
    expect(wordsOf(await said(desk, '/xp live'))).toContain('None yet: XP is paid for')
  })
})

describe('/squad', () => {
  const board = (change: Partial<SquadBoard> = {}): SquadBoard => ({
    me: null,
    invitations: [],
    recruits: [],
    leader: null,
    ...change,
  })

  it('says that there is none, and where one begins', async () => {
    const desk = aBusyDesk()
    desk.answers.squad = () => board()
    const words = wordsOf(await said(desk, '/squad'))
    expect(words).toContain('You have no call-sign yet')
    expect(words).toContain('Nobody has enlisted with you.')
  })

  it('tells what recruits signed, each kind of money apart, with the interval of the win rate', async () => {
    const line = { account: 'simulated', rank: 'SCOUT', results: { r: 1.5, trades: 12, wins: 6 }, winRate: { value: 0.5, low: 0.25, high: 0.75, n: 12 } } as const // prettier-ignore
    const lines = [line, { account: 'demo', rank: 'SCOUT', winRate: null } as const]
    const recruit = {
      key: PublicKey.parse('A'.repeat(43)),
      fingerprint: 'f',
      callSign: CallSign.parse('Viper <b>'),
      sinceMs: EpochMs.parse(0),
      reports: 1,
      last: { weekMs: BUSY_MS, receivedMs: BUSY_MS, lines },
    }
    const desk = aBusyDesk()
    desk.answers.squad = () => board({ recruits: [recruit, { ...recruit, last: null }] })
    const words = wordsOf(await said(desk, '/squad'))
    expect(words).toContain(
      'Viper <b>, week of 2014-06-13\nSIMULATED, Scout, +1.50 R of 12 trades, won 50 % [25 %, 75 %]\ndemo, Scout',
    )
    expect(words).toContain('Viper <b>: no report yet')
  })
})
