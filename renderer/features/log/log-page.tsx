import { useStore } from 'zustand'
import type { AccountKind } from '../../../engine/contracts/primitives.ts'
import { logCopy } from '../../copy/log.ts'
import { kindWords } from '../../copy/words.ts'
import { useDesk, useViewState } from '../../stores/desk-context.ts'
import { PanelMessage } from '../../ui/panel-message.tsx'
import { Panel } from '../../ui/panel.tsx'
import { LogFilter } from './log-filter.tsx'
import * as css from './log.css.ts'
import { MissionList } from './mission-list.tsx'
import { MissionStoryPanel } from './mission-story.tsx'
import { useMissions } from './use-missions.ts'

/** Every mission with its whole story: the list left, the story right. */
export function LogPage() {
  const account = useViewState(({ view }) => view?.kind ?? null)
  if (account !== null) return <LogOf key={account} account={account} />
  return (
    <div className={css.page}>
      <Panel title={logCopy.title} source="ledger" className={css.whole}>
        <PanelMessage tone="empty" text={logCopy.unlinked} next={logCopy.unlinkedNext} />
      </Panel>
    </div>
  )
}

function LogOf({ account }: Readonly<{ account: AccountKind }>) {
  const pages = useMissions(account)
  const { place } = useDesk()
  const shown = useStore(place, ({ story }) => story) ?? pages.value?.missions[0]?.id ?? null
  return (
    <div className={css.page}>
      <Panel title={logCopy.title} source="ledger" aside={kindWords[account]} bare>
        <LogFilter pages={pages} />
        <MissionList pages={pages} shown={shown} choose={place.tell} />
      </Panel>
      <Panel title={logCopy.story} source="ledger" aside={shown !== null && `${logCopy.trace} ${shown}`} bare>
        {shown === null ? (
          <PanelMessage tone="empty" text={logCopy.choose} next={logCopy.chooseNext} />
        ) : (
          <MissionStoryPanel key={shown} mission={shown} />
        )}
      </Panel>
    </div>
  )
}
