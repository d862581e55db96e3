import { useCallback, useState } from 'react'
import type { ReactNode } from 'react'
import type { JournalPage } from '../../../../engine/contracts/journal.ts'
import { notebookCopy } from '../../../copy/notebook.ts'
import { useDesk, useView } from '../../../stores/desk-context.ts'
import { useArchive } from '../../../stores/use-archive.ts'
import { Button } from '../../../ui/button.tsx'
import { PanelMessage } from '../../../ui/panel-message.tsx'
import type { NotesProps } from './note-list.tsx'
import { NoteRow } from './note-row.tsx'
import * as css from './note-list.css.ts'

const PAGE = 50
/** The archive answers no more at once. */
const MOST = 500

type Props = NotesProps & Readonly<{ search: string; /** Where the words are typed. */ box: ReactNode }>

/** The notes that have all the words, with how many they are. */
export function FoundNotes({ kind, news, search, box, ...desk }: Props) {
  const { bridge } = useDesk()
  const [limit, setLimit] = useState(PAGE)
  const newest = useView(view => view.closed[0]?.order)
  const ask = useCallback(
    () => bridge.ask<'journalPage'>({ kind: 'journalPage', account: kind, search, beforeSeq: null, limit }),
    [bridge, kind, search, limit],
  )
  const { value, problem, read } = useArchive(ask, `${news} ${newest}`)
  const isSearch = search.trim() !== ''
  return (
    <>
      <div className={css.search}>
        {box}
        {value !== null && <p className={css.count}>{notebookCopy.count(value.total, isSearch)}</p>}
      </div>
      {problem !== null && (
        <PanelMessage tone="error" text={problem} next={notebookCopy.failedNext}>
          <Button look="small" onClick={read}>
            {notebookCopy.retry}
          </Button>
        </PanelMessage>
      )}
      {problem === null && <Notes value={value} isSearch={isSearch} />}
      {value !== null && value.total > 0 && (
        <Rows
          page={value}
          onMore={limit < MOST ? () => setLimit(Math.min(MOST, limit * 2)) : null}
          {...desk}
        />
      )}
    </>
  )
}

/** What is said while there is no row. */
function Notes({ value, isSearch }: Readonly<{ value: JournalPage | null; isSearch: boolean }>) {
  if (value === null)
    return <PanelMessage tone="loading" text={notebookCopy.loading} next={notebookCopy.loadingNext} />
  if (value.total > 0) return null
  return isSearch ? (
    <PanelMessage tone="empty" text={notebookCopy.notFound} next={notebookCopy.notFoundNext} />
  ) : (
    <PanelMessage tone="empty" text={notebookCopy.empty} next={notebookCopy.emptyNext} />
  )
}

type RowsProps = Pick<NotesProps, 'onDesk' | 'onPut'> &
  Readonly<{ page: JournalPage; onMore: (() => void) | null }>

function Rows({ page, onDesk, onPut, onMore }: RowsProps) {
  return (
    <div className={css.list} role="group" aria-label={notebookCopy.title} tabIndex={0}>
      {page.entries.map(note => (
        <NoteRow
          key={note.entry}
          note={note}
          isChosen={onDesk.is === 'note' && onDesk.note.entry === note.entry}
          onChoose={() => onPut({ is: 'note', note })}
        />
      ))}
      {page.nextBeforeSeq !== null && onMore !== null && (
        <Button look="small" className={css.more} onClick={onMore}>
          {notebookCopy.more}
        </Button>
      )}
    </div>
  )
}
