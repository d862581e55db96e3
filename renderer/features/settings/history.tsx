import { useCallback, useState } from 'react'
import type { SettingFact, SettingsHistory, SettingsNow } from '../../../engine/contracts/settings-desk.ts'
import { settingsCopy } from '../../copy/settings.ts'
import { useDesk } from '../../stores/desk-context.ts'
import type { SettingsRead } from '../../stores/use-settings.ts'
import { NotRead } from '../../ui/not-read.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Refusals } from '../../ui/refusals.tsx'
import * as css from './history.css.ts'
import { Restore } from './restore.tsx'
import { useTold } from './use-told.ts'
import { Version } from './version.tsx'

type Props = Readonly<{ now: SettingsNow; facts: readonly SettingFact[]; settings: SettingsRead }>

/** Every version that held, newest first: when, who asked, what changed; and the way back to each. */
export function History({ now, facts, settings }: Props) {
  const { bridge } = useDesk()
  const ask = useCallback(() => bridge.settingsHistory(), [bridge])
  const { value: history, problem, read } = useTold(ask, now.revision)
  return (
    <Panel title={settingsCopy.history.title} source="host" bare>
      {history === null ? (
        <NotRead words={settingsCopy.history} problem={problem} read={read} />
      ) : (
        <>
          {problem !== null && <Refusals sentences={[problem]} />}
          <Versions now={now} facts={facts} settings={settings} history={history} />
        </>
      )}
    </Panel>
  )
}

function Versions({ history, ...rest }: Props & Readonly<{ history: SettingsHistory }>) {
  const [chosen, choose] = useState<number | null>(null)
  return (
    <ol className={css.list}>
      {history.map(version => (
        <li key={version.revision} className={css.version}>
          <Version version={version} isNow={version.revision === rest.now.revision} onChoose={choose} />
          {chosen === version.revision && (
            <Restore {...rest} revision={version.revision} history={history} onLeave={() => choose(null)} />
          )}
        </li>
      ))}
    </ol>
  )
}
