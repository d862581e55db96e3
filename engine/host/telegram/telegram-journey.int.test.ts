import { beforeAll, expect, it } from 'vitest'
import { randomIds } from '../../adapters/identity/index.ts'
import { EpochMs, TerminalId, Ticket } from '../../contracts/primitives.ts'
import { eventually } from '../../testkit/eventually.ts'
import { bundleTelegramDesk, TelegramDesk } from '../../testkit/telegram-desk.ts'
import { viewOf } from '../../testkit/whole-host.ts'

beforeAll(bundleTelegramDesk, 120_000)

it('a mission is told, fired by two presses, followed in its own message and closed; chat, ledger and view agree', async () => {
  const desk = await TelegramDesk.start()
  const { mission } = await desk.nextMission()
  const briefing = await desk.missionMessage(mission, 'PENDING')
  expect(briefing.text).toContain('SIMULATED')

  await desk.press(briefing, 'Fire')
  const question = await desk.message(({ buttons }) => buttons.flat().some(label => label.includes('FIRE')))
  expect(desk.told('orderRecorded')).toEqual([])
  await desk.press(question, '✅ FIRE')
  const verdict = await desk.message(({ id, text }) => id === question.id && text.includes('FILLED'))
  const [order] = desk.told('orderRecorded')
  const [fill] = desk.told('dealDone')
  expect(order).toMatchObject({ origin: 'telegram', mission: mission.id })
  expect(verdict.text).toContain(`deal ${fill?.deal.deal}`)
  expect(verdict.buttons.flat()).not.toContain('No')

  const open = await desk.message(({ id, text }) => id === briefing.id && text.includes(`FILLED #${fill?.deal.position}`)) // prettier-ignore
  expect((await viewOf(desk.host)).positions).toMatchObject([{ position: fill?.deal.position }])

  await desk.press(open, 'Close')
  const sure = await desk.message(({ buttons }) => buttons.flat().some(label => label.includes('CLOSE')))
  await desk.press(sure, '✅ CLOSE')
  await desk.message(({ id, text }) => id === sure.id && text.includes('CLOSED'))
  await desk.message(({ text }) => text.startsWith('🏁 CLOSED'))
  const over = await desk.message(({ id, text }) => id === briefing.id && text.includes('CLOSED'))

  const { trades, total } = await desk.trades('simulated')
  expect(total).toBe(1)
  expect(over.text).toContain(`${Math.abs(trades[0]?.r ?? 99).toFixed(2)} R`)
  expect(over.text).toContain((Math.abs(trades[0]?.netCents ?? 0) / 100).toFixed(2))
  expect(over.buttons).toEqual([])
  expect((await viewOf(desk.host)).positions).toEqual([])
  expect(await desk.expectToldOnce(['hello', 'fire?', 'close?'].length)).toEqual([])
}, 300_000)

const ids = randomIds()
const fromWindow = () => ({ id: ids.next(EpochMs.parse(Date.now())), origin: 'window' as const })

it('a bot that dies again and again tells everything once, and the engine never notices', async () => {
  const desk = await TelegramDesk.start()
  const { host } = desk
  const starts = desk.told('engineStarted').length
  const { mission } = await desk.nextMission()
  desk.endBot()
  expect(await host.command({ kind: 'fireMission', mission: mission.id, ...fromWindow() })).toMatchObject({
    is: 'done',
  })
  await eventually(() => expect(desk.told('dealDone')).toHaveLength(1))
  await desk.live()
  desk.endBot()
  const { terminal, position } = await eventually(async () => {
    const [open] = (await viewOf(host)).positions
    if (!open) throw new Error('no position is open')
    return { terminal: TerminalId.parse(open.terminal), position: Ticket.parse(open.position) }
  })
  await desk.live()
  await host.command({ kind: 'closePosition', terminal, position, ...fromWindow() })
  await eventually(() => expect(desk.told('tradeClosed')).toHaveLength(1))
  desk.endBot()

  await desk.missionMessage(mission, 'CLOSED')
  await desk.expectToldOnce(1)
  expect(host.notices().filter(({ text }) => text.includes('ended by the test'))).not.toEqual([])
  expect([desk.told('engineStarted').length, desk.told('terminalLost'), desk.told('disarmed')]).toEqual([
    starts,
    [],
    [],
  ])
  expect((await viewOf(host)).links).toMatchObject([{ armed: true, problem: null }])
}, 300_000)

it('a desk that was started again is paused as before, tells nothing twice, and takes no answer to an old question', async () => {
  const desk = await TelegramDesk.start()
  const { chat } = desk.bench
  const { mission } = await desk.nextMission()
  const briefing = await desk.missionMessage(mission, 'PENDING')
  chat.send('/pause')
  await eventually(() => expect(desk.told('paused')).toMatchObject([{ origin: 'telegram' }]))
  chat.send('/resume')
  const question = await desk.message(({ buttons }) => buttons.flat().includes('No'))
  await desk.expectToldOnce(['hello', 'paused', 'resume?'].length)

  await desk.restart()
  await desk.live()
  await eventually(async () => expect((await viewOf(desk.host)).fire.paused).toBe(true))
  await desk.message(({ id, text }) => id === question.id && text.includes('has ended'))
  expect(chat.press(question.id, '✅ RESUME new trades')).toBe('stale')
  expect((await viewOf(desk.host)).fire.paused).toBe(true)
  expect(desk.told('resumed')).toEqual([])
  expect(desk.host.telegram().chats).toMatchObject([{ name: 'Anna', role: 'commander' }])
  expect((await desk.missionMessage(mission, 'Confidence')).id).toBe(briefing.id)
  await desk.expectToldOnce(['hello', 'paused', 'resume?'].length)
}, 300_000)
