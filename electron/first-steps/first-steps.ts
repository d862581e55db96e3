import { existsSync } from 'node:fs'
import path from 'node:path'
import type { FirstSteps, FirstStepsEnd } from '../../engine/contracts/first-steps.ts'
import type { Launch } from '../../engine/contracts/launch.ts'
import type { QueryAnswer } from '../../engine/contracts/queries.ts'
import type { Done } from '../../engine/contracts/window-bridge.ts'
import { writeAtomically } from '../../engine/host/data-folder/atomic-write.ts'

/** In the window's own profile: another data folder is another beginning. */
export const FIRST_STEPS_FILE = 'first-steps.json'

type Place = Readonly<{ dataFolder: string; profile: string; training: Launch['training'] }>
export type WindowFirstSteps = Readonly<{
  now(): Promise<FirstSteps>
  end(how: FirstStepsEnd): Done
}>

/**
 * Due until they were taken or skipped, for whoever has never ordered: a trader of many months who gets them with a new version
 * knows the house. Made before the host is, which makes the ledger.
 */
export function windowFirstSteps(
  { dataFolder, profile, training }: Place,
  summary: () => Promise<QueryAnswer<'ledgerSummary'>>,
): WindowFirstSteps {
  const file = path.join(profile, FIRST_STEPS_FILE)
  const isNewFolder = !existsSync(path.join(dataFolder, 'ledger.db'))
  let areOver = existsSync(file)

  async function hasTraded(): Promise<boolean> {
    if (isNewFolder) return false
    const answer = await summary()
    // Who can't be asked is not held up.
    return answer.is === 'failed' || answer.value.hasOrders || answer.value.trades > 0
  }

  return {
    now: async () => ({ are: areOver || (await hasTraded()) ? 'over' : 'due', training }),
    end(how) {
      areOver = true
      try {
        writeAtomically(file, `${JSON.stringify({ how })}\n`)
        return { is: 'done' }
      } catch (error) {
        const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
        const text = `The first steps come again at the next start: it can't be written to ${file} that they are over (${reason}).`
        return { is: 'failed', code: 'FIRST_STEPS_NOT_KEPT', text }
      }
    },
  }
}
