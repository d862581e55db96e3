import { expect, test } from 'vitest'
import { TerminalId } from '../../contracts/primitives.ts'
import type { ComputerFacts } from '../../contracts/terminal-state.ts'
import type { Beat, Hello } from '../../contracts/wire/index.ts'
import { aHello, DESK, DeskHarness } from '../../testkit/desk-harness.ts'
import { TerminalWatch } from './terminal-watch.ts'

/** A desk that is looked at every second; `said` is everything that was said. */
function aWatchedDesk(hello: Partial<Hello> = {}) {
  const desk = new DeskHarness({ hello })
  const watch = new TerminalWatch(desk.engine.desk)
  const said: string[] = []
  const seconds = (count: number, each: () => void = () => undefined) => {
    for (let second = 0; second < count; second++) {
      each()
      desk.wait(1_000)
      said.push(...watch.look().map(({ text }) => text))
    }
  }
  const beat = (over: Partial<Beat> = {}) =>
    desk.tell({
      type: 'beat',
      body: { marketMs: desk.nowMs(), autoTrading: true, tradeAllowed: true, brokerConnected: true, pingMs: 1, queued: 0, unacked: 0, ...over }, // prettier-ignore
    })
  const row = () => desk.feed.snapshot().links[0]
  return { desk, said, seconds, beat, row }
}

const sees = (over: Partial<ComputerFacts> = {}): ComputerFacts => ({
  metaTrader: 'running',
  port: 5_577,
  portWished: 5_577,
  training: false,
  ...over,
})

test('beats that stop are shown after three seconds, said after five more, and their return too', () => {
  const { desk, said, seconds, beat, row } = aWatchedDesk()
  desk.play(1, () => 110_000).link()
  seconds(10, () => beat())
  expect(row()).toMatchObject({ code: 'WELL', problem: null })
  expect(said).toEqual([])
  seconds(4)
  expect(row()).toMatchObject({ code: 'SILENT', problem: 'The terminal has been silent for 5 s.' })
  expect(said).toEqual([])
  seconds(6)
  expect(said).toHaveLength(1)
  expect(said[0]).toMatch(/^The terminal has been silent for \d+ s\. See whether MetaTrader is frozen\.$/)
  seconds(10, () => beat())
  expect(said.at(-1)).toBe('The terminal speaks again.')
})

test('a terminal that blocks in the broker says so before, and is not called silent', () => {
  const { desk, seconds, beat, row } = aWatchedDesk()
  desk.play(1, () => 110_000).link()
  beat()
  desk.engine.busy(DESK, 20_000)
  seconds(10)
  expect(row()?.code).toBe('WELL')
  seconds(11)
  expect(row()?.code).toBe('SILENT')
})

test('a session that has just begun is not silent for the silence of the one before', () => {
  const { desk, seconds, beat, row } = aWatchedDesk()
  desk.play(1, () => 110_000).link()
  beat()
  desk.engine.terminalDown(DESK, 'a test')
  seconds(60)
  desk.link()
  expect(row()?.code).toBe('WELL')
})

test.each([
  [{ brokerConnected: false }, 'BROKER_DOWN'],
  [{ autoTrading: false, tradeAllowed: false }, 'ALGO_OFF'],
  [{ tradeAllowed: false }, 'ADVISOR_FORBIDDEN'],
  [{ denies: 'Halted.' }, 'ADVISOR_DENIES'],
  [{ pingMs: 800 }, 'SLOW_BROKER'],
] as const)('a beat with %o is shown as %s at once', (over, code) => {
  const { desk, beat, row } = aWatchedDesk()
  desk.play(1, () => 110_000).link()
  beat(over)
  expect(row()?.code).toBe(code)
})

test('a clock that differs from the terminal’s or the broker’s is shown with the difference', () => {
  const { desk, beat, row } = aWatchedDesk({ kind: 'demo' })
  desk.play(1, () => 110_000).link()
  beat()
  desk.engine.heard(DESK, desk.nowMs() - 4_000, desk.nowMs())
  expect(row()).toMatchObject({ code: 'TERMINAL_CLOCK' })
  desk.engine.heard(DESK, desk.nowMs(), desk.nowMs())
  desk.quote(110_000)
  desk.tell({ type: 'beat', body: { marketMs: (desk.nowMs() + 9_000) as never, autoTrading: true, tradeAllowed: true, brokerConnected: true, pingMs: 1, queued: 0, unacked: 0 } }) // prettier-ignore
  expect(row()).toMatchObject({ code: 'COMPUTER_CLOCK', problem: "The computer's clock is 9 s behind the broker's." }) // prettier-ignore
})

test('prices that stop while the market is open are missed, of a simulated terminal never', () => {
  for (const [kind, code] of [
    ['demo', 'PRICES_STOPPED'],
    ['simulated', 'WELL'],
  ] as const) {
    const { desk, seconds, beat, row } = aWatchedDesk({ kind })
    desk.play(1, () => 110_000).link()
    seconds(95, () => beat())
    expect(row()?.code).toBe(code)
  }
})

test('what only the host knows is shown while no real terminal has a row, and then in its row', () => {
  const { desk, said, seconds, row } = aWatchedDesk({ kind: 'demo' })
  const shown = () => desk.feed.snapshot().computer
  expect(shown()).toMatchObject({ metaTrader: 'unknown', code: 'WELL' })
  desk.engine.computer(sees({ metaTrader: 'absent' }))
  expect(shown()).toMatchObject({ metaTrader: 'absent', code: 'NOT_RUNNING' })
  desk.engine.computer(sees({ port: 5_578 }))
  expect(shown()).toMatchObject({ code: 'PORT_TAKEN' })
  desk.engine.computer(sees())
  expect(shown()).toMatchObject({ code: 'NEVER_LINKED' })
  seconds(10)
  expect(said).toHaveLength(1)
  desk.play(1, () => 110_000).link()
  expect(shown()).toMatchObject({ code: 'WELL', problem: null })
  desk.engine.terminalDown(DESK, 'a test')
  desk.engine.computer(sees({ metaTrader: 'absent' }))
  expect(row()).toMatchObject({ code: 'NOT_RUNNING', problem: 'MetaTrader is not running on this computer.' })
  expect(shown()).toMatchObject({ code: 'WELL' })
})

test('whoever only trains is told nothing of MetaTrader until a real terminal was linked once, over a restart too', () => {
  const { desk } = aWatchedDesk({ kind: 'demo' })
  desk.engine.computer(sees({ metaTrader: 'absent', training: true }))
  expect(desk.feed.snapshot().computer.code).toBe('WELL')
  desk.play(1, () => 110_000).link()
  desk.crash()
  desk.engine.computer(sees({ metaTrader: 'running', training: true }))
  expect(desk.feed.snapshot().computer.code).toBe('NOT_LINKED')
})

test('a simulated terminal that is down is no matter of MetaTrader', () => {
  const { desk, row } = aWatchedDesk({ kind: 'simulated' })
  desk.engine.computer(sees({ metaTrader: 'absent' }))
  desk.play(1, () => 110_000).link()
  desk.engine.terminalDown(DESK, 'a test')
  expect(row()).toMatchObject({ code: 'NOT_LINKED', nextStep: 'The training ground is started again by itself.' }) // prettier-ignore
})

test('with several terminals each saying names the broker and the server', () => {
  const { desk, said, seconds, beat } = aWatchedDesk()
  desk.play(1, () => 110_000).link()
  const other = TerminalId.parse('desk-2')
  desk.engine.terminalUp(other, 'session', aHello({ uuid: other, broker: 'Other', server: 'Other-1' }))
  seconds(12, () => beat())
  expect(said).toHaveLength(1)
  expect(said[0]).toMatch(/^Other, Other-1: The terminal has been silent for \d+ s\./)
})
