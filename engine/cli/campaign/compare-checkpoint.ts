import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import {
  checkpointPlace,
  everyRow,
  openArchive,
  openLedgerReader,
  readCheckpoint,
} from '../../adapters/ledger/index.ts'
import type { AccountKind } from '../../contracts/primitives.ts'
import { newCampaign, type Campaign } from '../../domain/campaign/campaign-book.ts'
import { takeFact } from '../../domain/campaign/campaign.ts'
import { isOfTest, type KnownTests } from '../../domain/record/test-fires.ts'
import { addXp } from '../../domain/campaign/xp.ts'
import type { CliContext } from '../context.ts'
import type { LedgerPlace } from '../ledger/place.ts'
import { count } from '../text.ts'

/** What the next start of the desk would begin with, held against the ledger up to the event at which it stands. */
export type CheckpointWord =
  | Readonly<{ is: 'notAsked' }>
  | Readonly<{ is: 'unusable'; reason: string }>
  | Readonly<{ is: 'same' | 'differs'; events: number }>

type Kept = Readonly<{ campaign: Campaign; xp: ReadonlyMap<AccountKind, number> }>

export function compareCheckpoint(place: LedgerPlace, { paths, version }: CliContext): CheckpointWord {
  const { file, build } = checkpointPlace({ dataFolder: place.dataFolder, version }, path.dirname(paths.self))
  const reader = openLedgerReader(place)
  try {
    const checkpoint = readCheckpoint(file, build, seq => reader.hashAt(seq))
    if ('unusable' in checkpoint) return { is: 'unusable', reason: checkpoint.unusable }
    const { events } = checkpoint.head
    // Its checksum and its build say that the desk of this build kept it.
    const { desk } = checkpoint.memory as Readonly<{ desk: Kept }>
    const kept: Kept = { campaign: desk.campaign, xp: desk.xp }
    return { is: isDeepStrictEqual(kept, toldUpTo(place, events)) ? 'same' : 'differs', events }
  } finally {
    reader.close()
  }
}

export function checkpointLines(word: CheckpointWord): readonly string[] {
  if (word.is === 'notAsked') return []
  if (word.is === 'unusable') return [`Not compared with a checkpoint of the desk: ${word.reason}.`]
  const at = `The desk's checkpoint at event ${count(word.events)}`
  return word.is === 'same'
    ? [`${at} has the same campaign, to the last badge and day.`]
    : [
        `${at} has another campaign than the ledger: delete desk.checkpoint, and the next start reads every event.`,
      ]
}

/** As the desk folds it, out of every event that its campaign has eyes for. */
function toldUpTo(place: LedgerPlace, events: number): Kept {
  const campaign = newCampaign()
  const tests: KnownTests = new Set()
  const xp = new Map<AccountKind, number>()
  const archive = openArchive(place)
  try {
    for (const { seq, event } of everyRow((after, most) => archive.recordEvents(after, most))) {
      if (seq > events) break
      if (isOfTest(tests, event)) continue
      takeFact(campaign, event)
      if (event.kind === 'xpAwarded') xp.set(event.account, addXp(xp.get(event.account) ?? 0, event.xp))
    }
    return { campaign, xp }
  } finally {
    archive.close()
  }
}
