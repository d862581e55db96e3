import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { EngineEvent } from '../../engine/contracts/events.ts'
import { Cents } from '../../engine/contracts/primitives.ts'
import { typed } from '../../engine/telegram/commands/help.ts'
import { TRADING_COMMANDS } from '../../engine/telegram/commands/trading/index.ts'
import type { Reply } from '../../engine/telegram/reply.ts'
import { commandBench, firstButton, labelsOf } from '../../engine/testkit/command-bench.ts'
import { aDealDone, aUlid } from '../../engine/testkit/events.ts'
import { parseHtml } from '../../engine/testkit/telegram-server/markup/html.ts'
import { aLinkView, aMission, aMissionView, aWarRoom } from '../../engine/testkit/views.ts'
import { declineCopy } from '../../renderer/copy/mission.ts'
import { tableUnder } from './markdown.ts'

const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/telegram.md'), 'utf8')

test('docs/telegram.md has every command that trades, with what it does', () => {
  const rows = TRADING_COMMANDS.map(command => [`\`${typed(command)}\``, command.does])
  expect(tableUnder(page, '## Commands that trade')).toEqual(rows)
})

/** As a chat shows it, with its buttons below. */
function shown({ html, buttons = [] }: Reply): string {
  const rows = buttons.map(row => row.map(({ label }) => `[${label}]`).join(' '))
  return ['```text', parseHtml(html.text).text, ...rows, '```'].join('\n')
}

const ORDER = aUlid(9)
const EURUSD = {
  pair: 'EURUSD', symbol: 'EURUSD', bid: '1.10229', ask: '1.10236', spreadPips: 0.7, normPips: 0.8, move: 0, stale: false, ageMs: 300, spark: [],
} as const // prettier-ignore

function aDemoDesk() {
  const bench = commandBench(TRADING_COMMANDS)
  const confidence = { p: 0.38, n: 1_240, calibrated: true, source: 'model' }
  const plan = {
    stop: 110_122,
    target: 110_514,
    stopPoints: 112,
    rewardRatio: 2.5,
    expectedR: 0.14,
    quality: 'GOLD',
  }
  const { stop, target } = plan
  const shot = { lots: 0.4, riskCents: Cents.parse(4_788), riskPct: 0.48, rewardCents: Cents.parse(10_892) }
  const mission = { ...aMission({ kind: 'demo', drill: false, confidence }), ...plan } as ReturnType<
    typeof aMission
  >
  bench.desk.shown = aWarRoom({
    links: [aLinkView({ kind: 'demo', broker: 'IC Markets' })],
    prices: { EURUSD },
    missions: [
      aMissionView({
        mission,
        shot,
        driftPips: 0.2,
        freshness: { is: 'FRESH', text: 'The spread is 0.88 times its usual; at most 2.' },
      }),
    ],
  })
  const recorded = EngineEvent.parse({
    kind: 'orderRecorded', atMs: 1, order: ORDER, mission: mission.id, terminal: 'terminal-1', account: 'demo', pair: 'EURUSD', symbol: 'EURUSD',
    digits: 5, side: 'buy', lots: 0.4, price: 110_236, stop, target, riskCents: 4_788, origin: 'telegram', validUntilWallMs: 2,
  }) // prettier-ignore
  const { deal, ...event } = aDealDone(48_213_377)
  const fill = EngineEvent.parse({
    ...event,
    order: ORDER,
    deal: {
      ...deal,
      profit: '0',
      commission: '0',
      swap: '0',
      lots: '0.40',
      price: '1.10238',
      position: '48213390',
    },
  })
  bench.desk.obeys = () => {
    bench.desk.tell(recorded, fill)
    return { is: 'done', text: 'Fired.', order: ORDER }
  }
  return bench
}

test('docs/telegram.md shows a question and its outcome as the bot words them', async () => {
  const { said, pressed } = aDemoDesk()
  const question = await said('/fire EURUSD')
  const outcome = await pressed(firstButton(question))
  for (const reply of [question, outcome]) expect(page).toContain(shown(reply))
})

test('a mission is declined with the same reasons in a chat as in the window', async () => {
  expect(labelsOf(await aDemoDesk().said('/reject EURUSD'))).toEqual(declineCopy.reasons)
})
