/** A test fire with the real Expert Advisor on a demo account: the whole way from a command to the deal that closes it. */
import { expect, it, onTestFinished, vi } from 'vitest'
import { randomIds } from '../../engine/adapters/identity/index.ts'
import { EpochMs, TerminalId } from '../../engine/contracts/primitives.ts'
import { bundleDeskProcess } from '../../engine/testkit/bundle-program.ts'
import { newDataFolder } from '../../engine/testkit/data-folder.ts'
import { sqliteBinding } from '../../engine/testkit/sqlite-binding.ts'
import { DeskProcess } from '../chaos/desk-process.ts'
import { EaOnHost } from './ea-on-host.ts'

const WEEK_MS = 7 * 86_400_000
/** Of a week since the epoch, which began on a Thursday: a Wednesday, 09:00 UTC. */
const MORNING_MS = 6 * 86_400_000 + 9 * 3_600_000
/** Both clocks are so far ahead that it is the next such morning: the market is open, whenever this runs. */
const AHEAD_MS = (MORNING_MS - (Date.now() % WEEK_MS) + WEEK_MS) % WEEK_MS
const SYMBOLS = ['EURUSD.m']

async function quotedUntil(ea: EaOnHost, check: () => void | Promise<void>): Promise<void> {
  let step = 0
  await vi.waitFor(
    async () => {
      step = 1 - step
      await ea.run(`tick ${SYMBOLS[0]} 1.1023${step} 1.1024${step}`)
      await check()
    },
    { timeout: 60_000, interval: 100 },
  )
}

it('the Expert Advisor fills a test fire with its stop and closes it, when the desk asks for it', async () => {
  const { desk: program, paths } = await bundleDeskProcess('test-fire-desk')
  const start = { dataFolder: newDataFolder({ noCalendar: 'warn' }), sqliteBinding: sqliteBinding(), paths }
  const desk = new DeskProcess(program, start, AHEAD_MS)
  onTestFinished(() => desk.kill())
  const { port, pairingKey } = await desk.ready()
  const inputs = { InpPairingKey: pairingKey, InpCommission: 7, InpMaxSpread: 100 }
  const before = [`clock ahead ${AHEAD_MS}`, 'market open']
  const ea = await EaOnHost.start({ port }, { symbols: SYMBOLS, inputs, before })
  const { terminal } = await desk.told('terminalLinked')
  // A busy machine reads the past slowly, and before that there is no price.
  await quotedUntil(ea, async () => {
    const id = randomIds().next(EpochMs.parse(Date.now() + AHEAD_MS))
    const answer = await desk.command({ kind: 'testFire', id, origin: 'cli', terminal: TerminalId.parse(terminal) })
    expect(answer).toMatchObject({ is: 'done' })
  })
  const of = <K extends (typeof desk.events)[number]['event']['kind']>(kind: K) =>
    desk.events.filter(({ event }) => event.kind === kind).map(({ event }) => event)
  await quotedUntil(ea, () => expect(of('tradeClosed')).toHaveLength(1))
  expect(of('missionIssued')).toMatchObject([{ mission: { test: true, kind: 'demo' } }])
  expect(of('orderAnswered')).toMatchObject([{ is: 'accepted' }])
  expect(of('closeRequested')).toMatchObject([{ origin: 'testFire' }])
  expect(of('stopChanged')).toEqual([])
  expect(of('tradeClosed')).toMatchObject([{ trade: { lots: 0.01, reason: 'command', test: true } }])
}, 150_000) // prettier-ignore
