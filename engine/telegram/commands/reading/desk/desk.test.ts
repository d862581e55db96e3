import { describe, expect, it } from 'vitest'
import { Cents } from '../../../../contracts/primitives.ts'
import {
  aBusyDesk,
  aBusyRoom,
  aGuard,
  aPosition,
  aWaitingOrder,
  BUSY_MS,
} from '../../../../testkit/busy-desk.ts'
import { aPairedChat } from '../../../../testkit/command-bench.ts'
import { buttonsOf, said, wordsOf } from '../../../../testkit/said-to-bot.ts'
import { aLinkView, aWarRoom } from '../../../../testkit/views.ts'

const SPOTTER = aPairedChat('spotter', 12)
const say = async (text: string, change = {}) => wordsOf(await said(aBusyDesk(change), text))
const nothing = aWarRoom({
  shown: null,
  kind: null,
  marketMs: null,
  links: [],
  computer: {
    metaTrader: 'absent',
    code: 'NOT_RUNNING',
    problem: 'MetaTrader does not run on this computer.',
    nextStep: 'Start it.',
  },
})
const DOWN = { is: 'failed', code: 'ENGINE_DOWN', text: 'The engine is being started again.' } as const

describe('/status', () => {
  it('is one screen: account, time, link, money, selector, what is open, guards', async () => {
    expect((await say('/status')).split('\n')).toEqual([
      'Status · Broker · SIMULATED · a3f9',
      '2014-06-13 08:30 UTC · London session',
      'Linked, armed, beat now',
      'Equity 10022.40 USD, balance 10000.00 USD',
      'Lost today 120.00 USD of 300.00 USD, open risk 99.96 USD',
      'SELECT · shots today 1 of 6',
      'Open 1 of 1 · 1 mission pending',
      'EURUSD.m long 0.40: +0.56 R, +22.40 USD',
      'MEDIC: warns, 1 h 00 min left',
    ])
  })

  it('answers to what a key below the text field writes, and to other names', async () => {
    expect(await say('Status')).toBe(await say('/status'))
    expect(await say('/st')).toBe(await say('/status'))
  })

  it('says what is wrong with the computer while no terminal is linked', async () => {
    const words = await say('/status', nothing)
    for (const part of [
      'No terminal is linked.',
      'MetaTrader does not run on this computer.',
      'Start it.',
      'no account yet',
    ])
      expect(words).toContain(part)
  })

  it('says PAUSED, a lost link, and what stands at another account', async () => {
    const links = [aLinkView(), aLinkView({ terminal: 'terminal-2', broker: 'Other', kind: 'live', accountMark: 'b0b1', state: 'down', armed: false, problem: 'The link is lost.', nextStep: 'Look at the terminal.' })] // prettier-ignore
    const far = aPosition({ terminal: 'terminal-2', external: true, lastSeenMs: BUSY_MS, r: null })
    const words = await say('/status', {
      links,
      positions: [far],
      fire: { ...aBusyRoom().fire, paused: true, guards: [] },
    })
    expect(words).toContain(
      'SELECT, PAUSED: no new trade until /resume · shots today 1 of 6\nOpen 1 of 1 by the record',
    )
    expect(words).toContain(
      'Other · LIVE · b0b1: LINK DOWN, beat now\nThe link is lost.\nLook at the terminal.',
    )
    expect(words).toContain('EURUSD.m long 0.40: +22.40 USD, not ours, link lost: as it was')
    expect(words).toContain('No guard stands.')
  })

  it('says that the engine is down, and what works all the same', async () => {
    const desk = aBusyDesk()
    desk.down = DOWN
    const words = wordsOf(await said(desk, '/status'))
    for (const part of ['The engine is being started again.', '/flatten', '/version'])
      expect(words).toContain(part)
  })
})

describe('/positions', () => {
  it('tells of each its prices, stop, result and ticket, and of orders that wait', async () => {
    const reply = await said(aBusyDesk(), '/positions')
    expect(wordsOf(reply).split('\n')).toEqual([
      'Positions: 1 open',
      '',
      'EURUSD.m long 0.40 · #50012345',
      '1.10234 → 1.10290 · +5.6 pips',
      'Stop 1.10134 · target 1.10434',
      '+0.56 R, +22.40 USD · since 2014-06-13 08:00 UTC',
      '',
      'Order GBPJPY.m short 0.12 at 171.250, 15 min left: Waiting. Waits at the broker.',
    ])
    expect(buttonsOf(reply)[0]).toEqual(['Close EURUSD.m → /close 50012345', 'Break-even → /be 50012345'])
  })

  it('gives a spotter nothing to trade with, and nobody a button of what is not ours', async () => {
    expect(
      buttonsOf(await said(aBusyDesk(), '/positions', { chat: SPOTTER }))
        .flat()
        .join(),
    ).not.toMatch(/close|be /)
    const foreign = aBusyDesk({ positions: [aPosition({ external: true })] })
    expect(
      buttonsOf(await said(foreign, '/positions'))
        .flat()
        .join(),
    ).not.toMatch(/close/)
  })

  it('says that a stop is missing, and when its terminal was last heard', async () => {
    const words = await say('/positions', {
      positions: [aPosition({ stop: null, now: null, r: null, lastSeenMs: BUSY_MS })],
    })
    expect(words).toContain('Stop NONE')
    expect(words).toContain('no price')
    expect(words).toContain('R not known')
    expect(words).toContain('as it was at 2014-06-13 08:30 UTC')
  })

  it('says why there are none', async () => {
    expect(await say('/positions', { positions: [], orders: [aWaitingOrder({ state: 'closed' })] })).toBe(
      'Positions: 0 open\nNothing is open. A mission that is fired and filled stands here until it is closed.',
    )
  })
})

describe('/balance and /risk', () => {
  it('tell the money of the account that is shown, by its name and in its currency', async () => {
    expect(await say('/balance')).toContain('Balance · Broker · SIMULATED · a3f9\nBalance     10000.00 USD')
    const words = await say('/risk')
    for (const row of [
      'Lost today  120.00 USD',
      'Left of it  180.00 USD',
      'Open risk    99.96 USD',
      'Shots           1 of 6',
    ])
      expect(words).toContain(row)
  })

  it('have nothing left once more is lost than the limit, and no number where none is known', async () => {
    const fire = { ...aBusyRoom().fire, lossTodayCents: Cents.parse(40_000) }
    expect(await say('/risk', { fire })).toMatch(/Left of it +0\.00 USD/)
    expect(await say('/risk', nothing)).toContain('its limits in money are not known')
    const dayless = { ...aBusyRoom().fire, lossLimitCents: null }
    expect(await say('/risk', { fire: dayless })).toMatch(/Left of it +not known yet/)
    expect(await say('/balance', nothing)).toContain('No terminal has told its account yet')
  })
})

describe('/guards and /locks', () => {
  const lock = aGuard({ guard: 'TILT_LOCKOUT', text: 'Four losses in a row.', leftMs: null, blocks: true })

  it('tell each guard with its sentence and its end; locks are those that block', async () => {
    const fire = { ...aBusyRoom().fire, guards: [lock, aGuard()] }
    const words = await say('/guards', { fire })
    expect(words).toContain(
      'TILT LOCKOUT · holds every new shot\nFour losses in a row.\nIts end is not known.',
    )
    const halts = (['PAUSED', 'HALTED'] as const).map(name => aGuard({ guard: name, leftMs: null }))
    const halted = await say('/guards', { fire: { ...aBusyRoom().fire, guards: halts } })
    expect(halted).toContain('Until /resume, or bitten resume.')
    expect(halted).toContain('Until it is resumed, unless the terminal holds by its own limits.')
    expect(words).toContain('MEDIC · warns or makes smaller')
    expect(await say('/locks', { fire })).not.toContain('MEDIC')
    expect(await say('/lock', { fire })).toContain('Locks: 1')
  })

  it('say that none stands, and that SAFE and PAUSED hold fire too', async () => {
    expect(await say('/guards', { fire: { ...aBusyRoom().fire, guards: [] } })).toContain(
      'Guards: none stands',
    )
    const words = await say('/guards', {
      fire: { ...aBusyRoom().fire, guards: [], selector: 'SAFE', paused: true },
    })
    expect(words).toContain('SAFE')
    expect(words).toContain('PAUSED: no new trade until /resume, or bitten resume.')
  })
})

describe('/link and /terminals', () => {
  it('tell how each terminal is, what is wrong, and what to do', async () => {
    const links = [
      aLinkView({ autoTrading: false, brokerConnected: null, problem: 'AutoTrading is off.', nextStep: 'Press AutoTrading.', cannot: ['orders that wait'] }),
      aLinkView({ terminal: 'terminal-2', broker: 'Other', kind: 'demo', accountMark: 'b0b1', beatAgeMs: null, pingMs: null, armed: false }),
    ] // prettier-ignore
    const words = await say('/link', { links })
    expect(words).toContain('Link: 2 terminals')
    expect(words).toContain('AutoTrading OFF, broker not known')
    expect(words).toContain('AutoTrading is off.\nPress AutoTrading.\nThis road can’t: orders that wait.')
    expect(words).toContain(
      'Linked, NOT armed: nothing is fired there\nBeat none yet, data 1 s ago, ping not known',
    )
    expect(await say('/terminals', { links })).toContain(
      'Broker · SIMULATED · a3f9: linked, armed, hedging · shown\nOther · demo · b0b1: linked, not armed, hedging',
    )
    const paused = await say('/link', { fire: { ...aBusyRoom().fire, paused: true } })
    expect(paused).toMatch(/^Link: 1 terminal\nNew trades are paused until \/resume, or bitten resume\.\n/)
    expect(await say('/link', nothing)).toContain('MetaTrader does not run on this computer.\nStart it.')
  })
})
