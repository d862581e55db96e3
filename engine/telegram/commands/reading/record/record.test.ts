import { describe, expect, it } from 'vitest'
import type { GhostReport } from '../../../../contracts/ghosts.ts'
import { EpochMs, TerminalId } from '../../../../contracts/primitives.ts'
import { aBusyDesk, BUSY_MS } from '../../../../testkit/busy-desk.ts'
import { aPairedChat } from '../../../../testkit/command-bench.ts'
import { ONE_OF_EACH } from '../../../../testkit/one-of-each.ts'
import { aUlid } from '../../../../testkit/events.ts'
import { keepRecord } from '../../../../testkit/recorded-desk.ts'
import { buttonsOf, said, wordsOf } from '../../../../testkit/said-to-bot.ts'
import { tradeHistory, type HistoryPlan } from '../../../../testkit/trade-history.ts'

/** 120 trades with simulated money, four a day, the last ones on the day that the desk is in. */
function recorded(plan: Partial<HistoryPlan> = {}) {
  const desk = aBusyDesk()
  keepRecord(desk, tradeHistory({ trades: 120, account: 'simulated', ...plan }))
  return desk
}
const say = async (text: string, plan: Partial<HistoryPlan> = {}) => wordsOf(await said(recorded(plan), text))

describe('/profit', () => {
  it('tells what closed trades came to, in R and money, with intervals and n', async () => {
    expect((await say('/profit')).split('\n')).toEqual([
      'Profit · SIMULATED money',
      '120 closed trades, 2014-05-05 to 2014-06-13',
      '+12.54 R, +1254.19 USD',
      'Win rate 39 % [31 %, 48 %], n 120; breaks even at 35 %',
      'Expectancy 0.10 [−0.15, 0.37] R a trade',
      'Profit factor 1.18 [0.78, 1.78]',
      'Best 1.95 R, worst −1.08 R',
      'Deepest fall of results 14.03 R; by chance one in twenty is 24.98 R or more',
      'Deepest fall of equity 11.05 %, now 11.05 % below its best',
      'After all costs. In brackets: 95 % intervals.',
    ])
  })

  it('of the last days is of the same days as /daily, and comes to the same', async () => {
    const days = (await say('/daily 7')).split('\n').filter(line => /^\d\d-\d\d /.test(line))
    expect(days).toHaveLength(7)
    expect(days[0]).toBe('06-13 4 −4.24 −424.18')
    const words = await say('/profit 7')
    expect(words).toContain(
      'last 7 trading days\n28 closed trades, 2014-06-05 to 2014-06-13\n−13.98 R, −1398.15 USD',
    )
  })

  it('of few trades is their sum, and says that no more can be said', async () => {
    const words = await say('/profit', { trades: 4 })
    expect(words).toContain('4 closed trades, 2014-05-05\n')
    expect(words).toContain('Fewer than 10 trades: no more is said of them.')
    expect(words).not.toContain('Win rate')
  })

  it('of drills calls them drills', async () => {
    const words = await say('/profit', { drill: true })
    expect(words).toContain('120 closed drills')
    expect(words).toContain('never added to trades')
    expect(await say('/daily', { drill: true })).toContain('SIMULATED money · drills')
  })

  it('of another kind of money never has these trades', async () => {
    expect(await say('/profit demo')).toContain('No trade with demo money has been closed yet.')
    expect(await say('/profit 7 live')).toContain('No trade with LIVE money has been closed yet.')
    expect(await say('/profit 1', { trades: 116 })).toContain(
      'No trade with SIMULATED money was closed in that time.',
    )
  })
})

describe('/daily, /weekly and /monthly', () => {
  it('name a single day once', async () => {
    expect((await say('/daily 1')).split('\n')[1]).toBe('2014-06-13')
  })

  it('have a row each, newest first, with n, R and money', async () => {
    expect((await say('/weekly 2')).split('\n')).toEqual([
      'By week · SIMULATED money · USD',
      '2014-06-02 to 2014-06-09',
      'week   n     R     net',
      '06-09 20 −9.64 −964.11',
      '06-02 20 +4.07 +406.57',
      'Weeks are named by their Monday.',
    ])
    expect(await say('/monthly')).toContain(
      'month    n      R      net\n2014-06 40  −5.58  −557.54\n2014-05 80 +18.12 +1811.73',
    )
  })

  it('go on to today, and tell a day without a trade as one', async () => {
    const desk = recorded({ trades: 116 })
    expect(wordsOf(await said(desk, '/daily 2'))).toMatch(/^06-13 0 +– +–\n06-12 4 /m)
  })
})

describe('/stats, /performance, /exits and /setups', () => {
  it('tell the figures behind the results, each with how sure it is', async () => {
    const words = await say('/stats')
    for (const part of [
      'Payoff 1.84 [1.65, 2.02]',
      'Losses in a row 9; by chance 8, seldom over 13',
      'Sharpe ratio',
      'Targets said 42 %, met 37 %',
    ])
      expect(words).toContain(part)
  })

  it('tell trades apart, and give no rate of few', async () => {
    const pairs = (await say('/performance')).split('\n')
    expect(pairs).toContain('GBPAUD 13 69% +12.5  +1247')
    expect(pairs).toContain('USDCAD  8   –  +7.3   +728')
    expect(await say('/exits')).toContain('stop      62   0% −66.1  −6611')
    expect(await say('/setups')).toMatch(/Z5-FADE +\d+/)
    expect(await say('/performance live')).toContain('No trade with LIVE money')
  })
})

describe('/trades and /kills', () => {
  it('tell each trade with its result, its end and its deal', async () => {
    const words = await say('/trades 1')
    expect(words.split('\n')).toEqual([
      'Trades · SIMULATED money · 1 of 120',
      '',
      'EURJPY short 0.20: −1.06 R, −105.85 USD',
      '2014-06-13 15:29 UTC, by stop, deal 2',
    ])
  })

  it('kills are only what was won', async () => {
    const words = await say('/kills 20')
    expect(words).toContain('47 of 120 closed trades')
    expect(words.match(/: \+\d/g)).toHaveLength(20)
    expect(words).not.toMatch(/: −\d/)
    expect(await say('/kills demo')).toContain('No trade with demo money has been closed yet.')
  })
})

describe('a currency', () => {
  it('is told of the account that is shown, and never of another of its kind', async () => {
    const desk = recorded({ trades: 12 })
    for (const text of ['/profit', '/daily', '/trades', '/kills'])
      expect(wordsOf(await said(desk, text))).toMatch(/(\d|·) USD/)
    const elsewhere = tradeHistory({ trades: 12, account: 'simulated' })
    const linked = { ...ONE_OF_EACH.terminalLinked, account: 'simulated', loginHash: 'b'.repeat(32), terminal: TerminalId.parse('terminal-2') } as const // prettier-ignore
    keepRecord(desk, [
      ...tradeHistory({ trades: 12, account: 'simulated' }),
      { seq: 900, wallMs: BUSY_MS, hash: '', event: linked },
      ...[...elsewhere].flatMap(each => {
        if (each.event.kind !== 'tradeClosed') return []
        const { terminal } = linked
        const trade = { ...each.event.trade, terminal, order: aUlid(each.seq + 5_000), mission: null }
        return [{ ...each, seq: each.seq + 1_000, event: { ...each.event, trade } }]
      }),
    ])
    for (const text of ['/profit', '/daily']) {
      const words = wordsOf(await said(desk, text))
      expect(words).toContain('Of 2 accounts: money is added as if of one currency.')
      expect(words).not.toContain('USD')
    }
    expect(wordsOf(await said(desk, '/trades 3'))).not.toMatch(/\d USD/)
  })
})

describe('/ghosts', () => {
  const figures = {
    n: 12,
    sumR: -3.5,
    savedR: 3.5,
    mean: { is: 'known', r: -0.29, low: -0.5, high: -0.1 },
    verdict: 'saved',
  } as const
  const report = (change: Partial<GhostReport> = {}): GhostReport => ({
    account: 'simulated',
    fromMs: EpochMs.parse(0),
    toMs: BUSY_MS,
    all: figures,
    rows: [
      { ...figures, reason: 'refused', key: 'SPREAD_ABOVE_NORM', alone: figures },
      { ...figures, reason: 'declined', key: '<b>I did not like it</b>', alone: figures, mean: { is: 'tooFew' }, verdict: 'tooFew' },
    ],
    weeks: [],
    calibration: { is: 'tooFew', n: 0 },
    byBars: 0,
    ...change,
  }) // prettier-ignore

  it('tell what kept missions back, what that saved or cost, and are no results', async () => {
    const desk = aBusyDesk()
    desk.answers.ghosts = () => report()
    const words = wordsOf(await said(desk, '/ghosts'))
    expect(words).toContain(
      '12 missions not taken: −3.50 R had each been taken; −0.29 R each [−0.50 R to −0.10 R], saved R',
    )
    expect(words).toContain('Filter spread above norm: n 12, −3.50 R')
    expect(words).toContain('You <b>I did not like it</b>: n 12, −3.50 R; too few')
    expect(words).toContain('Ghosts are never results')
  })

  it('say that there are none, and that the record is down', async () => {
    const desk = aBusyDesk()
    expect(wordsOf(await said(desk, '/ghosts'))).toContain('The archive is not running.')
    desk.answers.ghosts = () => report({ all: { ...figures, n: 0 }, rows: [] })
    expect(wordsOf(await said(desk, '/ghosts'))).toContain('No ghost has ended yet.')
  })
})

describe('/drill and /sitrep', () => {
  it('tell what has happened since the last one, in the tone that is set', async () => {
    expect(await say('/drill')).toContain(
      'Since the beginning, so far\nDrill report: 120 trades, 47 won and 73 lost',
    )
    expect(await say('/sitrep')).toContain('SITREP · SIMULATED money')
    const desk = recorded()
    const { settings } = await desk.settings()
    desk.settings = () => Promise.resolve({ revision: 1, settings: { ...settings, reportTone: 'harsh' } })
    expect(wordsOf(await said(desk, '/drill'))).toContain('The record takes no excuses')
  })

  it('tell one before, and say when there are not so many', async () => {
    const dueMs = EpochMs.parse(BUSY_MS - 86_400_000)
    const history = [...tradeHistory({ trades: 8, account: 'simulated' })]
    const told = { ...ONE_OF_EACH.reportTold, account: 'simulated', dueMs } as const
    const desk = aBusyDesk()
    keepRecord(desk, [...history, { seq: 99, wallMs: dueMs, hash: '', event: told }])
    expect(wordsOf(await said(desk, '/drill'))).toContain(
      'From 2014-06-12 08:30 UTC, so far\nDrill report: no trade was closed.',
    )
    const before = await said(desk, '/drill 1')
    expect(wordsOf(before)).toContain('Since the beginning to 2014-06-12 08:30 UTC\nDrill report: 8 trades')
    expect(buttonsOf(before)[0]).toEqual([
      'So far → /drill simulated here',
      'The last told → /drill 1 simulated here',
    ])
    expect(wordsOf(await said(desk, '/drill 2'))).toContain('So many have not been told yet: 1.')
  })
})

describe('/journal', () => {
  it('writes a note, with the lesson behind its word, at once', async () => {
    const desk = recorded()
    const reply = await said(desk, '/journal Chased the <b>breakout</b>. lesson: Wait for the close.')
    expect(wordsOf(reply)).toContain('Done.')
    expect(desk.commands.map(({ command }) => command)).toEqual([
      {
        kind: 'writeJournal',
        entry: null,
        account: null,
        order: null,
        mission: null,
        text: 'Chased the <b>breakout</b>.',
        lesson: 'Wait for the close.',
        emotions: [],
        mistakes: [],
        patterns: [],
      },
    ])
  })

  it('says why a note was not written', async () => {
    const desk = recorded()
    desk.obeys = () => ({ is: 'refused', code: 'NO_ACCOUNT', text: 'No account is linked.' })
    expect(wordsOf(await said(desk, '/journal A thought'))).toBe('Not written. No account is linked.')
    expect(wordsOf(await said(desk, `/journal lesson: ${'x'.repeat(501)}`))).toContain(
      'this one has 501: nothing was written',
    )
    expect(desk.commands).toHaveLength(1)
  })

  it('without words, or with a kind of money, tells the newest notes', async () => {
    const history = [...tradeHistory({ trades: 1, account: 'simulated' })]
    const note = { ...ONE_OF_EACH.journalWritten, account: 'simulated', order: null, mission: null, text: 'Too early.', lesson: 'Wait.' } as const // prettier-ignore
    const desk = aBusyDesk()
    keepRecord(desk, [
      ...history,
      { seq: 99, wallMs: BUSY_MS, hash: '', event: { ...note, emotions: ['hurried'], mistakes: [] } },
    ])
    const words = wordsOf(await said(desk, '/journal'))
    expect(words).toContain('1 of 1\n\n2014-06-13 08:30 UTC\nToo early.\nLesson: Wait.\nhurried')
    expect(wordsOf(await said(desk, '/journal live'))).toContain('LIVE money · 0 of 0')
    expect(desk.commands).toEqual([])
  })

  it('is not for spotters', async () => {
    const desk = recorded()
    expect(wordsOf(await said(desk, '/journal A thought', { chat: aPairedChat('spotter', 12) }))).toContain(
      'for commanders',
    )
    expect(desk.commands).toEqual([])
  })
})
