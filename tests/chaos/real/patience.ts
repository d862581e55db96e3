/** Waiting for real processes: for a moment, for a look that is as wanted, for calm. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from '../../../engine/broker-sim/random.ts'
import type { EventKind, WarRoomView } from '../../../engine/contracts/index.ts'
import { DeskGone, type DeskProcess } from '../desk-process.ts'

/** On a machine that is busy with something else as well. */
export const PATIENCE_MS = 60_000

/** False after a while; the process does not stay for it. */
export const soon = (ms: number) => sleep(ms, false, { ref: false })

/** So many milliseconds by chance, or when the app has told of this: false when it has not told of it `withinMs`. */
export const moment = (
  at: Readonly<{ mostMs: number }> | EventKind,
  desk: DeskProcess,
  random: Random,
  withinMs: number,
): Promise<boolean> =>
  typeof at === 'object'
    ? sleep(random.below(at.mostMs + 1), true)
    : Promise.race([desk.told(at).then(() => true), soon(withinMs)])

/** Looks at the room until it is as wanted; the last look when that is too late. */
export async function room(
  desk: () => DeskProcess,
  isWanted: (view: WarRoomView) => boolean,
  withinMs: number,
  everyMs: number,
): Promise<WarRoomView> {
  for (const endMs = performance.now() + withinMs; ;) {
    const view = await desk().view()
    if (isWanted(view) || performance.now() > endMs) return view
    await sleep(everyMs)
  }
}

export type Looks = Readonly<{
  faults(): Promise<readonly string[]>
  /** Of silence between two looks that find nothing wrong. */
  calmMs: number
  everyMs: number
}>

/** What is still wrong when it has had all the time it needs; nothing was when two looks in a row say so. */
export async function settle({ faults: look, calmMs, everyMs }: Looks): Promise<readonly string[]> {
  let faults: readonly string[] = []
  let soundLooks = 0
  for (const endMs = performance.now() + PATIENCE_MS; performance.now() < endMs && soundLooks < 2;) {
    if (soundLooks > 0) await sleep(calmMs)
    try {
      faults = await look()
    } catch (error) {
      if (!(error instanceof DeskGone)) throw error
      return [`CRASHED: ${String(error)}`]
    }
    soundLooks = faults.length === 0 ? soundLooks + 1 : 0
    if (faults.length > 0) await sleep(everyMs)
  }
  return faults
}

/** Whoever is dead, each after a while of its own. */
export async function startAgain(
  random: Random,
  mostMs: number,
  dead: readonly (() => unknown)[],
): Promise<void> {
  await Promise.all(
    dead.map(async start => {
      await sleep(random.below(mostMs))
      await start()
    }),
  )
}
