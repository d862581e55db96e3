import type { SettingFact } from '../../../engine/contracts/settings-desk.ts'
import { settingsCopy } from '../../copy/settings.ts'
import { useViewState } from '../../stores/desk-context.ts'
import { valueText } from './setting-text.ts'
import { isSame, valueAt } from './setting-tree.ts'
import * as css from './settings.css.ts'
import { whatHolds } from './what-holds.ts'

type Props = Readonly<{ fact: SettingFact; set: unknown; atStart: unknown }>

/** What holds instead of what is set, where that is known and current. */
export function Holds({ fact: { key, holds }, set, atStart }: Props) {
  const held = useViewState(({ view, trouble, silent }) =>
    whatHolds(key, set, trouble === null && !silent ? view : null),
  )
  const started = valueAt(atStart, key)
  if (holds === 'next start' && !isSame(started, set))
    return <p className={css.held}>{settingsCopy.untilStart(valueText(key, started))}</p>
  return held !== null && <p className={css.held}>{held}</p>
}
