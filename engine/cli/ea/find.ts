import type { MetaTrader } from '../../contracts/metatrader.ts'
import { findTerminals, usualPlaces } from '../../host/metatrader/index.ts'
import { DONE, failed, type Failure, type Outcome } from '../outcome.ts'
import type { Output } from '../output.ts'

export const NONE_FOUND: Failure = failed(
  'NO_TERMINAL',
  'No MetaTrader 5 terminal was found. Name its data folder (File > Open Data Folder in MetaTrader) with --terminal',
)

/** What a person recognises a terminal by. */
export const nameOf = ({ dataFolder, programFolder, portable }: MetaTrader): string =>
  portable
    ? `${dataFolder} (portable)`
    : `${dataFolder}${programFolder === null ? '' : ` (of ${programFolder})`}`

export async function find(out: Output): Promise<Outcome> {
  const terminals = findTerminals(usualPlaces())
  if (terminals.length === 0) return NONE_FOUND
  out.document({ terminals })
  for (const terminal of terminals) out.line(nameOf(terminal))
  return DONE
}
