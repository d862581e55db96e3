import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { EngineEvent } from '../../../contracts/events.ts'
import { Cents, EpochMs, type Ulid } from '../../../contracts/primitives.ts'
import type { PositionView } from '../../../contracts/open-trade-views.ts'
import { commandBench, labelsOf, saidBy } from '../../../testkit/command-bench.ts'
import { aDealDone, aTradeClosed, aUlid } from '../../../testkit/events.ts'
import { aLinkView, aWarRoom } from '../../../testkit/views.ts'
import { PATIENCE_MS } from '../outcome/follow.ts'
import { TRADING_COMMANDS } from './index.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const HANDLES = { digits: 5, lotStep: 0.01, lotMin: 0.01, nearestStop: '1.10300', breakEven: '1.10241', pointCents: 40, costCents: -280 } // prettier-ignore

const aPosition = (change: Partial<PositionView> = {}): PositionView => ({
  terminal: 'terminal-1', position: '77', pair: 'EURUSD', symbol: 'EURUSD', side: 'buy', lots: '0.40', open: '1.10234', now: '1.10334',
  stop: '1.10134', target: '1.10434', r: 1, pips: 10, netCents: Cents.parse(3_720), openMs: EpochMs.parse(0), progress: 0.66, external: false,
  lastSeenMs: null, mission: aUlid(7), handles: HANDLES, ...change,
}) // prettier-ignore

function bench(...positions: PositionView[]) {
  const all = commandBench(TRADING_COMMANDS)
  all.desk.shown = aWarRoom({ positions })
  return all
}

const event = (kind: string, command: Ulid, is: string, more = {}) =>
  EngineEvent.parse({ kind, atMs: 1, command, is, retcode: 10_009, text: 'done', ...more })
const out = (lots: string, deal: string, position = '77', profit = '40.00') => {
  const { deal: done, ...rest } = aDealDone(1)
  const money = { profit, commission: '-1.40', swap: '0' }
  return EngineEvent.parse({
    ...rest,
    deal: { ...done, ...money, deal, entry: 'out', lots, price: '1.10334', position },
  })
}

describe('/close', () => {
  it('shows the position as it stands, and answers with its result and deal', async () => {
    const { desk, said, pressed } = bench(aPosition())
    desk.obeys = ({ id }) => {
      desk.tell(event('closeAnswered', id, 'accepted'), out('0.40', '2'), aTradeClosed())
      return { is: 'done', text: 'Close sent.' }
    }
    const question = await said('/close 77')
    expect(question.html.text).toContain(
      [
        '<b>CLOSE EURUSD long 0.40</b> · #77',
        '<b>Broker · SIMULATED · a3f9</b> — a drill, no real money',
        '1.10234 → 1.10334, +10.0 pips',
        '<b>+1.00 R</b>, +37.20 USD as it stands',
        'Stop 1.10134 · target 1.10434',
      ].join('\n'),
    )
    const [yes] = question.buttons?.flat() ?? []
    if (!yes) throw new Error('no question')
    expect((await pressed(yes)).html.text).toContain(
      '✅ <b>CLOSED</b> EURUSD long, 0.10 lots in all\n<b>+1.50 R</b> · +15.00 USD\nDeal 2: 0.40 lots at 1.10334\n<b>Broker',
    )
    expect(desk.commands).toMatchObject([
      { command: { kind: 'closePosition', terminal: 'terminal-1', position: '77', lots: null } },
    ])
  })

  it('offers what is ours, and never touches what is not', async () => {
    const { said } = bench(aPosition(), aPosition({ position: '88', external: true }))
    const choice = await said('/close')
    expect(saidBy(choice)).toEqual(['/close 77'])
    expect(labelsOf(choice)).toEqual(['EURUSD long 0.40, +1.00 R'])
    expect((await said('/close 88')).html.text).toContain('was not opened by BITTEN')
    expect((await said('/close 99')).html.text).toContain('No position 99 is open.')
    expect((await said('/close all the things')).html.text).toContain('FLATTEN')
    expect((await said('/close 12x')).html.text).toContain('“12x” is no ticket')
  })

  it('asks of which account when two have a position with that ticket', async () => {
    const { desk, said, confirmed } = bench(
      aPosition(),
      aPosition({ terminal: 'two', netCents: Cents.parse(-5) }),
    )
    desk.shown = { ...desk.shown, links: [aLinkView(), aLinkView({ terminal: 'two', broker: 'Other', kind: 'demo', accountMark: 'b0b0' })] } // prettier-ignore
    const choice = await said('/close #77')
    expect(labelsOf(choice)).toEqual(['Broker · SIMULATED · a3f9', 'Other · demo · b0b0'])
    expect(saidBy(choice)).toEqual(['/close 77@a3f9', '/close 77@b0b0'])
    expect(saidBy(await said('/partial 77 50%'))).toEqual(['/partial 77@a3f9 50%', '/partial 77@b0b0 50%'])
    expect(saidBy(await said('/close'))).toEqual(['/close 77@a3f9', '/close 77@b0b0'])
    for (const says of saidBy(await said(`/stop 77 ${'9'.repeat(900)}`)))
      expect(says).toMatch(/^\/stop 77@\w{4}$/)
    for (const says of saidBy(await said(`/partial 77 ${'½'.repeat(5)}${'半'.repeat(11)}`)))
      expect(says).toMatch(/^\/partial 77@\w{4}$/)
    desk.obeys = ({ id }) => {
      desk.tell(
        out('0.40', '5'),
        aTradeClosed(),
        event('closeAnswered', id, 'rejected', { retcode: 10_018, text: 'Market is closed' }),
      )
      return { is: 'done', text: 'Close sent.' }
    }
    const { html } = await confirmed('/close 77@B0B0')
    expect(html.text).toContain('❌ <b>NOT CLOSED.</b> The broker refused it (10018): Market is closed.')
    expect(html.text).toContain('Other · demo · b0b0')
  })

  it('takes one account that two terminals show for one', async () => {
    const { desk, said } = bench(aPosition({ lastSeenMs: EpochMs.parse(0) }), aPosition({ terminal: 'two' }))
    desk.shown = { ...desk.shown, links: [aLinkView({ state: 'down' }), aLinkView({ terminal: 'two' })] }
    const { html } = await said('/close 77')
    expect(html.text).toContain('<b>CLOSE EURUSD')
    expect(html.text).not.toContain('not linked')
  })

  it('says after half a minute what was sent, when nothing comes back', async () => {
    const { desk, confirmed } = bench(aPosition())
    desk.obeys = () => ({ is: 'done', text: 'Close of 77 sent; waiting for the terminal.' })
    const outcome = confirmed('/close 77')
    await vi.advanceTimersByTimeAsync(PATIENCE_MS)
    expect((await outcome).html.text).toContain(
      '⏳ <b>No answer of the terminal yet</b>, after 30 s.\nClose of 77 sent; waiting for the terminal. It is recorded',
    )
  })
})

describe('/partial', () => {
  it('takes lots or a share in whole steps, and answers with the deal and what is left', async () => {
    const { desk, confirmed } = bench(aPosition({ lots: '0.05' }))
    desk.obeys = ({ id }) => {
      desk.tell(event('closeAnswered', id, 'accepted'), out('0.02', '2'))
      return { is: 'done', text: 'Sent.' }
    }
    const { html } = await confirmed('/partial 77 50%')
    expect(html.text).toContain(
      '✅ <b>PART CLOSED</b> EURUSD: 0.02 lots, +38.60 USD\nDeal 2: 0.02 lots at 1.10334\n0.03 lots stay open in position 77.',
    )
    expect(desk.commands).toMatchObject([{ command: { lots: '0.02' } }])
  })

  it.each([
    ['/partial 77', 'How much of 0.40 lots EURUSD?'],
    ['/partial 77 half', '“half” is no part of 0.40 lots'],
    ['/partial 77 100%', '“100%” is no part of 0.40 lots'],
    ['/partial 77 0.5', '0.50 lots is more than the 0.40 that are open. 0.40 lots are open.'],
    ['/partial 77 0.005', 'is not a whole number of steps of 0.01.'],
    ['/partial 77 1%', 'is not a whole number of steps of 0.01.'],
  ])('%s: %s', async (text, answer) => {
    const { desk, said } = bench(aPosition())
    expect((await said(text)).html.text).toContain(answer)
    expect(desk.commands).toEqual([])
  })

  it('of a position whose terminal is not linked says that all of it can be closed', async () => {
    const { said } = bench(aPosition({ handles: null }))
    expect((await said('/partial 77 50%')).html.text).toContain('All of it can be: /close 77.')
  })
})

describe('stops and targets', () => {
  const moved = (text: string) => async () => {
    const { desk, confirmed } = bench(aPosition())
    desk.obeys = ({ id }) => {
      desk.tell(event('modifyAnswered', id, 'accepted'))
      return { is: 'done', text: 'Sent.' }
    }
    const { html } = await confirmed(text)
    return { html, commands: desk.commands }
  }

  it.each([
    ['/be 77', { stop: '1.10241', target: '1.10434' }, 'Stop 1.10241 (was 1.10134)\nTarget 1.10434'],
    ['/stop 77 1,10250', { stop: '1.10250', target: '1.10434' }, 'Stop 1.10250 (was 1.10134)'],
    ['/target 77 1.10500', { stop: '1.10134', target: '1.10500' }, 'Target 1.10500 (was 1.10434)'],
    ['/target 77 none', { stop: '1.10134', target: null }, 'Target none (was 1.10434)'],
  ])('%s keeps the other level, and answers when the terminal has moved it', async (text, to, answer) => {
    const { html, commands } = await moved(text)()
    expect(html.text).toContain('✅ <b>MOVED</b> EURUSD long, position 77')
    expect(html.text).toContain(answer)
    expect(commands).toMatchObject([{ command: { kind: 'modifyPosition', position: '77', ...to } }])
  })

  it.each([
    ['/be 77', { handles: { ...HANDLES, breakEven: null } }, 'Break-even is not to be had'],
    ['/be 77', { handles: null }, 'What its stop could be is not known now'],
    ['/stop 77', {}, 'Its stop is 1.10134; the nearest that the broker takes now is 1.10300.'],
    ['/stop 77 low', {}, '“low” is no price such as 1.10300.'],
    ['/target 77 9', { stop: null }, 'It has no stop.'],
  ])('%s of %j says why nothing is asked', async (text, change, answer) => {
    const { said } = bench(aPosition(change))
    const reply = await said(text)
    expect(reply.html.text).toContain(answer)
    expect(labelsOf(reply)).toEqual([])
  })

  it('refused by the desk, a stop that would go away is answered with the desk’s words', async () => {
    const { desk, confirmed } = bench(aPosition())
    desk.obeys = () => ({ is: 'refused', code: 'STOP_AWAY', text: 'A stop is only ever moved nearer.' })
    expect((await confirmed('/stop 77 1.09')).html.text).toContain(
      '⛔ <b>Not moved.</b> A stop is only ever moved nearer.',
    )
  })
})
