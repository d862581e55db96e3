import { useState } from 'react'
import type { SettingFact, SettingFacts, SettingsNow } from '../../../engine/contracts/settings-desk.ts'
import { settingGroups, settingsCopy, wordsOf } from '../../copy/settings.ts'
import type { SettingGroup } from '../../copy/settings.ts'
import type { SettingsRead } from '../../stores/use-settings.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PanelMessage } from '../../ui/panel-message.tsx'
import { Refusals } from '../../ui/refusals.tsx'
import { Elsewhere, ELSEWHERE } from './elsewhere.tsx'
import { hasWords, searchText } from './find-settings.ts'
import { SettingRow } from './setting-row.tsx'
import * as css from './settings.css.ts'
import { TryAlerts } from './try-alerts.tsx'
import { useUnsent } from './use-draft.ts'
import { useWaiting } from './use-waiting.ts'

type Props = Readonly<{ now: SettingsNow; facts: SettingFacts; settings: SettingsRead }>

const GROUPS = Object.keys(settingGroups) as readonly SettingGroup[]

/** The settings by group, and a search over them. What a search leaves out is hidden only: a change that waits there stays. */
export function SettingsDesk({ now, facts: { facts, atStart }, settings }: Props) {
  const [search, setSearch] = useState('')
  const own = facts.filter(({ key }) => wordsOf(key) !== undefined)
  const found = new Set(own.filter(fact => hasWords(searchText(fact), search)).map(({ key }) => key))
  const elsewhere = ELSEWHERE.filter(({ title, note }) => hasWords(`${title} ${note}`, search))
  return (
    <Panel title={settingsCopy.region} source="host" aside={settingsCopy.revision(now.revision)} bare>
      <Search search={search} onSearch={setSearch} count={settingsCopy.found(found.size, own.length)} />
      <Unsent facts={own} now={now} />
      <Troubles revision={now.revision} settings={settings} />
      <div className={css.groups}>
        {GROUPS.map(group => (
          <Group
            key={group}
            group={group}
            facts={own.filter(({ key }) => wordsOf(key)?.group === group)}
            found={found}
            atStart={atStart}
            settings={settings}
          />
        ))}
        {elsewhere.map(({ id }) => (
          <Elsewhere key={id} id={id} />
        ))}
        {found.size === 0 && elsewhere.length === 0 && (
          <PanelMessage tone="empty" text={settingsCopy.nothing} next={settingsCopy.nothingNext} />
        )}
      </div>
    </Panel>
  )
}

/** Its field may be far down the page, or hidden by a search. */
function Unsent({ facts, now }: Readonly<{ facts: readonly SettingFact[]; now: SettingsNow }>) {
  const unsent = useUnsent(facts, now.settings)
  if (unsent.length === 0) return null
  return (
    <p className={css.waiting}>
      {settingsCopy.unsent(unsent.map(({ key }) => wordsOf(key)?.name ?? key).join(', '))}
    </p>
  )
}

/** What stands between the settings and the desk. */
function Troubles({
  revision,
  settings: { problem, read },
}: Readonly<{ revision: number; settings: SettingsRead }>) {
  const waiting = useWaiting(revision)
  return (
    <>
      {waiting !== null && (
        <p className={css.waiting} role="status">
          {waiting}
        </p>
      )}
      {problem !== null && (
        <div className={css.problem}>
          <Refusals sentences={[problem]} />
          <Button look="small" onClick={read}>
            {settingsCopy.retry}
          </Button>
        </div>
      )}
    </>
  )
}

type SearchProps = Readonly<{ search: string; onSearch: (search: string) => void; count: string }>

function Search({ search, onSearch, count }: SearchProps) {
  return (
    <div className={css.search}>
      <input
        className={css.searchField}
        type="search"
        aria-label={settingsCopy.search}
        placeholder={settingsCopy.search}
        value={search}
        onChange={event => onSearch(event.target.value)}
      />
      <span className={css.faint} role="status">
        {count}
      </span>
      <nav className={css.jump} aria-label={settingsCopy.jump}>
        {[...GROUPS.map(id => ({ id, title: settingGroups[id].title })), ...ELSEWHERE].map(
          ({ id, title }) => (
            <Button key={id} look="small" onClick={() => (onSearch(''), goTo(id))}>
              {title}
            </Button>
          ),
        )}
      </nav>
    </div>
  )
}

/** By the next frame what the search had hidden is there again. */
function goTo(id: string): void {
  requestAnimationFrame(() => {
    const group = document.getElementById(`settings-${id}`)
    group?.scrollIntoView({ block: 'start' })
    group?.focus({ preventScroll: true })
  })
}

type GroupProps = Readonly<{
  group: SettingGroup
  facts: readonly SettingFact[]
  found: ReadonlySet<string>
  atStart: unknown
  settings: SettingsRead
}>

function Group({ group, facts, found, atStart, settings }: GroupProps) {
  const { title, note } = settingGroups[group]
  const id = `settings-${group}`
  return (
    <section
      id={id}
      className={css.group}
      aria-labelledby={`${id}-title`}
      tabIndex={-1}
      hidden={!facts.some(({ key }) => found.has(key))}
    >
      <h2 id={`${id}-title`} className={css.title}>
        {title}
      </h2>
      <p className={css.note}>{note}</p>
      {group === 'alerts' && <TryAlerts />}
      <ul className={css.list}>
        {facts.map(fact => (
          <SettingRow
            key={fact.key}
            fact={fact}
            atStart={atStart}
            settings={settings}
            isHidden={!found.has(fact.key)}
          />
        ))}
      </ul>
    </section>
  )
}
