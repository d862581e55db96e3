import { settingsCopy } from '../../copy/settings.ts'
import { Button } from '../../ui/button.tsx'
import type { Typed } from './fields.ts'
import { valueText } from './setting-text.ts'
import * as css from './settings.css.ts'
import type { Said } from './use-asking.ts'

type Props = Readonly<{
  setting: string
  from: unknown
  typed: Typed
  said: Said | null
  onLeave: () => void
}>

/** A change that is not sent, from what to what; or why it can't be. */
export function Pending({ setting, from, typed, said, onLeave }: Props) {
  const isAsking = said?.is === 'asking'
  return (
    <div className={css.pending}>
      <p role="status">{typed.is === 'wrong' ? typed.text : settingsCopy.pending}</p>
      {typed.is === 'value' && (
        <p className={css.step}>
          {valueText(setting, from)} → <strong>{valueText(setting, typed.value)}</strong>
        </p>
      )}
      {/* Where words are wanted, they are what sends it. */}
      {said?.is !== 'confirm' && (
        <div className={css.row}>
          <Button look="smallGold" type="submit" disabled={typed.is === 'wrong' || isAsking}>
            {isAsking ? settingsCopy.sending : settingsCopy.send}
          </Button>
          <Button look="small" disabled={isAsking} onClick={onLeave}>
            {settingsCopy.leave}
          </Button>
        </div>
      )}
    </div>
  )
}
