import type { SettingFact } from '../../../engine/contracts/settings-desk.ts'
import { settingGroups, wordsOf } from '../../copy/settings.ts'
import { plainText } from './setting-text.ts'

/** Whether a text has every word that was searched for, in any order and any case. */
export function hasWords(text: string, search: string): boolean {
  const lower = text.toLowerCase()
  return search.toLowerCase().split(/\s+/).every(word => lower.includes(word)) // prettier-ignore
}

/** Everything that stands on the page about a setting. */
export function searchText({ key, meaning }: SettingFact): string {
  const words = wordsOf(key)
  const group = words && settingGroups[words.group].title
  return [key, words?.name, words?.unit, group, plainText(meaning)].join(' ')
}
