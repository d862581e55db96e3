/** What draws pictures for a chat, over a real ledger and the minutes of a real market store. */
import path from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { openArchive, openLedger } from '../adapters/ledger/index.ts'
import { openMarketStore } from '../adapters/market-store/index.ts'
import { pictureFile } from '../adapters/pictures/code/picture-file.ts'
import type { EngineEvent } from '../contracts/events.ts'
import type { PictureOf } from '../contracts/pictures.ts'
import { EpochMs, TerminalId } from '../contracts/primitives.ts'
import { KeptMinutes } from '../workers/kept-minutes.ts'
import { PicturesDesk } from '../workers/pictures-desk.ts'
import { RecordDesk } from '../workers/record/record-desk.ts'
import { chartMinutes } from './chart-minutes.ts'
import { sqliteBinding } from './sqlite-binding.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** A Friday, 12:30 UTC. */
export const NOW = Date.UTC(2014, 5, 13, 12, 30)
export const TERMINAL = TerminalId.parse('terminal-1')

type Kept = Readonly<{ events?: readonly EngineEvent[]; minutes?: number | null; digits?: number }>

export function picturesBench({ events = [], minutes = 1_600, digits = 5 }: Kept) {
  const folder = temporaryFolder()
  const at = (name: string) => ({ file: path.join(folder, name), binding: sqliteBinding() })
  const ledger = openLedger(at('ledger.db'))
  if (events.length > 0) ledger.append([...events], EpochMs.parse(1_000))
  ledger.close()
  if (minutes !== null) {
    const store = openMarketStore(at('market.db'))
    store.write(TERMINAL, 'EURUSD', digits, chartMinutes(NOW, minutes))
    store.close()
  }
  const archive = openArchive(at('ledger.db'))
  const record = new RecordDesk(archive)
  const kept = new KeptMinutes(at('market.db'))
  onTestFinished(() => {
    kept.close()
    archive.close()
  })
  return { desk: new PicturesDesk({ minutes: kept, record, archive }), record }
}

export function drawn<F>(answer: PictureOf<F> | null): { png: Uint8Array; facts: F } {
  if (answer?.is !== 'picture') throw new Error(`it drew nothing: ${JSON.stringify(answer)}`)
  expect(pictureFile(answer.png)).toEqual({ is: 'picture', width: 1_200, height: 675 })
  return answer
}
export const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  Buffer.from(one).equals(Buffer.from(other))
