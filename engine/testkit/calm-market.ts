/** Training markets that run until something is there to decide, and stand nearly still while it is decided. */
import { expect } from 'vitest'
import type { MissionView } from '../contracts/views.ts'
import type { Host } from '../host/index.ts'
import { eventually } from './eventually.ts'
import { viewOf } from './whole-host.ts'

/** Market seconds a second. */
const FAST = 300

/** What `find` finds and is still there when every market is slow; `setSpeed` reaches all of them. */
export async function findInCalm<T>(
  host: Host,
  setSpeed: (speed: number) => void,
  find: (ready: readonly MissionView[]) => T | undefined,
): Promise<T> {
  // A market that is not linked yet hears of no speed.
  await eventually(async () => expect((await viewOf(host)).links[0]?.armed).toBe(true))
  for (let tries = 1; tries <= 10; tries += 1) {
    setSpeed(FAST)
    // A busy machine runs its market slowly: the test's own limit is the end of patience.
    if (!(await comes(async () => expect(find(await readyIn(host))).toBeDefined()))) continue
    setSpeed(1)
    await eventually(async () => {
      for (const { simulation } of (await viewOf(host)).links) expect(simulation?.speed).toBe(1)
    })
    const found = find(await readyIn(host))
    if (found !== undefined) return found
  }
  throw new Error('Nothing was there, or it was gone before it could be used.')
}

/** Of the host's own training ground: a mission that can be fired. */
export const missionInCalm = (host: Host): Promise<MissionView> =>
  findInCalm(
    host,
    speed => void host.simulate({ kind: 'speed', speed }),
    ([first]) => first,
  )

const comes = (check: () => Promise<void>): Promise<boolean> =>
  eventually(check).then(
    () => true,
    () => false,
  )

const readyIn = async (host: Host) =>
  (await viewOf(host)).missions.filter(({ state, shot }) => state === 'pending' && shot !== null)
