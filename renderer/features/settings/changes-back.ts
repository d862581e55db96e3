import type {
  SettingChange,
  SettingFact,
  SettingsHistory,
  SettingsNow,
} from '../../../engine/contracts/settings-desk.ts'
import { isSame, valueAt, withValue } from './setting-tree.ts'

/** What would change if everything were as it was at `revision`. Null when a version in between is missing. */
export function changesBack(
  { revision: newest, settings }: SettingsNow,
  facts: readonly SettingFact[],
  history: SettingsHistory,
  revision: number,
): readonly SettingChange[] | null {
  const since = history.filter(version => version.revision > revision && version.revision <= newest)
  if (since.length !== newest - revision) return null
  const undone = since.flatMap(({ changed }) => changed.toReversed())
  const then = undone.reduce<unknown>((tree, { key, from }) => withValue(tree, key, from), settings)
  return facts
    .map(({ key }) => ({ key, from: valueAt(settings, key), to: valueAt(then, key) }))
    .filter(({ from, to }) => !isSame(from, to))
}
