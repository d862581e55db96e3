import { existsSync } from 'node:fs'
import path from 'node:path'
import { openArchive } from '../adapters/ledger/index.ts'
import { newBooks, type Book, type Books } from '../domain/record/record-books.ts'
import { StoreFault } from '../ports/store-fault.ts'
import type { CliContext } from './context.ts'
import { failed, type Outcome } from './outcome.ts'

const PAGE = 1_000

type Work = (books: Books, dataFolder: string) => Outcome | Promise<Outcome>

/** Reads every book of the record out of the ledger, which the desk may be writing beside, and does the work with them. */
export async function withRecord(
  flags: Readonly<{ dataFolder?: string }>,
  { environment }: CliContext,
  work: Work,
): Promise<Outcome> {
  const dataFolder = path.resolve(flags.dataFolder ?? environment.dataFolder)
  const file = path.join(dataFolder, 'ledger.db')
  if (!existsSync(file))
    return failed(
      'NO_LEDGER',
      `There is no ledger in ${dataFolder}: nothing was traded with that data folder.`,
    )
  try {
    return await work(readBooks(file, environment.sqliteBinding), dataFolder)
  } catch (cause) {
    if (cause instanceof StoreFault) return failed(cause.code, `${cause.message}.`)
    throw cause
  }
}

function readBooks(file: string, binding: string | null): Books {
  const books = newBooks()
  const archive = openArchive({ file, binding })
  try {
    let page = archive.recordEvents(0, PAGE)
    while (page.length > 0) {
      for (const stored of page) for (const book of Object.values<Book>(books)) book.take(stored)
      page = archive.recordEvents(page.at(-1)?.seq ?? 0, PAGE)
    }
    return books
  } finally {
    archive.close()
  }
}
