import type { SettingFact, SettingsHistory, SettingsNow } from '../../../engine/contracts/settings-desk.ts'
import { settingsCopy } from '../../copy/settings.ts'
import type { SettingsRead } from '../../stores/use-settings.ts'
import { Button } from '../../ui/button.tsx'
import { changesBack } from './changes-back.ts'
import * as css from './history.css.ts'
import { SaidToIt } from './said.tsx'
import { useAsking } from './use-asking.ts'
import { Changes } from './version.tsx'

const copy = settingsCopy.history

type Props = Readonly<{
  revision: number
  now: SettingsNow
  facts: readonly SettingFact[]
  history: SettingsHistory
  settings: SettingsRead
  onLeave: () => void
}>

/** What a version would bring back, before it is asked for. */
export function Restore({ revision, now, facts, history, settings, onLeave }: Props) {
  const asking = useAsking(settings)
  const { said } = asking
  const isOpen = said === null || said.is === 'asking' || said.is === 'refused'
  return (
    <div className={css.restore}>
      {said?.is !== 'done' && (
        <>
          <p>{copy.would(revision)}</p>
          <Would changes={changesBack(now, facts, history, revision)} />
        </>
      )}
      {isOpen && (
        <div className={css.row}>
          <Button
            look="smallGold"
            disabled={said?.is === 'asking'}
            onClick={() => asking.ask({ is: 'restore', revision })}
          >
            {said?.is === 'asking' ? settingsCopy.sending : copy.send}
          </Button>
          <Button look="small" onClick={onLeave}>
            {settingsCopy.leave}
          </Button>
        </div>
      )}
      <SaidToIt asking={asking} onLeave={onLeave} />
    </div>
  )
}

function Would({ changes }: Readonly<{ changes: ReturnType<typeof changesBack> }>) {
  if (changes === null) return <p className={css.found}>{copy.wouldUnknown}</p>
  if (changes.length === 0) return <p className={css.found}>{copy.wouldNothing}</p>
  return <Changes changes={changes} />
}
