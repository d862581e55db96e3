import { beforeAll, expect, it } from 'vitest'
import { TerminalId } from '../../../contracts/primitives.ts'
import type { MissionView } from '../../../contracts/views.ts'
import type { RunningSimulator } from '../../../terminal-sim/index.ts'
import { findInCalm } from '../../../testkit/calm-market.ts'
import { commandsOver, firstButton, labelsOf } from '../../../testkit/command-bench.ts'
import { newDataFolder } from '../../../testkit/data-folder.ts'
import { eventually } from '../../../testkit/eventually.ts'
import { deskLineTo } from '../../../testkit/host-desk-line.ts'
import { simulate, startFor } from '../../../testkit/simulated-terminal.ts'
import { bundleHost, startWholeHost, viewOf } from '../../../testkit/whole-host.ts'
import { accountName } from '../../texts/account-name.ts'
import { TRADING_COMMANDS } from './index.ts'

const ALPHA = TerminalId.parse('alpha')
const BRAVO = TerminalId.parse('bravo')

beforeAll(bundleHost, 120_000)

/** Two terminals with an account each and the same market, so that their missions are alike. */
async function twoTerminals() {
  const host = await startWholeHost(newDataFolder({ practiceUnlocked: true }))
  const { port, pairingKey } = host.ready()
  const start = startFor({ endpoint: `tcp://127.0.0.1:${port}` }, { speed: 1 })
  const simulators: RunningSimulator[] = []
  for (const uuid of [ALPHA, BRAVO])
    simulators.push((await simulate({ ...start, uuid, pairingKey })).simulator)
  const setSpeed = (speed: number) => {
    for (const simulator of simulators) simulator.control({ kind: 'speed', speed })
  }
  return { host, setSpeed, ...commandsOver(deskLineTo(host), TRADING_COMMANDS) }
}

/** A pair of which both accounts have a mission that can be fired. */
const pairOfTwo = (ready: readonly MissionView[]) =>
  ready.find(({ mission: { pair, terminal } }) =>
    ready.some(({ mission }) => mission.pair === pair && mission.terminal !== terminal),
  )?.mission.pair

it('two accounts with the same mission are asked about, named, and flattened each', async () => {
  const { host, setSpeed, said, pressed, confirmed } = await twoTerminals()
  const pair = await findInCalm(host, setSpeed, pairOfTwo)
  const names = (await viewOf(host)).links.map(accountName)

  const missions = await said(`/fire ${pair}`)
  expect(missions.html.text).toContain('Which mission?')
  const [first, second] = missions.buttons?.flat() ?? []
  if (!first || !second) throw new Error('both are offered')
  for (const [k, button] of [first, second].entries()) {
    expect(button.label).toContain(names[k])
    const filled = await pressed(firstButton(await pressed(button)))
    expect(filled.html.text).toContain('✅ <b>FILLED</b>')
    expect(filled.html.text).toContain(names[k])
  }
  await eventually(async () => expect((await viewOf(host)).positions).toHaveLength(2))

  const which = await said('/close')
  for (const [k, label] of labelsOf(which).entries()) expect(label).toContain(names[k])
  const closed = await pressed(firstButton(await pressed(firstButton(which))))
  expect(closed.html.text).toContain('✅ <b>CLOSED</b>')
  expect(closed.html.text).toContain(names[0])
  await eventually(async () => expect((await viewOf(host)).positions).toMatchObject([{ terminal: BRAVO }]))

  const flat = await confirmed('/flatten')
  for (const name of names) expect(flat.html.text).toContain(name)
  expect(flat.html.text).toContain('✅ <b>FLAT.</b>')
}, 240_000)
