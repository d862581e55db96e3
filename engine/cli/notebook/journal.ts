import type { JournalEntry } from '../../contracts/journal.ts'
import type { CliContext } from '../context.ts'
import { DONE, type Outcome } from '../outcome.ts'
import type { Output } from '../output.ts'
import { withRecord } from '../record.ts'
import { counted, minuteOf } from '../text.ts'
import { aboutText, marksOf } from './note-text.ts'
import type { ListFlags } from './notebook-command.ts'
import { wanted } from './wanted.ts'

/** Notes of each kind of account that has some, newest first. Every word of `search` must be in them. */
export function listNotes(
  search: string,
  flags: ListFlags,
  context: CliContext,
  out: Output,
): Promise<Outcome> {
  const outcome = withRecord(flags, context, books => {
    const pages = wanted(flags.account).map(account => ({
      account,
      ...books.notebook.page({ account, search, beforeSeq: null, limit: flags.limit }),
    }))
    const found = pages.filter(({ total }) => total > 0)
    out.document({ journal: found })
    if (found.length === 0)
      out.line(search === '' ? 'No note has been written yet.' : 'No note has all of these words.')
    for (const { account, entries, total } of found) {
      out.line(
        `Notebook, ${account}: ${counted(total, 'note')}${total > entries.length ? `, the newest ${entries.length}` : ''}`,
      )
      for (const entry of entries) for (const line of noteLines(entry)) out.line(line)
    }
    return DONE
  })
  return Promise.resolve(outcome)
}

function noteLines(entry: JournalEntry): string[] {
  const head = [`${minuteOf(entry.writtenMs)} UTC`, aboutText(entry), marksOf(entry)].filter(
    part => part !== '',
  )
  const lines = [`  ${head.join('  ')}`]
  if (entry.text !== '') lines.push(...indented(entry.text))
  if (entry.lesson !== '') lines.push(...indented(`Lesson: ${entry.lesson}`))
  return lines
}

/** Every line of it, so that none looks like another note. */
const indented = (text: string): string[] => text.split(/\r\n?|\n/).map(line => `    ${line}`)
