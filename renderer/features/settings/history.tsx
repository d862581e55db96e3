import { useEffect, useState } from 'react'
import type { SettingFact, SettingsHistory, SettingsNow } from '../../../engine/contracts/settings-desk.ts'
import { answered } from '../../bridge/answered.ts'
import { settingsCopy } from '../../copy/settings.ts'
import { useDesk } from '../../stores/desk-context.ts'
import type { SettingsRead } from '../../stores/use-settings.ts'
import { NotRead } from '../../ui/not-read.tsx'
import { Panel } from '../../ui/panel.tsx'
import * as css from './history.css.ts'
import { Restore } from './restore.tsx'
import { Version } from './version.tsx'

type Props = Readonly<{ now: SettingsNow; facts: readonly SettingFact[]; settings: SettingsRead }>

/** Every version that held, newest first: when, who asked, what changed; and the way back to each. */
export function History({ now, facts, settings }: Props) {
  const { history, problem, read } = useHistory(now.revision)
  const [chosen, choose] = useState<number | null>(null)
  return (
    <Panel title={settingsCopy.history.title} source="host" bare>
      {history === null ? (
        <NotRead words={settingsCopy.history} problem={problem} read={read} />
      ) : (
        <ol className={css.list}>
          {history.map(version => (
            <li key={version.revision} className={css.version}>
              <Version version={version} isNow={version.revision === now.revision} onChoose={choose} />
              {chosen === version.revision && (
                <Restore
                  revision={version.revision}
                  now={now}
                  facts={facts}
                  history={history}
                  settings={settings}
                  onLeave={() => choose(null)}
                />
              )}
            </li>
          ))}
        </ol>
      )}
    </Panel>
  )
}

type Known = Readonly<{ history: SettingsHistory | null; problem: string | null }>

/** Read again with each new revision. */
function useHistory(revision: number) {
  const { bridge } = useDesk()
  const [known, setKnown] = useState<Known>({ history: null, problem: null })
  const [tries, setTries] = useState(0)
  useEffect(() => {
    let isCurrent = true
    void answered(bridge.settingsHistory()).then(answer => {
      if (!isCurrent) return
      setKnown('is' in answer ? { history: null, problem: answer.text } : { history: answer, problem: null })
    })
    return () => {
      isCurrent = false
    }
  }, [bridge, revision, tries])
  return { ...known, read: () => setTries(count => count + 1) }
}
