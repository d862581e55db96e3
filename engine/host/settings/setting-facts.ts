import { Settings } from '../../contracts/settings.ts'
import { settingsSchema } from '../../contracts/settings-desk.ts'
import type { SettingFact, SettingRange, SettingsSchema } from '../../contracts/settings-desk.ts'
import { isObject } from '../data-folder/settings-file.ts'
import { AT_THE_START, sectionOf } from './settings-answers.ts'

/** Every setting of the schema by its path, in the order of the file. */
export function settingFacts(): readonly SettingFact[] {
  const { version: _, ...properties } = propertiesOf(settingsSchema())
  return factsOf(properties, Settings.parse({ version: 1 }), '')
}

const propertiesOf = ({ properties }: SettingsSchema): Record<string, SettingsSchema> =>
  (properties ?? {}) as Record<string, SettingsSchema>

function factsOf(properties: Record<string, SettingsSchema>, defaults: unknown, path: string): SettingFact[] {
  return Object.entries(properties).flatMap(([name, schema]) => {
    const key = path === '' ? name : `${path}.${name}`
    const byDefault = isObject(defaults) ? defaults[name] : undefined
    return schema.properties
      ? factsOf(propertiesOf(schema), byDefault, key)
      : [factOf(schema, key, byDefault)]
  })
}

function factOf(schema: SettingsSchema, key: string, byDefault: unknown): SettingFact {
  const [value = schema, orNull] = (schema.anyOf ?? [schema]) as SettingsSchema[]
  return {
    key,
    byDefault,
    range: rangeOf(value),
    orNull: orNull?.type === 'null',
    holds: AT_THE_START.includes(sectionOf(key)) ? 'next start' : 'at once',
    meaning: schema.description ?? '',
  }
}

function rangeOf(schema: SettingsSchema): SettingRange {
  if (schema.enum) return { is: 'choice', options: schema.enum.map(String) }
  if (typeof schema.const === 'string') return { is: 'words', words: schema.const }
  switch (schema.type) {
    case 'boolean':
      return { is: 'switch' }
    case 'integer':
    case 'number':
      return numberRange(schema)
    case 'string':
      return { is: schema.pattern?.includes('https') ? 'address' : 'path' }
    case 'array':
      return { is: 'list', upTo: schema.maxItems ?? Infinity, of: rangeOf(schema.items as SettingsSchema) }
    case 'object':
      return { is: 'parts', parts: Object.entries(propertiesOf(schema)).map(([key, part]) => ({ key, range: rangeOf(part) })) } // prettier-ignore
    default:
      throw new Error(`A setting of a kind that nobody knows: ${JSON.stringify(schema)}`)
  }
}

function numberRange({ type, minimum = -Infinity, exclusiveMinimum, maximum }: SettingsSchema): SettingRange {
  const isAbove = typeof exclusiveMinimum === 'number'
  const to = maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? null : maximum
  return {
    is: 'number',
    isWhole: type === 'integer',
    from: isAbove ? exclusiveMinimum : minimum,
    isAbove,
    to,
  }
}
