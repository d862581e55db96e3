import { describe, expect, it } from 'vitest'
import type { MissionStory } from '../../../../contracts/mission-log.ts'
import { aBusyDesk, BUSY_MS } from '../../../../testkit/busy-desk.ts'
import { aPairedChat } from '../../../../testkit/command-bench.ts'
import { aTradeClosed, aUlid } from '../../../../testkit/events.ts'
import { ONE_OF_EACH } from '../../../../testkit/one-of-each.ts'
import { buttonsOf, said, wordsOf } from '../../../../testkit/said-to-bot.ts'
import { aMission, aMissionView } from '../../../../testkit/views.ts'

const ID = aUlid(7)
const say = async (text: string, change = {}) => wordsOf(await said(aBusyDesk(change), text))

const aStory = (change: Partial<MissionStory> = {}): MissionStory => ({
  mission: aMission(),
  state: 'closed',
  refusals: [],
  steps: [],
  stages: [],
  decision: { what: 'fired', by: 'telegram', freshness: 'FRESH', atMs: BUSY_MS, leftShare: 0.5 },
  trades: [aTradeClosed({ r: 1.95, netCents: 19_500, closeMs: BUSY_MS, account: 'simulated' }).trade],
  excursion: null,
  ghost: null,
  ...change,
})

/** One mission of its record was closed, which no view shows any more; another one waits there too. */
function aRecordedDesk(change = {}) {
  const desk = aBusyDesk(change)
  const { id: _, ...plan } = aMission({
    pair: 'USDCHF',
    side: 'sell',
    signal: 'PRECISION_STRIKE',
    drill: false,
  })
  const entry = { ...plan, seq: 40, why: [], ghostR: null }
  desk.answers.missionsPage = ({ account }) => ({
    missions:
      account === 'simulated'
        ? [
            { ...entry, id: ID, state: 'pending', r: null },
            { ...entry, id: aUlid(21), state: 'closed', r: 1.25 },
          ]
        : [],
    nextBeforeSeq: null,
  })
  return desk
}

describe('/missions', () => {
  it('tell what waits with its plan and worth, and what became of the others', async () => {
    const reply = await said(aRecordedDesk(), '/missions')
    expect(wordsOf(reply).split('\n')).toEqual([
      'Missions: 1 pending',
      '',
      'EURUSD long · RAPID ASSAULT · DRILL · SIMULATED',
      'Entry 1.10234, stop 1.10134, target 1.10434 (1:2.0)',
      'p 0.31 UNCALIBRATED, n 0 · value −0.10 R · shield UNVERIFIED',
      '12 min left · id 0007',
      '',
      'Decided',
      'GBPJPY long · RAPID ASSAULT · DRILL · SIMULATED: expired · id 0008',
      'USDCHF short · PRECISION STRIKE · SIMULATED: closed +1.25 R · id 0021',
    ])
    expect(buttonsOf(reply)[0]).toEqual([
      `EURUSD → /mission ${ID} here`,
      `Fire → /fire ${ID}`,
      `Reject → /reject ${ID}`,
    ])
  })

  it('tell what became of the last ones when none waits, or why that cannot be read', async () => {
    const words = wordsOf(await said(aRecordedDesk({ missions: [] }), '/missions'))
    expect(words).toMatch(/^Missions: 0 pending\n/)
    expect(words).toContain('Decided\nUSDCHF short · PRECISION STRIKE · SIMULATED: closed +1.25 R · id 0021')
    expect(await say('/missions', { missions: [] })).toContain(
      'What was decided before cannot be read now: The archive is not running.',
    )
  })

  it('give a spotter no button that fires', async () => {
    const chat = aPairedChat('spotter', 12)
    for (const text of ['/missions', `/mission ${ID}`])
      expect(
        buttonsOf(await said(aBusyDesk(), text, { chat }))
          .flat()
          .join(),
      ).not.toMatch(/fire|reject/)
  })

  it('say of one that would be denied now that it would', async () => {
    expect(
      await say('/missions', { missions: [aMissionView({ shot: null, denials: ['PAUSED.'] })] }),
    ).toContain('12 min left, would be DENIED now')
  })

  it('write how many outcomes a p rests on as everywhere, with separators', async () => {
    const mission = aMission({ confidence: { p: 0.4, n: 12_855, calibrated: true, source: 'model' } })
    expect(await say('/missions', { missions: [aMissionView({ mission })] })).toContain(', n 12,855 ·')
  })

  it('say why there is none', async () => {
    const refusals = [
      { atMs: BUSY_MS, pair: 'USDCHF', setup: 'z-fade', side: 'buy', reasons: ['The spread is too wide.'] },
    ]
    expect(await say('/missions', { missions: [] })).toContain('No setup has shown itself.')
    expect(await say('/missions', { missions: [], refusals })).toContain(
      'USDCHF z-fade. The spread is too wide.',
    )
    expect(await say('/missions', { missions: [], session: 'CLOSED' })).toContain('The market is closed.')
    expect(await say('/missions', { missions: [], links: [] })).toMatch(
      /^Missions: not known\nNo terminal is linked/,
    )
  })
})

describe('/mission', () => {
  it('without an id asks which one', async () => {
    expect(buttonsOf(await said(aBusyDesk(), '/mission'))[0]).toEqual([
      `EURUSD buy, pending → /mission ${ID} here`,
    ])
    expect(await say('/mission', { missions: [] })).toContain('There is no mission now.')
    expect(await say('/mission', { missions: [], links: [] })).toContain('so no mission is known')
  })

  it('that is pending tells its plan, what a shot would be, and every denial', async () => {
    const desk = aBusyDesk()
    desk.answers.missionStory = () => ({ story: null })
    const words = wordsOf(await said(desk, `/mission ${ID}`))
    for (const part of [
      'Pending, 12 min left',
      'Now 0.40 lots, risk 99.96 USD (1.00 %), reward 190.00 USD',
      'Cancelled by a close beyond the stop',
    ])
      expect(words).toContain(part)
    desk.shown = aBusyDesk({ missions: [aMissionView({ shot: null, denials: ['One.', 'Two.'] })] }).shown
    expect(wordsOf(await said(desk, `/mission ${ID}`))).toContain('✕ One.\n✕ Two.')
  })

  it('that is over is told from the record, with who decided and the deal', async () => {
    const desk = aBusyDesk({ missions: [] })
    desk.answers.missionStory = () => ({ story: aStory() })
    const words = wordsOf(await said(desk, `/mission ${ID}`))
    expect(words).toContain('Fired by telegram at 2014-06-13 08:30 UTC')
    expect(words).toContain('Closed +1.95 R, +195.00, by target at 2014-06-13 08:30 UTC, deal 2')
    expect(
      buttonsOf(await said(desk, `/mission ${ID}`))
        .flat()
        .join(),
    ).not.toMatch(/fire/)
  })

  it('that was not taken tells of its ghost, and calls it no result', async () => {
    const ghost = { ...ONE_OF_EACH.ghostEnded, mission: ID, outcome: 'target', r: 1.9 } as const
    const desk = aBusyDesk({ missions: [] })
    desk.answers.missionStory = () => ({
      story: aStory({ state: 'expired', decision: null, trades: [], ghost }),
    })
    expect(wordsOf(await said(desk, `/mission ${ID}`))).toContain(
      'Its ghost, had it been taken: +1.90 R. Never a result.',
    )
  })

  it('is found by the end of its id, told while the record is down, and not made up', async () => {
    const words = await say('/mission 0007')
    expect(words).toContain('EURUSD LONG')
    expect(words).toContain('The archive is not running.')
    const recorded = aRecordedDesk({ missions: [] })
    recorded.answers.missionStory = ({ mission }) => ({
      story: aStory({ mission: aMission({ id: mission }) }),
    })
    expect(wordsOf(await said(recorded, '/mission 0021'))).toContain('Closed +1.95 R')
    expect(await say('/mission 000')).toContain('is not the id of one mission')
    expect(await say(`/mission ${aUlid(99)}`)).toContain('The record cannot be read now.')
    const desk = aBusyDesk()
    desk.answers.missionStory = () => ({ story: null })
    expect(wordsOf(await said(desk, `/mission ${aUlid(99)}`))).toContain('is not the id of one mission')
  })
})
