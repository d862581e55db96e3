import { describe, expect, it } from 'vitest'
import { PAIRS } from '../../../../contracts/pairs.ts'
import type { ChartFacts, EquityFacts } from '../../../../contracts/pictures.ts'
import { Cents, EpochMs, Points } from '../../../../contracts/primitives.ts'
import type { QueryOf } from '../../../../contracts/window-bridge.ts'
import { aBusyDesk, aBusyRoom, aPosition, BUSY_MS } from '../../../../testkit/busy-desk.ts'
import { aUlid } from '../../../../testkit/events.ts'
import { buttonsOf, said, wordsOf } from '../../../../testkit/said-to-bot.ts'
import { aMission } from '../../../../testkit/views.ts'

const png = new Uint8Array([1, 2, 3])
const aChart = (change: Partial<ChartFacts> = {}): ChartFacts => ({
  pair: 'EURUSD',
  account: 'simulated',
  terminal: 'terminal-1',
  digits: 5,
  frameMinutes: 15,
  candles: 100,
  fromMs: EpochMs.parse(BUSY_MS - 90_000_000),
  last: { price: Points.parse(110_228), closedMs: BUSY_MS },
  sessions: [],
  plan: null,
  open: [],
  ...change,
})

/** A desk whose archive draws; `asked` are its questions. */
function aDrawingDesk(facts = aChart()) {
  const desk = aBusyDesk()
  const asked: QueryOf<'chartPicture'>[] = []
  desk.answers.chartPicture = query => {
    asked.push(query)
    const { of } = query
    return { is: 'picture', png, facts: of.is === 'market' ? { ...facts, open: of.open } : facts }
  }
  return { desk, asked }
}

describe('/chart', () => {
  it('without a pair asks which, and a button of the answer says it in a message of its own', async () => {
    const reply = await said(aBusyDesk(), '/chart')
    expect(buttonsOf(reply).flat()).toEqual([
      ...PAIRS.map(pair => `${pair} → /chart ${pair}`),
      'Reload → /chart here',
    ])
  })

  it('draws a pair at the terminal that is shown, with its kind of money and the price of now', async () => {
    const { desk, asked } = aDrawingDesk()
    const reply = await said(desk, '/chart eur/usd')
    expect(asked).toEqual([
      {
        kind: 'chartPicture',
        of: {
          is: 'market',
          pair: 'EURUSD',
          terminal: 'terminal-1',
          account: 'simulated',
          open: [
            {
              position: '50012345',
              side: 'buy',
              lots: '0.40',
              open: '1.10234',
              stop: '1.10134',
              target: '1.10434',
            },
          ],
        },
        clock: { terminal: 'terminal-1', marketMs: BUSY_MS },
      },
    ])
    expect(reply.picture).toEqual({ png, name: 'EURUSD.png' })
    expect(wordsOf(reply)).toBe(
      'EURUSD · SIMULATED money\nOpen long 0.40 #50012345 from 1.10234, stop 1.10134, target 1.10434\n100 bars of 15 min, to 2014-06-13 08:30 UTC at 1.10228\nNow 1.10230 bid, 1.10238 ask',
    )
  })

  it.each([`/chart EURUSD ${aUlid(7)}`, `/chart ${aUlid(7)}`, `/chart EURUSD ${aUlid(7).slice(-5)}`])(
    'draws a mission as %s names it, as an alert’s button does',
    async text => {
      const plan = aMission()
      const { desk, asked } = aDrawingDesk(aChart({ plan }))
      const reply = await said(desk, text)
      expect(asked).toMatchObject([{ of: { is: 'mission', mission: plan.id } }])
      expect(wordsOf(reply)).toMatch(/^EURUSD LONG ▲ · SIMULATED money\nDRILL: practice, not advice\./)
      expect(wordsOf(reply)).toContain('1.10134')
      expect(buttonsOf(reply)[0]).toContain(`Mission → /mission ${plan.id}`)
    },
  )

  it('tells what is open there, and what is not drawn of it', async () => {
    const open = [1, 2, 3, 4].map(n => aPosition({ position: String(n), stop: null, target: null }))
    const elsewhere = aPosition({ terminal: 'terminal-2' })
    const { desk } = aDrawingDesk()
    desk.shown = aBusyRoom({ positions: [...open, elsewhere, aPosition({ pair: 'GBPUSD' })] })
    expect(
      wordsOf(await said(desk, '/chart EURUSD'))
        .split('\n')
        .slice(1, 5),
    ).toEqual([
      'Open long 0.40 #1 from 1.10234, stop NONE, target none',
      'Open long 0.40 #2 from 1.10234, stop NONE, target none',
      'Open long 0.40 #3 from 1.10234, stop NONE, target none',
      '1 more position open there, not drawn: /positions',
    ])
  })

  it('names no price of now for a terminal that is not shown', async () => {
    const { desk } = aDrawingDesk(aChart({ terminal: 'another' }))
    expect(wordsOf(await said(desk, '/chart EURUSD'))).not.toContain('Now')
  })

  it('takes the place of no message and lets no page take its own', async () => {
    for (const text of ['/chart EURUSD', '/chart EURUSD here']) {
      const reply = await said(aDrawingDesk().desk, text)
      expect(reply.replaces).toBeUndefined()
      expect(buttonsOf(reply).flat().join()).not.toContain(' here')
    }
  })

  it('says why there is none', async () => {
    const desk = aBusyDesk({ links: [], shown: null })
    expect(wordsOf(await said(desk, '/chart EURUSD'))).toContain('No terminal is linked')
    expect(wordsOf(await said(aBusyDesk(), '/chart XAUUSD'))).toContain(
      '“XAUUSD” is none of the desk’s pairs',
    )
    expect(wordsOf(await said(aBusyDesk(), '/chart EURUSD nonsense'))).toContain('not the id of one mission')
    expect(wordsOf(await said(aBusyDesk(), '/chart EURUSD'))).toContain('The record cannot be read now.')
    const bare = aBusyDesk()
    bare.answers.chartPicture = () => ({ is: 'nothing', text: 'Of EURUSD 3 bars are kept.' })
    expect(await said(bare, '/chart EURUSD')).not.toHaveProperty('picture')
    expect(wordsOf(await said(bare, '/chart EURUSD'))).toBe('Of EURUSD 3 bars are kept.')
  })

  it('draws a mission while the engine is down, and says of a market that it can’t', async () => {
    const { desk, asked } = aDrawingDesk(aChart({ plan: aMission() }))
    desk.down = { is: 'failed', code: 'DOWN', text: 'It hangs.' }
    expect((await said(desk, `/chart EURUSD ${aUlid(7)}`)).picture).toBeDefined()
    expect(wordsOf(await said(desk, '/chart EURUSD'))).toContain('The engine does not answer.')
    expect(asked).toHaveLength(1)
  })
})

const results: EquityFacts = {
  account: 'demo',
  scope: 'trades',
  currency: 'USD',
  n: 120,
  fromMs: EpochMs.parse(Date.UTC(2014, 4, 5)),
  toMs: BUSY_MS,
  sumR: 12.54,
  netCents: Cents.parse(125_419),
  depthR: 14.03,
  points: [],
}

describe('/equity', () => {
  const ask = async (text: string, change: Partial<EquityFacts> = {}) => {
    const desk = aBusyDesk()
    const asked: unknown[] = []
    desk.answers.equityPicture = query => {
      asked.push(query)
      return { is: 'picture', png, facts: { ...results, ...change } }
    }
    return { reply: await said(desk, text), asked }
  }

  it('draws the shown kind of money with its currency, or another kind without one', async () => {
    const { reply, asked } = await ask('/equity')
    expect(asked).toEqual([{ kind: 'equityPicture', account: 'simulated', currency: 'USD' }])
    expect(reply.picture).toEqual({ png, name: 'results-simulated.png' })
    expect((await ask('/equity demo')).asked).toEqual([
      { kind: 'equityPicture', account: 'demo', currency: null },
    ])
  })

  it('tells its figures below, money of several accounts not among them, and practice as practice', async () => {
    expect(wordsOf((await ask('/equity demo')).reply)).toBe(
      'Results · demo money\n120 closed trades, 2014-05-05 to 2014-06-13\n+12.54 R, +1254.19 USD\nDeepest fall 14.03 R\nAfter all costs; what is open is not among it.',
    )
    const several = await ask('/equity demo', { netCents: null, scope: 'drills' })
    expect(wordsOf(several.reply)).toContain('120 closed drills')
    expect(wordsOf(several.reply)).toContain('+12.54 R\nDeepest fall')
    expect(wordsOf(several.reply)).toContain('their money is not added together')
    expect(wordsOf(several.reply)).toContain('never added to trades')
  })

  it('says in one sentence that there is too little', async () => {
    const desk = aBusyDesk()
    desk.answers.equityPicture = () => ({ is: 'nothing', text: 'Fewer than two.' })
    expect(wordsOf(await said(desk, '/equity live'))).toBe('Results · LIVE money\nFewer than two.')
  })
})
