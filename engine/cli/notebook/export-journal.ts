import path from 'node:path'
import type { JournalEntry } from '../../contracts/journal.ts'
import type { AccountKind } from '../../contracts/primitives.ts'
import type { NotebookBook } from '../../domain/notebook/notebook-book.ts'
import { writeAtomically } from '../../host/data-folder/atomic-write.ts'
import type { CliContext } from '../context.ts'
import { DONE, type Outcome } from '../outcome.ts'
import type { Output } from '../output.ts'
import { saying } from '../ledger/place.ts'
import { withRecord } from '../record.ts'
import { counted, minuteOf } from '../text.ts'
import { escapedMarkdown } from './markdown.ts'
import { aboutText, marksOf } from './note-text.ts'
import type { ExportFlags } from './notebook-command.ts'
import { wanted } from './wanted.ts'

const PAGE = 500

/** Every note as Markdown, newest first, each kind of account under its own heading. */
export function exportJournal(flags: ExportFlags, context: CliContext, out: Output): Promise<Outcome> {
  return saying(() =>
    withRecord(flags, context, ({ notebook }) => {
      const parts = wanted(flags.account)
        .map(account => ({ account, notes: [...notesOf(notebook, account)] }))
        .filter(({ notes }) => notes.length > 0)
      const text = `${['# Notebook', ...parts.flatMap(partText)].join('\n\n')}\n`
      const total = parts.reduce((sum, { notes }) => sum + notes.length, 0)
      if (flags.out === undefined) context.stdout.write(text)
      else {
        const file = path.resolve(flags.out)
        writeAtomically(file, text)
        out.document({ ok: true, file, notes: total })
        out.line(`${file}: ${counted(total, 'note')}.`)
      }
      return DONE
    }),
  )
}

function* notesOf(notebook: NotebookBook, account: AccountKind): Generator<JournalEntry> {
  let beforeSeq: number | null = null
  do {
    const page = notebook.page({ account, search: '', beforeSeq, limit: PAGE })
    yield* page.entries
    beforeSeq = page.nextBeforeSeq
  } while (beforeSeq !== null)
}

type Part = Readonly<{ account: AccountKind; notes: readonly JournalEntry[] }>
const partText = ({ account, notes }: Part): string[] => [`## ${account}`, ...notes.flatMap(noteText)]

function noteText(note: JournalEntry): string[] {
  const about = aboutText(note)
  const head = `### ${minuteOf(note.writtenMs)} UTC${about === '' ? '' : `: ${escapedMarkdown(about)}`}`
  const lesson = note.lesson === '' ? '' : `**Lesson:** ${escapedMarkdown(note.lesson)}`
  return [head, escapedMarkdown(note.text), lesson, escapedMarkdown(marksOf(note))].filter(
    part => part !== '',
  )
}
