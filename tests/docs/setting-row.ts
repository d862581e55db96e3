import type { SettingFact, SettingRange } from '../../engine/contracts/settings-desk.ts'

/** A setting as the table of its page has it. */
export function settingRow({ key, byDefault, range, orNull, holds, meaning }: SettingFact): string {
  const may = orNull ? `${rangeText(range)} or ${code('null')}` : rangeText(range)
  return `| ${code(key)} | ${json(byDefault)} | ${may} | ${holds} | ${meaning} |`
}

const code = (text: string): string => `\`${text}\``
const json = (value: unknown): string => code(JSON.stringify(value))

function rangeText(range: SettingRange): string {
  switch (range.is) {
    case 'switch':
      return '`true`, `false`'
    case 'path':
      return 'a whole path'
    case 'address':
      return 'an address'
    case 'words':
      return json(range.words)
    case 'choice':
      return range.options.map(json).join(', ')
    case 'number':
      return `${range.isWhole ? 'whole, ' : ''}${spanText(range)}`
    case 'list':
      return `up to ${range.upTo} of: ${rangeText(range.of)}`
    case 'parts':
      return range.parts.map(part => `${code(part.key)} ${rangeText(part.range)}`).join('; ')
  }
}

function spanText({ from, isAbove, to }: Extract<SettingRange, { is: 'number' }>): string {
  const low = `${isAbove ? 'above' : 'from'} ${from}`
  return to === null ? low : `${low} to ${to}`
}
