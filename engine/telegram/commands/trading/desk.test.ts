import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { EngineEvent } from '../../../contracts/events.ts'
import { Cents, EpochMs } from '../../../contracts/primitives.ts'
import { Settings } from '../../../contracts/settings.ts'
import type { GuardView, OrderView, WarRoomView } from '../../../contracts/views.ts'
import { commandBench, firstButton, labelsOf, saidBy } from '../../../testkit/command-bench.ts'
import { aTradeClosed, aUlid } from '../../../testkit/events.ts'
import { aLinkView, aMissionView, aWarRoom } from '../../../testkit/views.ts'
import { PATIENCE_MS } from '../outcome/follow.ts'
import { TRADING_COMMANDS } from './index.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

type Fire = Partial<WarRoomView['fire']>

function bench(fire: Fire = {}, change: Partial<WarRoomView> = {}) {
  const all = commandBench(TRADING_COMMANDS)
  const room = aWarRoom(change)
  all.desk.shown = { ...room, fire: { ...room.fire, ...fire } }
  all.desk.obeys = ({ command }) => ({ is: 'done', text: `${command.kind} done.` })
  const commands = () => all.desk.commands.map(({ command }) => command)
  return { ...all, commands }
}

const guard = (change: Partial<GuardView>): GuardView => ({
  guard: 'TILT_LOCKOUT', terminal: 'terminal-1', text: '4 losses in a row.', leftMs: 1_500_000, blocks: true, ...change,
}) // prettier-ignore

describe('/pause, /safe and /resume', () => {
  it('keep new trades back at once, and let them through only after a question', async () => {
    const { said, confirmed, commands } = bench({
      paused: true,
      guards: [guard({ guard: 'PAUSED', text: 'Paused.' })],
    })
    expect((await said('/pause')).html.text).toBe('✅ <b>PAUSED</b>\npause done.')
    expect((await said('/safe')).html.text).toContain('✅ <b>SAFE</b>')
    expect((await said('/resume')).html.text).toContain('<b>RESUME</b> new trades on every account')
    expect(commands()).toEqual([{ kind: 'pause' }, { kind: 'setSelector', selector: 'SAFE' }])
    expect((await confirmed('/resume')).html.text).toContain('✅ <b>RESUMED</b>')
  })

  it('say it when the engine is down, and did nothing', async () => {
    const { desk, said } = bench()
    desk.obeys = () => ({ is: 'refused', code: 'ENGINE_DOWN', text: 'The engine is down.' })
    expect((await said('/pause')).html.text).toBe('⛔ <b>Not paused.</b> The engine is down.')
  })
})

describe('/unlock', () => {
  it('ends a pause by asking, and names what stands besides with its end', async () => {
    const { said } = bench({ paused: true, guards: [guard({}), guard({ guard: 'PAUSED' })] })
    const reply = await said('/unlock')
    expect(reply.html.text).toContain(
      'What stands besides:\n• <b>tilt lockout</b>: 4 losses in a row. — 25 min left',
    )
    expect(labelsOf(reply)[0]).toBe('✅ RESUME new trades')
  })

  it('never ends a tilt or a daily stop, and says until when it holds', async () => {
    const stop = guard({ guard: 'DAILY_STOP', text: 'Lost 3 %.', leftMs: 7_200_000 })
    const warning = guard({ guard: 'TILT_WARNING', text: '3 losses.', leftMs: null, blocks: false })
    const { said, commands } = bench({ guards: [guard({}), stop, warning] })
    const reply = await said('/unlock')
    expect(reply.html.text).toContain('<b>Nothing here is ended by hand.</b>')
    expect(reply.html.text).toContain('• <b>daily stop</b>: Lost 3 %. — 2 h 00 min left')
    expect(reply.html.text).toContain('• <b>tilt warning</b>: 3 losses. (warns only) — until a trade is won')
    expect([labelsOf(reply), commands()]).toEqual([[], []])
  })

  it('has nothing to end when nothing is locked', async () => {
    expect((await bench().said('/unlock')).html.text).toBe('Nothing is locked.')
    expect((await bench({ selector: 'SAFE' }).said('/unlock')).html.text).toContain(
      '/select lets missions be fired.',
    )
  })
})

describe('the selector', () => {
  it('is turned to SELECT at once from AUTO, and from SAFE after a question', async () => {
    const fromAuto = bench({ selector: 'AUTO' })
    expect((await fromAuto.said('/select')).html.text).toContain('✅ <b>SELECT</b>')
    const fromSafe = bench({ selector: 'SAFE' })
    expect(labelsOf(await fromSafe.said('/select'))).toEqual(['✅ SELECT', 'No'])
    expect(fromSafe.commands()).toEqual([])
    expect((await bench().said('/select')).html.text).toContain('on SELECT already')
  })

  it('is turned to AUTO after its bounds were shown, or not at all with the desk’s reason', async () => {
    const { desk, said, pressed, commands } = bench()
    const question = await said('/auto')
    expect(question.html.text).toContain(
      [
        '<b>SELECT → AUTO</b>: BITTEN fires by itself, without asking',
        '<b>Broker · SIMULATED · a3f9</b> — a drill, no real money',
        'Within these bounds:',
        '• quality SILVER or better, shield 6 or more',
        '• 1 % of the balance a shot',
        '• until 1 open at once (0 now), 3 shots a day (0 today)',
      ].join('\n'),
    )
    desk.obeys = () => ({ is: 'refused', code: 'NO_AUTO', text: 'AUTO begins at WARRIOR.' })
    expect((await pressed(firstButton(question))).html.text).toContain('AUTO begins at WARRIOR.')
    expect(commands()).toEqual([{ kind: 'setSelector', selector: 'AUTO' }])
  })
})

describe('/flatten', () => {
  const requested = (terminal: string, id: number) =>
    EngineEvent.parse({ kind: 'flattenRequested', atMs: 1, command: aUlid(id), terminal, origin: 'telegram' })
  const ended = (terminal: string, id: number, left: string[], text: string) =>
    EngineEvent.parse({ kind: 'flattenEnded', atMs: 2, command: aUlid(id), terminal, left, text })
  const TWO = { links: [aLinkView(), aLinkView({ terminal: 'terminal-2', broker: 'Other', kind: 'demo' })] }

  it('names at each account what was closed and what could not be', async () => {
    const { desk, confirmed } = bench({}, TWO)
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
    const { desk, said, pressed } = bench({}, { links: [aLinkView(), aLinkView({ terminal: 'terminal-2', broker: 'Other', state: 'down' })] }) // prettier-ignore
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
    const { said } = bench({}, { positions: [position, { ...position, external: true, symbol: 'GBPUSD' }] })
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
    const { said, pressed, commands } = bench({}, { missions: [aMissionView()], orders: [order] })
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
    const { desk, confirmed } = bench({}, { orders: [order] })
    desk.obeys = () => {
      desk.tell(answered(is))
      return { is: 'done', text: 'Taking back.' }
    }
    expect((await confirmed(`/cancel ${ORDER}`)).html.text).toContain(text)
  })

  it('leaves alone what is not ours or does not wait', async () => {
    const { said } = bench({}, { orders: [{ ...order, external: true }] })
    expect((await said(`/cancel ${ORDER}`)).html.text).toContain('was not placed by BITTEN')
    expect((await said('/cancel 5')).html.text).toContain('No order 5 waits.')
  })
})

describe('/settings', () => {
  it('shows what a chat may change, and how', async () => {
    const { html } = await bench().said('/settings')
    expect(html.text).toContain('riskPct 1\n')
    expect(html.text).toContain('limits.openTrades none')
    for (const hidden of ['liveUnlocked', 'apiRoot', 'proxy', 'roads', '\nport ', 'consent'])
      expect(html.text).not.toContain(hidden)
    expect(html.text.length).toBeLessThan(4_096)
  })

  it('shows from and to, asks, and sends the revision that was seen', async () => {
    const { desk, said, pressed } = bench()
    const question = await said('/settings RISKPCT 0.5')
    expect(question.html.text).toContain('<b>riskPct</b>\n1 → <b>0.5</b>')
    expect((await pressed(firstButton(question))).html.text).toBe('✅ <b>CHANGED</b>\nChanged.')
    expect(desk.wishes).toEqual([{ seen: 1, change: { riskPct: 0.5 }, typed: null }])
  })

  it('wants words typed for what is unsafe, says which, and sends them as they were typed', async () => {
    const { desk, confirmed } = bench()
    desk.settled = { is: 'confirm', phrase: 'I risk more than one percent', text: 'Ten losses take 18.3 %.' }
    const { html } = await confirmed('/settings riskPct 2')
    expect(html.text).toContain('<code>/settings riskPct 2 I risk more than one percent</code>')
    await confirmed('/settings riskPct 2 I risk more than one percent')
    expect(desk.wishes.at(-1)).toMatchObject({
      change: { riskPct: 2 },
      typed: 'I risk more than one percent',
    })
  })

  it('reaches deep keys, lists and nothing', async () => {
    const { desk, confirmed } = bench()
    await confirmed('/settings limits.openTrades 2')
    await confirmed('/settings telegram.noise.closed silent')
    await confirmed('/settings telegram.voice.kinds ["closed"]')
    expect(desk.wishes.map(({ change }) => change)).toEqual([
      { limits: { openTrades: 2 } },
      { telegram: { noise: { closed: 'silent' } } },
      { telegram: { voice: { kinds: ['closed'] } } },
    ])
    expect((await bench().said('/settings limits.openTrades none')).html.text).toContain('is none already')
  })

  it.each([
    ['/settings liveUnlocked true', '<b>liveUnlocked</b> is changed in the window'],
    ['/settings telegram.apiRoot https://evil.example', '<b>telegram.apiRoot</b> is changed in the window'],
    ['/settings roads.files.consent x', 'in the window or in settings.json, never from a chat'],
    ['/settings riskPc 1', 'There is no setting “riskPc”. Did you mean riskPct?'],
    ['/settings riskPct', '<b>riskPct</b> is 1'],
    ['/settings telegram.noise', 'telegram.noise.closed on'],
  ])('%s: %s', async (text, answer) => {
    const { desk, said } = bench()
    const reply = await said(text)
    expect(reply.html.text).toContain(answer)
    expect([labelsOf(reply), desk.wishes]).toEqual([[], []])
  })

  it('gives the desk’s refusal in its words', async () => {
    const { desk, confirmed } = bench()
    desk.settled = { is: 'refused', code: 'LOOSER_THAN_RANK', text: 'Looser than NIBBLER allows.' }
    expect((await confirmed('/settings auto.slots 5')).html.text).toBe(
      '⛔ <b>Not changed.</b> Looser than NIBBLER allows.',
    )
    expect(Settings.parse({ version: 1 }).auto.slots).toBe(1)
  })
})

it('real money is not consented to from a chat, and the answer says where', async () => {
  const { said, commands } = bench()
  expect((await said('/consent I trade real money with BITTEN')).html.text).toContain('never from a chat')
  expect(commands()).toEqual([])
})
