import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Settings } from '../../contracts/settings.ts'
import { folderRefusal, hasCode, systemReason, type FolderRefusal } from './refusal.ts'

export type ReadSettings = Readonly<{ is: 'settings'; settings: Settings }>

export const settingsFile = (folder: string): string => path.join(folder, 'settings.json')

export const hasSettings = (folder: string): boolean => existsSync(settingsFile(folder))

/** Missing means the defaults. A file that is wrong is refused and left as it is: a trader wrote it. */
export function readSettings(folder: string): ReadSettings | FolderRefusal {
  const file = settingsFile(folder)
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return { is: 'settings', settings: Settings.parse({ version: 1 }) }
    return refused(`${file} can't be read: ${systemReason(error)}.`)
  }
  return parseSettings(file, text)
}

function parseSettings(file: string, text: string): ReadSettings | FolderRefusal {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return refused(
      `${file} is not JSON: look for a missing comma or quote, or move it away to get the defaults.`,
    )
  }
  const judged = judgeSettings(value)
  if (judged.is === 'settings') return judged
  if (judged.fault === 'value')
    return refused(`${file}: ${judged.text}. Correct it, or remove the line to get the default.`)
  return refused(`${file}: ${judged.text}. Correct its name, or remove the line.`)
}

export type WrongSettings = Readonly<{ is: 'wrong'; fault: 'value' | 'name'; text: string }>

/** Every value by the schema, and no name that it does not know: a mistyped one must not pass as "not set". */
export function judgeSettings(value: unknown): ReadSettings | WrongSettings {
  const read = Settings.safeParse(value)
  if (!read.success) {
    const [issue] = read.error.issues
    const key = issue?.path.join('.') || 'the file'
    return { is: 'wrong', fault: 'value', text: `${key}: ${issue?.message ?? 'invalid'}` }
  }
  const unknown = unknownKey(value, read.data)
  if (unknown === null) return { is: 'settings', settings: read.data }
  return { is: 'wrong', fault: 'name', text: `${unknown} is no setting that BITTEN knows` }
}

/** Every known setting has a value after parsing. */
function unknownKey(given: unknown, known: unknown, prefix = ''): string | null {
  if (!isObject(given) || !isObject(known)) return null
  for (const [key, value] of Object.entries(given)) {
    if (!Object.hasOwn(known, key)) return `"${prefix}${key}"`
    const inside = unknownKey(value, known[key], `${prefix}${key}.`)
    if (inside !== null) return inside
  }
  return null
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const refused = (text: string) => folderRefusal('SETTINGS', text)
