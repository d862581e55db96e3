import type { Command, CommandAnswer, Ulid } from '../../contracts/index.ts'
import type { TestFire, TestFireOffer, TestFires } from '../../contracts/test-fire.ts'
import { isUnfilled } from '../../domain/fire/order-facts.ts'
import type { Desk } from '../desk.ts'
import { refused } from '../orders/answers.ts'
import { fireJudged } from '../orders/fire-desk.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'
import { judgeTest, type NoTest } from './judge-test.ts'
import { lastTestOf } from './test-story.ts'

/**
 * Mission and order are recorded in one turn: a test fire is never pending, so that nothing and nobody else can take it. What the gate
 * denies is no mission, and leaves no trace.
 */
export function testFire(
  desk: Desk,
  { terminal: id, origin }: Extract<Command, { kind: 'testFire' }>,
): CommandAnswer {
  const terminal = desk.terminals.get(id)
  if (!terminal) return refused('LINK_DOWN', 'This terminal has not been linked since the start.')
  const answer = judgeTest(desk, terminal, desk.nextId())
  if (answer.is !== 'shot') return answerOf(answer)
  const { mission, shot } = answer
  desk.record({ kind: 'missionIssued', atMs: mission.issuedMs, trace: mission.id, mission })
  const record = desk.state.missions.get(mission.id)
  if (!record) throw new Error(`the test fire ${mission.id} was recorded and is not known`)
  const fired = fireJudged(desk, terminal, record, shot, origin)
  if (fired.is !== 'done') return fired
  const text = `Test fire: ${shot.lots} lots of ${mission.symbol} sent. It is closed as soon as it is filled.`
  const where = origin === 'cli' ? `bitten mission ${mission.id}` : 'the page Link'
  return { ...fired, text: `${text} How it went: ${where}` }
}

function answerOf(answer: NoTest): CommandAnswer {
  switch (answer.is) {
    case 'never':
      return refused('TEST_ACCOUNT', answer.text)
    case 'denied':
      return { is: 'denied', denials: [...answer.denials] }
    case 'refused':
      return answer
  }
}

/** Made for the page of the links, when it is asked for. */
export function testFires(desk: Desk, terminal: TerminalDesk): TestFires {
  const last = lastTest(desk, terminal)
  const seen = last && desk.stopsSeen.get(last.order)
  return { offer: offerOf(desk, terminal), last, stopSeen: seen ?? null }
}

/** Nothing is made by a look: its id leaves no trace. */
const NO_ID = '0'.repeat(26) as Ulid

function offerOf(desk: Desk, terminal: TerminalDesk): TestFireOffer {
  const answer = judgeTest(desk, terminal, NO_ID)
  if (answer.is === 'never') return answer
  if (answer.is === 'refused') return { is: 'denied', reasons: [answer.text] }
  if (answer.is === 'denied') return { is: 'denied', reasons: answer.denials.map(({ text }) => text) }
  const { mission, shot, costCents } = answer
  const { pair, symbol } = mission
  const { lots, riskCents } = shot
  return { is: 'ready', pair, symbol, lots, riskCents, costCents, currency: terminal.account?.currency ?? '' }
}

function lastTest({ state }: Desk, terminal: TerminalDesk): TestFire | null {
  const last = lastTestOf(state, terminal)
  if (!last) return null
  const { state: is, text } = last.order
  return { ...last.story, state: is, why: isUnfilled(is) || is === 'unknown' ? text : null }
}
