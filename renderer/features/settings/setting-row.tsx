import { useId } from 'react'
import type { FormEvent } from 'react'
import type { SettingFact } from '../../../engine/contracts/settings-desk.ts'
import { settingsCopy, wordsOf } from '../../copy/settings.ts'
import type { SettingsRead } from '../../stores/use-settings.ts'
import type { Draft } from '../../stores/draft-store.ts'
import { Holds } from './holds.tsx'
import { Pending } from './pending.tsx'
import { SaidToIt } from './said.tsx'
import { SettingFields } from './setting-fields.tsx'
import { plainText, rangeText, valueText } from './setting-text.ts'
import { valueAt, withValue } from './setting-tree.ts'
import * as css from './settings.css.ts'
import { useAsking } from './use-asking.ts'
import { useDraft } from './use-draft.ts'

type Props = Readonly<{ fact: SettingFact; atStart: unknown; settings: SettingsRead; isHidden: boolean }>

/** One setting: what it means, what it may be, what it is, and a change of it until that is sent. */
export function SettingRow({ fact, atStart, settings, isHidden }: Props) {
  const set = valueAt(settings.now?.settings, fact.key)
  const about = useId()
  const mine = useDraft(fact, set)
  const asking = useAsking(settings, mine.drop)
  const leave = () => (asking.forget(), mine.drop())
  return (
    <li className={css.setting} data-setting={fact.key} hidden={isHidden}>
      <div>
        <About id={about} fact={fact} />
        <Holds fact={fact} set={set} atStart={atStart} />
      </div>
      <Change fact={fact} set={set} mine={mine} asking={asking} describedBy={about} onLeave={leave} />
      <SaidToIt asking={asking} onLeave={leave} />
    </li>
  )
}

function About({ id, fact }: Readonly<{ id: string; fact: SettingFact }>) {
  const { key, meaning, byDefault, holds } = fact
  const range = rangeText(fact)
  const facts = [settingsCopy.byDefault(valueText(key, byDefault)), settingsCopy.holds[holds]]
  return (
    <>
      <h3 className={css.name}>
        {wordsOf(key)?.name ?? key} <code className={css.key}>{key}</code>
      </h3>
      <p id={id} className={css.meaning}>
        {plainText(meaning)}
      </p>
      <p className={css.facts}>{(range === null ? facts : [range, ...facts]).join(' · ')}</p>
    </>
  )
}

type ChangeProps = Readonly<{
  fact: SettingFact
  set: unknown
  mine: ReturnType<typeof useDraft>
  asking: ReturnType<typeof useAsking>
  describedBy: string
  onLeave: () => void
}>

/** Nothing is sent while it is typed. */
function Change({ fact, set, mine, asking, describedBy, onLeave }: ChangeProps) {
  const { draft, typed, isPending, write } = mine
  const name = wordsOf(fact.key)?.name ?? fact.key
  function submit(event: FormEvent): void {
    event.preventDefault()
    if (isPending && typed.is === 'value')
      asking.ask({ is: 'change', change: withValue({}, fact.key, typed.value) })
  }
  function rewrite(next: Draft): void {
    // What is typed now would be dropped with what is asked when that is done.
    if (asking.said?.is === 'asking') return
    asking.forget()
    write(next)
  }
  return (
    <form className={css.control} onSubmit={submit}>
      <SettingFields fact={fact} name={name} draft={draft} onDraft={rewrite} describedBy={describedBy} />
      {isPending && (
        <Pending setting={fact.key} from={set} typed={typed} said={asking.said} onLeave={onLeave} />
      )}
    </form>
  )
}
