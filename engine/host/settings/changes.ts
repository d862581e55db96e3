/** Settings as a tree of named values: laying some over others, and saying what differs. */
import { settingText } from '../../contracts/setting-text.ts'
import type { SettingChange } from '../../contracts/settings-desk.ts'
import { isObject } from '../data-folder/settings-file.ts'

/** What is given replaces what was there, name by name; lists are replaced whole. Judged by nobody yet. */
export function laidOver(current: unknown, change: unknown): unknown {
  if (!isObject(current) || !isObject(change)) return change
  const laid = new Map(Object.entries(current))
  for (const [key, value] of Object.entries(change)) laid.set(key, laidOver(laid.get(key), value))
  return Object.fromEntries(laid)
}

/** Each value that differs, by its path, in the order of the schema. */
export function changesBetween(from: unknown, to: unknown, path = ''): readonly SettingChange[] {
  if (isObject(from) && isObject(to)) {
    const keys = new Set([...Object.keys(from), ...Object.keys(to)])
    return [...keys].flatMap(key => changesBetween(from[key], to[key], path === '' ? key : `${path}.${key}`))
  }
  return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ key: path, from, to }]
}

/** riskPct 1 → 0.5 */
export const changeText = ({ key, from, to }: SettingChange): string =>
  `${key} ${settingText(from)} → ${settingText(to)}`
