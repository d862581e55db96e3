import type { SettingFact, SettingRange } from '../../../engine/contracts/settings-desk.ts'
import { optionText, partWords, settingsCopy, wordsOf } from '../../copy/settings.ts'
import { amountText } from '../../ui/format/money.ts'
import { fieldsOf, spanText } from './fields.ts'

/** A value as a person says it; one without words of its own as the file has it. */
export function valueText(key: string, value: unknown): string {
  const words = wordsOf(key)
  if (value === null) return words?.none ?? 'null'
  switch (typeof value) {
    case 'number':
      return withUnit(String(value), words?.unit)
    case 'boolean':
      return optionText(String(value))
    case 'string':
      return key.endsWith('.consent') ? settingsCopy.given : optionText(value)
    default:
      return Array.isArray(value) ? listText(value) : drawdownText(value)
  }
}

const withUnit = (text: string, unit: string | undefined): string =>
  unit === undefined ? text : `${text} ${unit}`

const listText = (value: readonly unknown[]): string =>
  value.length === 0 ? settingsCopy.emptyList : value.join(', ')

function drawdownText(value: unknown): string {
  const { by, pct, startBalanceCents } = value as Readonly<Record<string, unknown>>
  return typeof by === 'string' && typeof startBalanceCents === 'number'
    ? `${optionText(by)} ${String(pct)} %, from ${amountText(startBalanceCents)}`
    : JSON.stringify(value)
}

/** What it may be, in a line; null where every choice is a button. */
export function rangeText(fact: SettingFact): string | null {
  const words = wordsOf(fact.key)
  const ranges = fieldsOf(fact).flatMap(({ part, range }) => {
    const text = rangeOf(part, range)
    if (text === null) return []
    if (part !== null) return [`${partWords[part]?.name ?? part}: ${withUnit(text, partWords[part]?.unit)}`]
    const may = withUnit(text, words?.unit)
    return [fact.orNull ? settingsCopy.orEmpty(may, words?.none ?? 'null') : may]
  })
  return ranges.length === 0 ? null : ranges.join('; ')
}

function rangeOf(part: string | null, range: SettingRange): string | null {
  switch (range.is) {
    case 'number':
      return spanText({ part, range }, range)
    case 'list':
      return settingsCopy.upTo(range.upTo, rangeOf(part, range.of) ?? '')
    case 'path':
      return settingsCopy.path
    case 'address':
      return settingsCopy.address
    default:
      return null
  }
}

/** Markdown as plain words: links by their names, and `null` as the empty field that it is here. */
export const plainText = (markdown: string): string =>
  markdown
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll('`null`', settingsCopy.empty)
    .replaceAll('`', '')
