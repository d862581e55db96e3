import { describe, expect, it } from 'vitest'
import { PAIRS } from '../../../../contracts/pairs.ts'
import { aBusyDesk, aBusyRoom, aGuard, BUSY_MS } from '../../../../testkit/busy-desk.ts'
import { buttonsOf, said, wordsOf } from '../../../../testkit/said-to-bot.ts'

const say = async (text: string, change = {}) => wordsOf(await said(aBusyDesk(change), text))

describe('/pairs', () => {
  it('tells the spread of each pair against its norm, and what is stale', async () => {
    const words = (await say('/pairs')).split('\n')
    expect(words).toContain('EURUSD    0.8  0.7')
    expect(words).toContain('USDCHF    3.8    –')
    expect(words).toContain('EURAUD   11.8    – STALE')
    expect(words.filter(line => PAIRS.some(pair => line.startsWith(pair)))).toHaveLength(15)
  })

  it('says why there is nothing', async () => {
    expect(await say('/pairs', { prices: {}, links: [] })).toContain('No terminal is linked')
    expect(await say('/pairs', { prices: {} })).toContain('no price yet')
  })
})

describe('/regime', () => {
  it('tells all pairs, and one with its figures, however it is written', async () => {
    const reply = await said(aBusyDesk(), '/regime')
    expect(wordsOf(reply)).toMatch(/^EURUSD wild range +62 %$/m)
    expect(wordsOf(reply)).toContain('GBPNZD too little data')
    expect(buttonsOf(reply).flat()).toContain('GBPNZD → /regime GBPNZD here')
    for (const text of ['/regime eurusd', '/regime EUR/USD', '/regime eur-usd']) {
      const words = await say(text)
      expect(words).toContain('EURUSD: wild range, 62 %\nSince 2014-06-13 08:30 UTC')
      expect(words).toContain('efficiency ratio: 0.412\nchance of “trend up” in an hour: 0.019')
    }
    expect(await say('/regime gbpnzd')).toContain('GBPNZD: not enough data\nIt waits for 38 H1 bars.')
  })

  it('says what it knows of when it is asked for something else, and why there is nothing', async () => {
    expect(await say('/regime XAUUSD')).toMatch(/^“XAUUSD” is none of the desk’s pairs: EURUSD, .*GBPCHF\.$/)
    expect(await say('/regime', { regimes: {} })).toContain('no history yet')
    expect(await say('/regime EURUSD', { regimes: {} })).toContain('nothing of this pair')
    expect(await say('/regime', { regimes: {}, links: [] })).toContain('No terminal is linked')
  })
})

describe('/news', () => {
  it('tells what is coming by day and hour, from where that is known, and what locks now', async () => {
    const fire = {
      ...aBusyRoom().fire,
      guards: [aGuard({ guard: 'NEWS_LOCK', text: 'USD Payrolls (high) in 3 min.' })],
    }
    const words = await say('/news', { fire })
    expect(words).toContain('News lock: USD Payrolls (high) in 3 min.')
    expect(words).toContain('2014-06-13\n12:30 USD HIGH: Retail Sales m/m')
    expect(words).toContain('2014-06-14\n14:30 GBP moderate: CPI y/y')
    expect(words).toContain('Known from the terminal until 2014-06-19 08:30 UTC.')
  })

  it('tells no calendar and a quiet one apart', async () => {
    expect(await say('/news', { calendar: null })).toContain('news cannot be ruled out')
    expect(await say('/news', { calendar: null, links: [] })).toContain('No terminal is linked')
    const calendar = { source: 'file', toMs: BUSY_MS, coming: [] }
    expect(await say('/news', { calendar })).toContain(
      'Nothing that keeps shots back is coming.\nKnown from a file',
    )
  })
})
