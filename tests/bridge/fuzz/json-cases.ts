/** JSON as it is meant, nearly as it is meant, and not at all. */
import type { Chance } from './chance.ts'
import { mutated } from './mutate.ts'

const NAMES = [
  'id',
  'symbol',
  'a',
  'b',
  '',
  'é',
  '\\u0061',
  '\\ud83d\\ude00',
  'n\\"x',
  '__proto__',
  '7',
  '\\u0000',
]
const TEXTS = [
  '',
  'EURUSD',
  '1.10236',
  'ü€😀',
  '\\u20ac',
  '\\ud800',
  '\\udc00\\ud800',
  '\\n\\t\\/',
  '\\x',
  'a\u0000b',
  '\u2028',
  '\u007f',
]
const NUMBERS = [
  '0',
  '-0',
  '1',
  '-1',
  '01',
  '1.',
  '.5',
  '1e3',
  '1E-2',
  '1e',
  '+1',
  '9007199254740993',
  '1e400',
  '0.00001',
  '-12.5e+2',
  '1'.repeat(41),
]
const WORDS = ['true', 'false', 'null', 'nul', 'True', 'NaN', 'Infinity', '']
const BLANKS = ['', '', '', ' ', '\n', '\t\r', '\u00a0', '\f']

function value(chance: Chance, depth: number): string {
  const kind = chance.below(depth > 0 ? 7 : 4)
  if (kind === 0) return `"${chance.pick(TEXTS)}"`
  if (kind === 1) return chance.pick(NUMBERS)
  if (kind === 2) return chance.pick(WORDS)
  if (kind === 3) return String((chance.next() - 0.5) * 10 ** chance.below(12))
  if (kind === 4)
    return `[${chance.list(4, () => padded(value(chance, depth - 1), chance)).join(comma(chance))}]`
  return `{${chance.list(5, () => member(chance, depth)).join(comma(chance))}}`
}

const comma = (chance: Chance): string => (chance.isOnceIn(40) ? ',,' : ',')
const padded = (text: string, chance: Chance): string => `${chance.pick(BLANKS)}${text}${chance.pick(BLANKS)}`
const member = (chance: Chance, depth: number): string =>
  `${padded(`"${chance.pick(NAMES)}"`, chance)}:${padded(value(chance, depth - 1), chance)}`

/** Now and then as wide or as deep as nobody means it. */
function extreme(chance: Chance): string {
  const times = chance.pick([3, 17, 64, 65, 300])
  return chance.pick([
    '['.repeat(times),
    `${'['.repeat(times)}${']'.repeat(times)}`,
    `{${Array.from({ length: times }, (_, at) => `"${at}":0`).join(',')}}`,
    `[${'0,'.repeat(times * 60)}0]`,
    `"${'\\u00e4'.repeat(times)}"`,
  ])
}

/** Half of them as generated, the others changed in a byte or three. `samples` are bodies that are really sent. */
export function jsonCase(chance: Chance, samples: readonly Buffer[]): Buffer {
  if (chance.isOnceIn(60)) return Buffer.from(extreme(chance))
  const whole = chance.isOnceIn(3) ? chance.pick(samples) : Buffer.from(padded(value(chance, 4), chance))
  return chance.isOnceIn(2) ? whole : mutated(whole, chance)
}
