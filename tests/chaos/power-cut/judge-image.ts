import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { openLedger, verifyLedger } from '../../../engine/adapters/ledger/index.ts'
import { EpochMs } from '../../../engine/contracts/primitives.ts'
import { aPause } from '../../../engine/testkit/events.ts'
import { sqliteBinding } from '../../../engine/testkit/sqlite-binding.ts'
import type { DiskImage } from './disk-image.ts'

export type Mark = Readonly<{ events: number; hash: string }>

const binding = sqliteBinding()

/**
 * What is wrong with a ledger that a power cut has left, opened by the code that opens it after one; null when nothing is.
 * `promised` is the last mark before the cut, `next` the one that was on its way: one of the two must be there, whole.
 */
export function judgeImage(image: DiskImage, place: string, promised: Mark, next: Mark): string | null {
  const folder = path.join(place, 'image')
  mkdirSync(folder)
  try {
    image.writeInto(folder)
    const file = path.join(folder, 'ledger.db')
    const ledger = openLedger({ file, binding })
    const { events, hash } = ledger.head()
    if (hash !== promised.hash && hash !== next.hash)
      return `${promised.events} events were promised and ${next.events} were on their way, ${events} are there`
    ledger.append([aPause()], EpochMs.parse(1_700_000_000_001))
    ledger.close()
    return verifyLedger({ file, binding }).events === events + 1 ? null : 'it does not go on'
  } catch (cause) {
    if (cause instanceof Error) return cause.message
    throw cause
  } finally {
    rmSync(folder, { recursive: true })
  }
}
