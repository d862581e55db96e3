import { describe, expect, it } from 'vitest'
import type { GuardView, WarRoomView } from '../../../contracts/views.ts'
import { commandBench, firstButton, labelsOf } from '../../../testkit/command-bench.ts'
import { aWarRoom } from '../../../testkit/views.ts'
import { TRADING_COMMANDS } from './index.ts'

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

  it.each([
    ['/pause', 'Paused: no new trades.', '✅ <b>PAUSED</b>\nNo new trades.'],
    ['/pause', 'Paused.', '✅ <b>PAUSED</b>'],
    ['/safe', 'The selector is on SAFE.', '✅ <b>SAFE</b>\nThe selector is on SAFE.'],
  ])('say once what %s has done', async (text, answer, told) => {
    const { desk, said } = bench()
    desk.obeys = () => ({ is: 'done', text: answer })
    expect((await said(text)).html.text).toBe(told)
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
        '• at most 1 open at once (0 now), at most 3 shots a day (0 today)',
      ].join('\n'),
    )
    desk.obeys = () => ({ is: 'refused', code: 'NO_AUTO', text: 'AUTO begins at WARRIOR.' })
    expect((await pressed(firstButton(question))).html.text).toContain('AUTO begins at WARRIOR.')
    expect(commands()).toEqual([{ kind: 'setSelector', selector: 'AUTO' }])
  })
})

it('AUTO is not asked for where the desk would refuse it: its reason, and where the selector is', async () => {
  const { desk, said, commands } = bench()
  desk.judges = command =>
    command.kind === 'setSelector' && command.selector === 'AUTO'
      ? { is: 'refused', code: 'NO_AUTO', text: 'A NIBBLER has no AUTO; it begins as WARRIOR.' }
      : { is: 'done', text: '' }
  const reply = await said('/auto')
  expect(reply.html.text).toBe(
    '⛔ <b>The selector was not turned.</b> A NIBBLER has no AUTO; it begins as WARRIOR.\nThe selector is on SELECT.',
  )
  expect([labelsOf(reply), commands()]).toEqual([[], []])
})

it('real money is not consented to from a chat, and the answer says where', async () => {
  const { said, commands } = bench()
  expect((await said('/consent I trade real money with BITTEN')).html.text).toContain('never from a chat')
  expect(commands()).toEqual([])
})
