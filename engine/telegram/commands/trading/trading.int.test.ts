import { beforeAll, expect, it, onTestFinished } from 'vitest'
import type { StoredEvent, EventKind, EventOf } from '../../../contracts/events.ts'
import { EpochMs } from '../../../contracts/primitives.ts'
import { randomIds } from '../../../adapters/identity/index.ts'
import { missionInCalm } from '../../../testkit/calm-market.ts'
import { commandsOver, firstButton, labelsOf } from '../../../testkit/command-bench.ts'
import { eventually } from '../../../testkit/eventually.ts'
import { deskLineTo } from '../../../testkit/host-desk-line.ts'
import { bundleHost, startWholeHost, viewOf } from '../../../testkit/whole-host.ts'
import { TRADING_COMMANDS } from './index.ts'

beforeAll(bundleHost, 120_000)

const LONG_MS = 240_000

async function aDesk() {
  const host = await startWholeHost(undefined, { seed: 7, speed: 1 })
  const stored: StoredEvent[] = []
  onTestFinished(host.onTold(events => stored.push(...events)))
  const told = <K extends EventKind>(kind: K) =>
    stored.map(({ event }) => event).filter((event): event is EventOf<K> => event.kind === kind)
  return { host, told, ...commandsOver(deskLineTo(host), TRADING_COMMANDS) }
}

it(
  'a mission is fired by one confirmation and closed by another; the answers, the view and the ledger agree',
  async () => {
    const { host, told, said, pressed, confirmed } = await aDesk()
    const { mission } = await missionInCalm(host)

    const question = await said(`/fire ${mission.id}`)
    expect(told('orderRecorded')).toEqual([])
    const filled = await pressed(firstButton(question))
    const [order] = told('orderRecorded')
    const [fill] = told('dealDone')
    expect(order).toMatchObject({ mission: mission.id, origin: 'telegram' })
    expect(filled.html.text).toContain(`✅ <b>FILLED</b>`)
    expect(filled.html.text).toContain(`deal ${fill?.deal.deal}: ${fill?.deal.lots} at ${fill?.deal.price}`)
    const ticket = fill?.deal.position ?? ''
    await eventually(async () =>
      expect((await viewOf(host)).positions).toMatchObject([{ position: ticket, mission: mission.id }]),
    )

    const again = await pressed(firstButton(question)).catch((problem: unknown) => String(problem))
    expect(again).toContain('Nothing is answered')

    const closed = await confirmed(`/close ${ticket}`)
    const [trade] = told('tradeClosed')
    expect(closed.html.text).toContain('✅ <b>CLOSED</b>')
    expect(closed.html.text).toContain(`Deal ${trade?.trade.dealOut}: `)
    expect(told('orderRecorded')).toHaveLength(1)
    expect(told('closeRequested')).toMatchObject([{ origin: 'telegram', position: ticket }])
    await eventually(async () => expect((await viewOf(host)).positions).toEqual([]))
  },
  LONG_MS,
)

it(
  'a part is closed and the stop goes nearer, then a flatten closes the rest and names it',
  async () => {
    const { host, told, said, confirmed } = await aDesk()
    const { mission } = await missionInCalm(host)
    await confirmed(`/fire ${mission.id}`)
    const [position] = await eventually(async () => {
      const { positions } = await viewOf(host)
      expect(positions[0]?.handles).toBeTruthy()
      return positions
    })
    const ticket = position?.position ?? ''
    const digits = position?.handles?.digits ?? 0

    const part = await confirmed(`/partial ${ticket} 50%`)
    expect(part.html.text).toContain('✅ <b>PART CLOSED</b>')
    expect(part.html.text).toContain(`lots stay open in position ${ticket}.`)

    const nearer = ((mission.stop + (mission.side === 'buy' ? 5 : -5)) / 10 ** digits).toFixed(digits)
    const moved = await confirmed(`/stop ${ticket} ${nearer}`)
    expect(moved.html.text).toContain(`Stop ${nearer} (was ${position?.stop})`)
    const back = await said(`/stop ${ticket} ${position?.stop}`)
    expect(back.html.text).toContain('⛔ <b>Not moved.</b>')
    expect(labelsOf(back)).toEqual([])
    expect(told('modifyRequested')).toHaveLength(1)

    expect((await said('/flatten')).html.text).toContain(`• ${mission.symbol}`)
    const flat = await confirmed('/flatten')
    expect(flat.html.text).toContain('✅ <b>FLAT.</b> New trades are paused.')
    expect(flat.html.text).toContain(`deal ${told('tradeClosed')[0]?.trade.dealOut}`)
    expect((await viewOf(host)).fire.paused).toBe(true)
    expect((await confirmed('/resume')).html.text).toContain('✅ <b>RESUMED</b>')
  },
  LONG_MS,
)

it(
  'window and chat fire the same mission at once, and one order leaves',
  async () => {
    const { host, told, said, pressed } = await aDesk()
    const { mission } = await missionInCalm(host)
    const id = randomIds().next(EpochMs.parse(Date.now()))
    const question = await said(`/fire ${mission.id}`)
    const [chat, window] = await Promise.all([
      pressed(firstButton(question)),
      host.command({ kind: 'fireMission', id, origin: 'window', mission: mission.id }),
    ])
    expect(told('orderRecorded')).toHaveLength(1)
    const isChats = told('orderRecorded')[0]?.origin === 'telegram'
    expect(window.is).toBe(isChats ? 'denied' : 'done')
    expect(chat.html.text).toContain(isChats ? '✅ <b>FILLED</b>' : '⛔ <b>Not fired:</b>')
  },
  LONG_MS,
)

it(
  'what the rank forbids, and what is no value, is refused before anybody is asked',
  async () => {
    const { host, told, said, confirmed } = await aDesk()
    await missionInCalm(host)
    const { settings } = host.settings()
    const answers = []
    for (const text of ['/settings riskPct 2', '/settings riskPct 5', '/settings riskPct often', '/auto']) {
      const reply = await said(text)
      expect(labelsOf(reply)).toEqual([])
      answers.push(reply.html.text)
    }
    expect(answers[0]).toContain('Looser than NIBBLER allows: riskPct 2 (at most 1).')
    expect(answers[0]).toContain('<b>riskPct</b> is 1')
    expect(answers[1]).toContain('riskPct: Too big')
    expect(answers[2]).toContain('riskPct: Invalid input')
    expect(answers[2]).toContain('Nothing was changed.\n<b>riskPct</b> is 1')
    expect(answers[3]).toContain('A NIBBLER has no AUTO; it begins as WARRIOR')
    expect(answers[3]).toContain('The selector is on SELECT.')
    expect([told('selectorSet'), host.settings().settings]).toEqual([[], settings])
    expect((await confirmed('/settings riskPct 0.5')).html.text).toContain('✅ <b>CHANGED</b>')
  },
  LONG_MS,
)
