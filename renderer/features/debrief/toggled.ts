import type { DebriefGrouping, DebriefKeys } from '../../../engine/contracts/debrief.ts'

/** The keys with one more, or with one less when it was among them. A grouping without a key is no filter. */
export function toggled(keys: DebriefKeys, grouping: DebriefGrouping, key: string): DebriefKeys {
  const { [grouping]: before = [], ...others } = keys
  const now = before.includes(key) ? before.filter(each => each !== key) : [...before, key]
  return now.length === 0 ? others : { ...others, [grouping]: now }
}
