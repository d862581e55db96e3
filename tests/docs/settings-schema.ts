import { z } from 'zod'
import { Settings } from '../../engine/contracts/settings.ts'

type Schema = z.core.JSONSchema.BaseSchema

export type SettingRow = Readonly<{ key: string; default: string; range: string }>

/** Every setting of the schema by its path, as its page writes it. */
export function settingRows(): readonly SettingRow[] {
  const schema = z.toJSONSchema(Settings, { io: 'output' })
  const defaults: unknown = Settings.parse({ version: 1 })
  return rowsOf(schema, defaults, '').filter(({ key }) => key !== '`version`')
}

function rowsOf(schema: Schema, value: unknown, path: string): readonly SettingRow[] {
  const { properties } = schema
  if (!properties) return [{ key: code(path), default: code(JSON.stringify(value)), range: rangeOf(schema) }]
  return Object.entries(properties).flatMap(([key, inside]) =>
    rowsOf(inside as Schema, (value as Record<string, unknown>)[key], path === '' ? key : `${path}.${key}`),
  )
}

const code = (text: string): string => `\`${text}\``

/** What the schema lets in, in the words of the page. */
function rangeOf(schema: Schema): string {
  if (schema.anyOf) return (schema.anyOf as Schema[]).map(rangeOf).join(' or ')
  if (schema.enum) return schema.enum.map(value => code(JSON.stringify(value))).join(', ')
  if (schema.const !== undefined) return code(JSON.stringify(schema.const))
  switch (schema.type) {
    case 'null':
      return '`null`'
    case 'boolean':
      return '`true`, `false`'
    case 'integer':
      return `whole, ${span(schema)}`
    case 'number':
      return span(schema)
    case 'array':
      return `up to ${schema.maxItems} of: ${rangeOf(schema.items as Schema)}`
    case 'string':
      return schema.pattern?.includes('https') ? 'an address' : 'a whole path'
    case 'object':
      return Object.entries(schema.properties ?? {})
        .map(([key, inside]) => `${code(key)} ${rangeOf(inside as Schema)}`)
        .join('; ')
    default:
      throw new Error(`no words for ${JSON.stringify(schema)}`)
  }
}

function span({ minimum, exclusiveMinimum, maximum }: Schema): string {
  const from = exclusiveMinimum === undefined ? `from ${minimum}` : `above ${exclusiveMinimum}`
  return maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? from : `${from} to ${maximum}`
}
