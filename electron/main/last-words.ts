import type { LogFile } from '../../engine/host/index.ts'
import { refuse } from './refuse.ts'

/** The host stops within three seconds; a host that can't any more is not waited for. */
const STOP_WITHIN_MS = 4_000

/**
 * A fault of our own is caught once, here: written down whole, what runs is stopped in order, the person gets one sentence,
 * and the app ends.
 */
export function leaveLastWords(log: LogFile, logFile: string, stop: () => Promise<void>): void {
  let isFalling = false

  async function fall(error: unknown): Promise<void> {
    log.write('error', 'a fault in the main process', { error })
    if (isFalling) return
    isFalling = true
    const cap = new Promise(resolve => setTimeout(resolve, STOP_WITHIN_MS))
    const stopped = stop().catch((reason: unknown) => log.write('error', 'the host did not stop', { reason }))
    await Promise.race([stopped, cap])
    refuse(
      `BITTEN has stopped on a fault of its own. Your stops are with the broker; start it again to go on. Details: ${logFile}`,
    )
  }
  process.on('uncaughtException', error => void fall(error))
  process.on('unhandledRejection', error => void fall(error))
}
