import { useCallback } from 'react'
import { settingsCopy } from '../../copy/settings.ts'
import { useDesk } from '../../stores/desk-context.ts'
import { useSettings } from '../../stores/use-settings.ts'
import { NotRead } from '../../ui/not-read.tsx'
import { History } from './history.tsx'
import { SettingsDesk } from './settings-desk.tsx'
import * as css from './settings.css.ts'
import { useComeBack } from './use-come-back.ts'
import { useTold } from './use-told.ts'

/** Everything that a trader may set, with what it means and what it may be; and every version that held. */
export function SettingsPage() {
  const settings = useSettings()
  const { bridge } = useDesk()
  const ask = useCallback(() => bridge.settingFacts(), [bridge])
  const { value: facts, problem, read } = useTold(ask, null)
  // Somebody may have changed them elsewhere while another window was in front.
  useComeBack(settings.read)
  if (settings.now === null || facts === null)
    return (
      <div className={css.page}>
        <div className={css.whole}>
          <NotRead
            words={settingsCopy}
            problem={settings.problem ?? problem}
            read={() => (settings.read(), read())}
          />
        </div>
      </div>
    )
  return (
    <div className={css.page}>
      <SettingsDesk now={settings.now} facts={facts} settings={settings} />
      <History now={settings.now} facts={facts.facts} settings={settings} />
    </div>
  )
}
