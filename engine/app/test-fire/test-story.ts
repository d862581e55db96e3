/** The newest test fire of a terminal: when each step was stored, by the computer's clock. */
import type { EngineEvent, EventOf } from '../../contracts/events.ts'
import type { EpochMs } from '../../contracts/primitives.ts'
import type { TestFire } from '../../contracts/test-fire.ts'
import { averagePoints } from '../../domain/fire/trade.ts'
import type { DeskState, OrderRecord } from '../desk-state.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'

/** How the order stands is looked up when it is shown. */
export type TestStory = Omit<TestFire, 'state' | 'why'>

/** Folds an event of a test fire, after the rest of the desk has. One that is not of the newest changes nothing. */
export function noteTest(desk: DeskState, event: EngineEvent, wallMs: EpochMs): void {
  if (event.kind === 'orderRecorded') {
    desk.lastTests.set(event.terminal, storyOf(event, wallMs))
    return
  }
  for (const [terminal, story] of desk.lastTests) {
    if (story.mission !== event.trace) continue
    desk.lastTests.set(terminal, { ...story, ...stepOf(desk, story, event, wallMs) })
  }
}

function storyOf(event: EventOf<'orderRecorded'>, recordedMs: EpochMs): TestStory {
  const { mission, order, account, pair, symbol, digits, side, lots, price, stop, riskCents } = event
  return {
    mission, order, account, pair, symbol, digits, side, lots, price, stop, riskCents, recordedMs,
    sentMs: null, answered: null, filled: null, closeAskedMs: null, closeAnswered: null, closed: null,
  } // prettier-ignore
}

function stepOf(desk: DeskState, story: TestStory, event: EngineEvent, atMs: EpochMs): Partial<TestStory> {
  switch (event.kind) {
    case 'orderSent':
      return { sentMs: atMs }
    case 'orderAnswered': {
      const { is, retcode, text } = event
      return { answered: { atMs, is, retcode, text } }
    }
    case 'dealDone':
      return { filled: story.filled ?? filledAt(desk, story, atMs) }
    case 'closeRequested':
      return { closeAskedMs: story.closeAskedMs ?? atMs }
    case 'closeAnswered': {
      const { is, retcode, text } = event
      return { closeAnswered: { atMs, is, retcode, text } }
    }
    case 'tradeClosed': {
      const { close: price, netCents } = event.trade
      return { closed: { atMs, price, netCents } }
    }
    default:
      return {}
  }
}

function filledAt(
  desk: DeskState,
  { order: id, price, digits }: TestStory,
  atMs: EpochMs,
): TestStory['filled'] {
  const ins = (desk.orders.get(id)?.deals ?? []).filter(({ entry }) => entry === 'in')
  if (ins.length === 0) return null
  const filled = averagePoints(ins, digits)
  return { atMs, price: filled, slippagePoints: filled - price }
}

/** The newest at a terminal, while it is on the account that it was fired on: it says nothing of another one. */
export function lastTestOf(
  { lastTests, orders }: DeskState,
  { id, hello }: TerminalDesk,
): Readonly<{ story: TestStory; order: OrderRecord }> | null {
  const story = lastTests.get(id)
  const order = story && orders.get(story.order)
  return story && order?.loginHash === hello.loginHash ? { story, order } : null
}
