/**
 * ea/Include/BITTEN/Protocol.mqh: what the Expert Advisor knows of the wire, written out of the contracts, so that the two sides
 * cannot drift apart. A test compares the committed file with this.
 */
import {
  DEAL_REASONS,
  DEFAULT_PORT,
  FACTS,
  FROM_APP,
  FROM_TERMINAL,
  IMPORTANCES,
  LIMITS,
  MAGIC,
  PROTOCOL_VERSION,
  REFUSALS,
  TAKES,
  UNSIGNED,
  VERDICTS,
} from '../../../engine/contracts/wire/index.ts'
import { PAIRS } from '../../../engine/contracts/pairs.ts'
import { BAR_BYTES, MAX_BARS } from '../../../engine/wire/bar-records.ts'
import { MAX_TICKS, TICK_BYTES } from '../../../engine/wire/tick-records.ts'
import { textLimits } from './text-limits.ts'

const RULE = '//+------------------------------------------------------------------+'
const NAME_WIDTH = 30

/** `stopOut` → `STOP_OUT`; `WRONG_KEY` stays. */
const capitals = (word: string): string => word.replaceAll(/([a-z])([A-Z])/g, '$1_$2').toUpperCase()

const define = (name: string, value: string | number): string => `#define ${name.padEnd(NAME_WIDTH)} ${value}`
const words = (prefix: string, values: readonly string[]): string[] =>
  values.map(value => define(`${prefix}_${capitals(value)}`, `"${value}"`))

const messageName = (type: string): string => `MESSAGE_${capitals(type)}`

/** A question about a type of message, as a function of MQL5. */
function question(name: string, types: readonly string[]): string[] {
  const lines: string[] = []
  for (const type of types) {
    const asked = `type==${messageName(type)}`
    const last = lines.at(-1)
    if (last !== undefined && `${last} || ${asked}`.length < 90)
      lines[lines.length - 1] = `${last} || ${asked}`
    else lines.push(asked)
  }
  return [
    RULE,
    `bool ${name}(const string type)`,
    '  {',
    `   return(${lines.join(' ||\n          ')});`,
    '  }',
  ]
}

const unique = (values: readonly string[]): string[] => [...new Set(values)]

export function protocolHeader(): string {
  const lines = [
    RULE,
    '//| Protocol.mqh                                                     |',
    '//| Names and limits of the protocol (docs/protocol.md). GENERATED   |',
    '//| from engine/contracts by `npm run ea -- protocol`: changed there |',
    '//| and never here.                                                  |',
    RULE,
    '#ifndef BITTEN_PROTOCOL_MQH',
    '#define BITTEN_PROTOCOL_MQH',
    '',
    define('PROTOCOL_VERSION', PROTOCOL_VERSION),
    define('DEFAULT_PORT', DEFAULT_PORT),
    define('DEFAULT_MAGIC', MAGIC),
    ...sizes(),
    '//--- Types of messages',
    ...words('MESSAGE', unique([...FROM_TERMINAL, ...FROM_APP])),
    '//--- Words of the fields',
    ...words('TAKES', TAKES),
    ...words('VERDICT', VERDICTS),
    ...words('REFUSAL', REFUSALS),
    ...words('CAUSE', DEAL_REASONS),
    ...words('IMPORTANCE', IMPORTANCES),
    '//--- The pairs of the desk, the most traded first',
    define('PAIR_COUNT', PAIRS.length),
    `const string PAIRS[PAIR_COUNT]=\n  {\n${pairRows()}\n  };`,
    ...question('IsAppMessage', FROM_APP),
    ...question('IsUnsignedMessage', UNSIGNED),
    ...question('IsFactMessage', FACTS),
    '',
    '#endif',
    RULE,
  ]
  return `${lines.join('\n')}\n`
}

function sizes(): string[] {
  return [
    '//--- Sizes',
    define('LIMIT_HEADER_BYTES', LIMITS.headerBytes),
    define('LIMIT_BODY_BYTES', LIMITS.bodyBytes),
    define('LIMIT_MAC_BYTES', LIMITS.macBytes),
    define('LIMIT_NONCE_BYTES', LIMITS.nonceBytes),
    define('LIMIT_DEPTH', LIMITS.depth),
    define('LIMIT_NUMBER', Number.MAX_SAFE_INTEGER),
    define('TICK_BYTES', TICK_BYTES),
    define('LIMIT_TICKS', MAX_TICKS),
    define('BAR_BYTES', BAR_BYTES),
    define('LIMIT_BARS', MAX_BARS),
    '//--- Longest texts and lists, largest values',
    ...textLimits().map(({ name, limit }) => define(`LIMIT_${name}`, limit)),
  ]
}

function pairRows(): string {
  const rows: string[] = []
  for (let at = 0; at < PAIRS.length; at += 5) {
    rows.push(
      `   ${PAIRS.slice(at, at + 5)
        .map(pair => `"${pair}"`)
        .join(',')}`,
    )
  }
  return rows.join(',\n')
}
