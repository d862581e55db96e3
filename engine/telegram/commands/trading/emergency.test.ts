import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { EngineEvent } from '../../../contracts/events.ts'
import { Cents, EpochMs } from '../../../contracts/primitives.ts'
import type { WarRoomView } from '../../../contracts/views.ts'
import type { OrderView } from '../../../contracts/open-trade-views.ts'
import { commandBench, firstButton, labelsOf, saidBy } from '../../../testkit/command-bench.ts'
import { aDealDone, aTradeClosed, aUlid } from '../../../testkit/events.ts'
import { aLinkView, aMissionView, aWarRoom } from '../../../testkit/views.ts'
import { PATIENCE_MS } from '../outcome/follow.ts'
import { TRADING_COMMANDS } from './index.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function bench(change: Partial<WarRoomView> = {}) {
  const all = commandBench(TRADING_COMMANDS)
  all.desk.shown = aWarRoom(change)
  all.desk.obeys = ({ command }) => ({ is: 'done', text: `${command.kind} done.` })
  const commands = () => all.desk.commands.map(({ command }) => command)
  return { ...all, commands }
}

describe('/flatten', () => {
  const requested = (terminal: string, id: number) =>
    EngineEvent.parse({ kind: 'flattenRequested', atMs: 1, command: aUlid(id), terminal, origin: 'telegram' })
  const ended = (terminal: string, id: number, left: string[], text: string) =>
    EngineEvent.parse({ kind: 'flattenEnded', atMs: 2, command: aUlid(id), terminal, left, text })
  const TWO = { links: [aLinkView(), aLinkView({ terminal: 'terminal-2', broker: 'Other', kind: 'demo' })] }

  it('names at each account what was closed and what could not be', async () => {
    const { desk, confirmed } = bench(TWO)
    desk.obeys = () => {
      desk.tell(requested('terminal-1', 1), requested('terminal-2', 2))
      setTimeout(() => {
        desk.tell(aTradeClosed(), ended('terminal-1', 1, [], 'Flat: no position of BITTEN is open.'))
        desk.tell(ended('terminal-2', 2, ['99'], 'Not closed after 15 s: 99.'))
      }, 15_000)
      return { is: 'done', text: 'Flatten sent.' }
    }
    const outcome = confirmed('/flatten')
    await vi.advanceTimersByTimeAsync(15_000)
    expect((await outcome).html.text).toBe(
      [
        '⚠️ <b>FLATTEN: not everything is closed.</b> New trades are paused.',
        '<b>Broker · SIMULATED · a3f9</b>',
        '• EURUSD long closed, +1.50 R, deal 2',
        'Flat: no position of BITTEN is open.',
        '<b>Other · demo · a3f9</b>',
        'Not closed after 15 s: 99.',
        'Flatten sent.',
      ].join('\n'),
    )
  })

  it('waits for no terminal that is away, and says that it is told later', async () => {
    const { desk, said, pressed } = bench({ links: [aLinkView(), aLinkView({ terminal: 'terminal-2', broker: 'Other', state: 'down' })] }) // prettier-ignore
    desk.obeys = () => {
      desk.tell(requested('terminal-1', 1), requested('terminal-2', 2), ended('terminal-1', 1, [], 'Flat.'))
      return { is: 'done', text: 'Other will be flattened as soon as it is linked.' }
    }
    const question = await said('/panic')
    expect(question.html.text).toContain('⚠️ Other · SIMULATED · a3f9 is not linked')
    expect((await pressed(firstButton(question))).html.text).toContain(
      'Not ended yet: an alert tells when it has.\nOther will be flattened',
    )
  })

  it('works while the engine is down, and gives the host’s own words', async () => {
    const { desk, said, pressed } = bench()
    desk.down = { is: 'failed', code: 'ENGINE_DOWN', text: 'The engine is starting.' }
    desk.obeys = () => ({ is: 'done', text: 'BITTEN told the terminal directly.' })
    const question = await said('/flatten')
    expect(question.html.text).toContain('What is open is not known here')
    expect((await pressed(firstButton(question))).html.text).toBe(
      '🛑 <b>FLATTEN</b>\nBITTEN told the terminal directly.',
    )
  })

  it('asks although an engine that hangs does not say what is open', async () => {
    vi.useRealTimers()
    const { desk, said } = bench()
    desk.view = () => new Promise(() => {})
    const question = await said('/flatten')
    expect(question.html.text).toContain('The engine does not answer. What is open is not known here')
    expect(labelsOf(question)[0]).toBe('✅ FLATTEN everything')
  })

  it('says so when a terminal has not ended after half a minute', async () => {
    const { desk, confirmed } = bench()
    desk.obeys = () => {
      desk.tell(requested('terminal-1', 1))
      return { is: 'done', text: 'Flatten sent.' }
    }
    const outcome = confirmed('/flatten')
    await vi.advanceTimersByTimeAsync(PATIENCE_MS)
    expect((await outcome).html.text).toContain('Not ended yet')
  })

  it('lists what is open before it asks', async () => {
    const position = { terminal: 'terminal-1', position: '77', pair: 'EURUSD', symbol: 'EURUSD', side: 'sell', lots: '0.40', open: '1', now: null, stop: null, target: null, r: -0.5, pips: 0, netCents: Cents.parse(-500), openMs: EpochMs.parse(0), progress: null, external: false, lastSeenMs: null, mission: null, handles: null } as const // prettier-ignore
    const { said } = bench({ positions: [position, { ...position, external: true, symbol: 'GBPUSD' }] })
    const { html } = await said('/flatten')
    expect(html.text).toContain('• EURUSD short 0.40, −0.50 R, −5.00 USD, Broker · SIMULATED · a3f9')
    expect(html.text).not.toContain('GBPUSD')
  })
})

describe('/cancel', () => {
  const ORDER = aUlid(9)
  const order: OrderView = {
    order: ORDER, mission: null, terminal: 'terminal-1', pair: 'EURUSD', symbol: 'EURUSD', side: 'buy', lots: 0.4, state: 'waiting', text: '',
    sinceMs: EpochMs.parse(0), waits: { price: '1.10100', leftMs: 600_000 }, external: false, settle: null,
  } // prettier-ignore
  const answered = (is: string) =>
    EngineEvent.parse({
      kind: 'orderAnswered',
      atMs: 1,
      order: ORDER,
      is,
      retcode: 10_009,
      position: null,
      text: '',
    })

  it('asks for all that is pending, and offers each order that waits by itself', async () => {
    const { said, pressed, commands } = bench({ missions: [aMissionView()], orders: [order] })
    const question = await said('/cancel')
    expect(question.html.text).toContain('• EURUSD long, 12 min left\n• waits: EURUSD long 0.40 at 1.10100')
    expect(saidBy(question)).toEqual([`/cancel ${ORDER}`])
    expect((await pressed(firstButton(question))).html.text).toContain('✅ <b>CANCELLED</b>')
    expect(commands()).toEqual([{ kind: 'cancelAll' }])
  })

  it.each([
    ['cancelled', '✅ <b>TAKEN BACK</b> EURUSD 0.4 lots at 1.10100. Nothing of it was filled.'],
    ['expired', '✅ <b>EXPIRED</b> EURUSD'],
  ])('takes one order back, and answers when it is %s', async (is, text) => {
    const { desk, confirmed } = bench({ orders: [order] })
    desk.obeys = () => {
      desk.tell(answered(is))
      return { is: 'done', text: 'Taking back.' }
    }
    expect((await confirmed(`/cancel ${ORDER}`)).html.text).toContain(text)
  })

  it('says how much was filled meanwhile, and what became of the rest', async () => {
    const { desk, confirmed } = bench({ orders: [order] })
    const { deal, ...done } = aDealDone(1)
    const part = EngineEvent.parse({
      ...done,
      order: ORDER,
      deal: { ...deal, profit: '0', commission: '0', swap: '0', deal: '900', lots: '0.10', price: '1.10100', position: '77' },
    }) // prettier-ignore
    desk.obeys = () => {
      setTimeout(() => desk.tell(part), 10)
      setTimeout(() => desk.tell(answered('cancelled')), 20)
      return { is: 'done', text: 'Taking back.' }
    }
    const outcome = confirmed(`/cancel ${ORDER}`)
    await vi.advanceTimersByTimeAsync(20)
    expect((await outcome).html.text.split('\n').slice(0, 3)).toEqual([
      '⚠️ <b>PARTLY FILLED before it could be taken back:</b> 0.10 of EURUSD 0.4 lots at 1.10100',
      'Deal 900: 0.10 lots at 1.10100, position 77',
      'The rest is gone.',
    ])
  })

  it('leaves alone what is not ours or does not wait', async () => {
    const { said } = bench({ orders: [{ ...order, external: true }] })
    expect((await said(`/cancel ${ORDER}`)).html.text).toContain('was not placed by BITTEN')
    expect((await said('/cancel 5')).html.text).toContain('No order 5 waits.')
  })
})
