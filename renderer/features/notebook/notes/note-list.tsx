import { useDeferredValue, useState } from 'react'
import type { AccountKind } from '../../../../engine/contracts/primitives.ts'
import { notebookCopy } from '../../../copy/notebook.ts'
import { Button } from '../../../ui/button.tsx'
import { Panel } from '../../../ui/panel.tsx'
import type { OnDesk } from '../notebook-page.tsx'
import { DueTrades } from './due-trades.tsx'
import { FoundNotes } from './found-notes.tsx'
import * as css from './note-list.css.ts'

export type NotesProps = Readonly<{
  kind: AccountKind
  /** Changes whenever something was written. */
  news: number
  onDesk: OnDesk
  onPut: (onDesk: OnDesk) => void
}>

/** Trades that wait for a debrief, and below them every note of this kind of account, newest first, by the words that are looked for. */
export function NoteList(props: NotesProps) {
  const [search, setSearch] = useState('')
  const write = (
    <Button look="smallGold" onClick={() => props.onPut({ is: 'fresh' })}>
      {notebookCopy.write}
    </Button>
  )
  const box = (
    <input
      className={css.box}
      type="search"
      dir="auto"
      maxLength={200}
      aria-label={notebookCopy.search}
      placeholder={notebookCopy.searchHint}
      value={search}
      onChange={event => setSearch(event.target.value)}
    />
  )
  return (
    <Panel title={notebookCopy.title} source="ledger" aside={write} className={css.panel} bare>
      <DueTrades {...props} />
      <FoundNotes {...props} search={useDeferredValue(search)} box={box} />
    </Panel>
  )
}
