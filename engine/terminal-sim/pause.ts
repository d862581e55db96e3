import { setTimeout as sleep } from 'node:timers/promises'

/** So many milliseconds, or until the signal. It leaves no listener at the signal, which may outlive thousands of pauses. */
export const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal }).catch(() => undefined)
