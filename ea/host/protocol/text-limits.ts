/** The limits that the schemas of the bodies set, read out of the schemas themselves. */
import { z } from 'zod'
import { BODIES, type JsonMessageType } from '../../../engine/contracts/wire/index.ts'

type Limit = Readonly<{ name: string; limit: number }>
type Shape = Readonly<{
  maxLength?: number
  maxItems?: number
  maximum?: number
  items?: Shape
  properties?: Readonly<Record<string, Shape>>
}>

/** Field, by its path in the body of its message, and the name that the EA gives to its limit. */
const FIELDS: readonly Readonly<{ type: JsonMessageType; path: readonly string[]; name: string }>[] = [
  { type: 'hello', path: ['broker'], name: 'BROKER_TEXT' },
  { type: 'hello', path: ['server'], name: 'SERVER_TEXT' },
  { type: 'hello', path: ['program'], name: 'PROGRAM_TEXT' },
  { type: 'specs', path: ['symbols'], name: 'SYMBOLS' },
  { type: 'specs', path: ['symbols', '*', 'name'], name: 'SYMBOL_TEXT' },
  { type: 'positions', path: ['positions'], name: 'POSITIONS' },
  { type: 'orders', path: ['orders'], name: 'ORDERS' },
  { type: 'verdict', path: ['text'], name: 'VERDICT_TEXT' },
  { type: 'calendar', path: ['events'], name: 'EVENTS' },
  { type: 'calendar', path: ['events', '*', 'name'], name: 'EVENT_TEXT' },
  { type: 'beat', path: ['denies'], name: 'DENIES_TEXT' },
  { type: 'busy', path: ['ms'], name: 'BUSY_MS' },
  { type: 'note', path: ['text'], name: 'NOTE_TEXT' },
  { type: 'bye', path: ['reason'], name: 'BYE_TEXT' },
  { type: 'refuse', path: ['text'], name: 'REFUSE_TEXT' },
  { type: 'welcome', path: ['session'], name: 'SESSION_TEXT' },
  { type: 'history', path: ['max'], name: 'HISTORY_BARS' },
  { type: 'history', path: ['index'], name: 'INDEX' },
  { type: 'fire', path: ['ttlMs'], name: 'TTL_MS' },
  { type: 'fire', path: ['comment'], name: 'COMMENT_TEXT' },
  { type: 'sync', path: ['commands'], name: 'SYNC_COMMANDS' },
  { type: 'halt', path: ['reason'], name: 'HALT_TEXT' },
]

export const textLimits = (): Limit[] =>
  FIELDS.map(({ type, path, name }) => ({ name, limit: limitOf(type, path) }))

function limitOf(type: JsonMessageType, path: readonly string[]): number {
  let shape = z.toJSONSchema(BODIES[type], { io: 'input' }) as Shape | undefined
  for (const step of path) shape = step === '*' ? shape?.items : shape?.properties?.[step]
  const limit = shape?.maxLength ?? shape?.maxItems ?? shape?.maximum
  if (limit === undefined) throw new Error(`the contracts set no limit to ${type}.${path.join('.')}`)
  return limit
}
