/** Settings as they are typed: a text for each field, and back. */
import type { SettingFact, SettingRange } from '../../../engine/contracts/settings-desk.ts'
import { settingsCopy } from '../../copy/settings.ts'
import type { Draft } from '../../stores/draft-store.ts'

const words = settingsCopy.typing

type NumberRange = Extract<SettingRange, { is: 'number' }>

/** One thing to fill in: the whole setting, or a part of it with its name. */
export type Field = Readonly<{ part: string | null; range: SettingRange }>

export type Typed = Readonly<{ is: 'value'; value: unknown }> | Readonly<{ is: 'wrong'; text: string }>

export const fieldsOf = ({ range }: SettingFact): readonly Field[] =>
  range.is === 'parts'
    ? range.parts.map(({ key, range: of }) => ({ part: key, range: of }))
    : [{ part: null, range }]

/** Money is kept in cents, and typed as money. */
const scaleOf = ({ part }: Field): number => (part?.endsWith('Cents') ? 100 : 1)

export function draftOf(fact: SettingFact, value: unknown): Draft {
  return fieldsOf(fact).map(field => {
    const own = field.part === null ? value : partOf(value, field.part)
    if (Array.isArray(own)) return own.join('\n')
    if (typeof own === 'number') return String(own / scaleOf(field))
    return typeof own === 'string' || typeof own === 'boolean' ? String(own) : ''
  })
}

export function valueOf(fact: SettingFact, draft: Draft): Typed {
  const fields = fieldsOf(fact)
  const [first = ''] = draft
  if (first.trim() === '' && fact.orNull) return { is: 'value', value: null }
  const values: unknown[] = []
  for (const [at, field] of fields.entries()) {
    const typed = fieldValue(field, draft[at] ?? '')
    if (typed.is === 'wrong') return typed
    values.push(typed.value)
  }
  if (fact.range.is !== 'parts') return { is: 'value', value: values[0] }
  return { is: 'value', value: Object.fromEntries(fields.map(({ part }, at) => [part, values[at]])) }
}

function fieldValue(field: Field, raw: string): Typed {
  const text = raw.trim()
  const { range } = field
  switch (range.is) {
    case 'number':
      return numberValue(field, range, text)
    case 'switch':
      return { is: 'value', value: text === 'true' }
    case 'list':
      return listValue(range.upTo, text)
    default:
      return text === '' ? { is: 'wrong', text: words.empty } : { is: 'value', value: text }
  }
}

function numberValue(field: Field, range: NumberRange, text: string): Typed {
  const scale = scaleOf(field)
  const form = scale === 1 ? /^\d+(\.\d+)?$/ : /^\d+(\.\d\d?)?$/
  if (!form.test(text)) return { is: 'wrong', text: words.number(spanText(field, range)) }
  const value = scale === 1 ? Number(text) : Math.round(Number(text) * scale)
  const isTooLow = range.isAbove ? value <= range.from : value < range.from
  if (isTooLow || (range.to !== null && value > range.to) || (range.isWhole && !Number.isInteger(value)))
    return { is: 'wrong', text: words.outside(spanText(field, range)) }
  return { is: 'value', value }
}

function listValue(upTo: number, text: string): Typed {
  const lines = text.split('\n').map(line => line.trim()).filter(line => line !== '') // prettier-ignore
  return lines.length > upTo ? { is: 'wrong', text: words.tooMany(upTo) } : { is: 'value', value: lines }
}

/** whole, from 1 to 5 */
export function spanText(field: Field, { isWhole, from, isAbove, to }: NumberRange): string {
  const scale = scaleOf(field)
  const low = `${isAbove ? 'above' : 'from'} ${from / scale}`
  const span = to === null ? low : `${low} to ${to / scale}`
  return isWhole && scale === 1 ? `whole, ${span}` : span
}

const partOf = (value: unknown, part: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : null
