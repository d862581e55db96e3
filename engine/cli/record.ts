import { existsSync } from 'node:fs'
import path from 'node:path'
import { everyRow, openArchive, type Archive } from '../adapters/ledger/index.ts'
import { feederOf, newBooks, type Books } from '../domain/record/record-books.ts'
import { StoreFault } from '../ports/store-fault.ts'
import type { CliContext } from './context.ts'
import { failed, type Outcome } from './outcome.ts'

type Flags = Readonly<{ dataFolder?: string }>
type Work<T> = (source: T, dataFolder: string) => Outcome | Promise<Outcome>

/** Opens the ledger for reading, which the desk may be writing beside, does the work with it, and closes it. */
export async function withArchive(
  flags: Flags,
  { environment }: CliContext,
  work: Work<Archive>,
): Promise<Outcome> {
  const dataFolder = path.resolve(flags.dataFolder ?? environment.dataFolder)
  const file = path.join(dataFolder, 'ledger.db')
  if (!existsSync(file))
    return failed(
      'NO_LEDGER',
      `There is no ledger in ${dataFolder}: nothing was traded with that data folder.`,
    )
  try {
    const archive = openArchive({ file, binding: environment.sqliteBinding })
    try {
      return await work(archive, dataFolder)
    } finally {
      archive.close()
    }
  } catch (cause) {
    if (cause instanceof StoreFault) return failed(cause.code, `${cause.message}.`)
    throw cause
  }
}

/** The same with every book of the record read out of it. */
export const withRecord = (flags: Flags, context: CliContext, work: Work<Books>): Promise<Outcome> =>
  withArchive(flags, context, (archive, dataFolder) => work(readBooks(archive), dataFolder))

function readBooks(archive: Archive): Books {
  const books = newBooks()
  const feed = feederOf(books)
  for (const stored of everyRow((after, most) => archive.recordEvents(after, most))) feed(stored)
  return books
}
