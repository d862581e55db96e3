/** Commands of the app with a field or two that are not as they should be: taken by the EA exactly when the contract takes them. */
import { BODIES } from '../../../engine/contracts/wire/index.ts'
import { hex } from '../readers.ts'
import type { Case, Golden } from './cases.ts'
import type { Chance } from './chance.ts'

const COMMANDS = ['fire', 'place', 'cancel', 'modify', 'close', 'flatten', 'halt', 'resume'] as const
/** The last second that MQL5 knows. */
const LATEST_MS = 32_535_215_999_000
/** The contract has room for more, and the EA refuses it. */
const MOST = { deviation: 2_147_483_647, maxSpread: 2_147_483_647, untilMs: LATEST_MS }

const TEXTS = [
  '',
  'EURUSD',
  'E'.repeat(32),
  'E'.repeat(33),
  '1.10236',
  '1.',
  '.5',
  '01.5',
  '-1.1',
  '1e3',
  '123456789.12345678',
  '1234567890',
  '0.10',
  '12345678.1',
  'buy',
  'sell',
  'BUY',
  '01KDVDNP06ABCDEFGHJKMNPQRS',
  '01KDVDNP06ABCDEFGHJKMNPQRI',
  '01KDVDNP06ABCDEFGHJKMNPQR',
  '900000101',
  '0900000101',
  'a\tb',
  'ü€😀',
]
const NUMBERS = [0, 1, -1, 0.5, 60_000, 60_001, 777_001, 2_147_483_647, 1_767_225_600_000, LATEST_MS]
const OTHERS = [true, false, null, [], {}, [1], { atR: 1 }]

const anything = (chance: Chance): unknown =>
  chance.pick<unknown>(chance.pick<readonly unknown[]>([TEXTS, TEXTS, NUMBERS, NUMBERS, OTHERS]))

function changed(body: Record<string, unknown>, chance: Chance): Record<string, unknown> {
  const copy = { ...body }
  for (let left = chance.below(3); left > 0; left -= 1) {
    const name = chance.pick(Object.keys(body))
    if (chance.isOnceIn(4)) delete copy[name]
    else copy[name] = anything(chance)
  }
  if (chance.isOnceIn(8)) copy['unheardOf'] = anything(chance)
  return copy
}

export function commandCase(chance: Chance, golden: Golden): Case {
  const type = chance.pick(COMMANDS)
  const sample = golden.frames.find(frame => frame.type === type)?.bodyText ?? '{}'
  const body = changed(JSON.parse(sample) as Record<string, unknown>, chance)
  const isBeyond = Object.entries(MOST).some(([name, most]) => Number(body[name]) > most)
  const isTaken = BODIES[type].safeParse(body).success && !isBeyond
  return {
    lines: [`command ${type} ${hex(JSON.stringify(body))}`],
    judge([answer = '']) {
      const wasTaken = answer === 'taken'
      if (wasTaken === isTaken && (wasTaken || answer.startsWith('refused: '))) return null
      return `${isTaken ? 'taken' : 'refused'}: ${type} ${JSON.stringify(body)}`
    },
  }
}
