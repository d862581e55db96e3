import { useCallback, useDeferredValue, useState } from 'react'
import type { AccountKind } from '../../../../engine/contracts/primitives.ts'
import { notebookCopy } from '../../../copy/notebook.ts'
import { useDesk, useView } from '../../../stores/desk-context.ts'
import { useArchive } from '../../../stores/use-archive.ts'
import { Button } from '../../../ui/button.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { PanelMessage } from '../../../ui/panel-message.tsx'
import type { OnDesk } from '../notebook-page.tsx'
import { DueTrades } from './due-trades.tsx'
import { NoteRow } from './note-row.tsx'
import * as css from './note-list.css.ts'

const PAGE = 50
/** The archive answers no more at once. */
const MOST = 500

type Props = Readonly<{
  kind: AccountKind
  /** Changes whenever something was written. */
  news: number
  onDesk: OnDesk
  onPut: (onDesk: OnDesk) => void
}>

/** Every note of this kind of account, newest first, by the words that are looked for. */
export function NoteList({ kind, news, onDesk, onPut }: Props) {
  const [search, setSearch] = useState('')
  const write = (
    <Button look="smallGold" onClick={() => onPut({ is: 'fresh' })}>
      {notebookCopy.write}
    </Button>
  )
  return (
    <Panel title={notebookCopy.title} source="ledger" aside={write} className={css.panel} bare>
      <DueTrades kind={kind} news={news} onDesk={onDesk} onPut={onPut} />
      <Found
        kind={kind}
        news={news}
        search={useDeferredValue(search)}
        onDesk={onDesk}
        onPut={onPut}
        box={
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
        }
      />
    </Panel>
  )
}

function Found({
  kind,
  news,
  search,
  onDesk,
  onPut,
  box,
}: Props & Readonly<{ search: string; box: React.ReactNode }>) {
  const { bridge } = useDesk()
  const [limit, setLimit] = useState(PAGE)
  const newest = useView(view => view.closed[0]?.order)
  const ask = useCallback(
    () => bridge.ask<'journalPage'>({ kind: 'journalPage', account: kind, search, beforeSeq: null, limit }),
    [bridge, kind, search, limit],
  )
  const { value, problem, read } = useArchive(ask, `${news} ${newest}`)
  const more = value !== null && value.nextBeforeSeq !== null && limit < MOST
  return (
    <>
      <div className={css.search}>
        {box}
        {value !== null && <p className={css.count}>{notebookCopy.count(value.total, search !== '')}</p>}
      </div>
      {value === null && problem === null && (
        <PanelMessage tone="loading" text={notebookCopy.loading} next={notebookCopy.loadingNext} />
      )}
      {problem !== null && (
        <PanelMessage tone="error" text={problem} next={notebookCopy.failedNext}>
          <Button look="small" onClick={read}>
            {notebookCopy.retry}
          </Button>
        </PanelMessage>
      )}
      {value !== null && value.total === 0 && <Nothing isSearch={search.trim() !== ''} />}
      {value !== null && value.total > 0 && (
        <div className={css.list} role="group" aria-label={notebookCopy.title} tabIndex={0}>
          {value.entries.map(note => (
            <NoteRow
              key={note.entry}
              note={note}
              isChosen={onDesk.is === 'note' && onDesk.note.entry === note.entry}
              onChoose={() => onPut({ is: 'note', note })}
            />
          ))}
          {more && (
            <Button look="small" className={css.more} onClick={() => setLimit(Math.min(MOST, limit * 2))}>
              {notebookCopy.more}
            </Button>
          )}
        </div>
      )}
    </>
  )
}

function Nothing({ isSearch }: Readonly<{ isSearch: boolean }>) {
  return isSearch ? (
    <PanelMessage tone="empty" text={notebookCopy.notFound} next={notebookCopy.notFoundNext} />
  ) : (
    <PanelMessage tone="empty" text={notebookCopy.empty} next={notebookCopy.emptyNext} />
  )
}
