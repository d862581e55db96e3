import type { SettingChange, SettingsHistory } from '../../../engine/contracts/settings-desk.ts'
import { originWords, settingsCopy, wordsOf } from '../../copy/settings.ts'
import { Button } from '../../ui/button.tsx'
import { clockText, dayText } from '../../ui/format/time.ts'
import * as css from './history.css.ts'
import { valueText } from './setting-text.ts'

const copy = settingsCopy.history

type Props = Readonly<{
  version: SettingsHistory[number]
  isNow: boolean
  onChoose: (revision: number) => void
}>

export function Version({ version: { revision, atMs, origin, changed }, isNow, onChoose }: Props) {
  return (
    <>
      <div className={css.head}>
        <strong className={css.number}>{revision}</strong>
        <span className={css.when}>
          {dayText(atMs)} {clockText(atMs)} UTC, {originWords[origin]}
        </span>
        {isNow ? (
          <span className={css.now}>{copy.newest}</span>
        ) : (
          <Button look="small" onClick={() => onChoose(revision)}>
            {copy.restore(revision)}
          </Button>
        )}
      </div>
      {changed.length === 0 ? <p className={css.found}>{copy.asFound}</p> : <Changes changes={changed} />}
    </>
  )
}

export function Changes({ changes }: Readonly<{ changes: readonly SettingChange[] }>) {
  return (
    <ul className={css.changes}>
      {changes.map(({ key, from, to }) => (
        <li key={key}>
          {wordsOf(key)?.name ?? key}: {valueText(key, from)} → <strong>{valueText(key, to)}</strong>
        </li>
      ))}
    </ul>
  )
}
