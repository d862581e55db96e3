/** When something that died is started again, and when it is given up. */
export type RestartPolicy = Readonly<{
  /** A start that lasted less than this counts as failed. */
  steadyMs: number
  /** Failed starts in a row before it is given up. */
  tries: number
  firstDelayMs: number
  maxDelayMs: number
}>

export const RESTART: RestartPolicy = { steadyMs: 30_000, tries: 5, firstDelayMs: 200, maxDelayMs: 5_000 }

export type Verdict =
  Readonly<{ is: 'again'; afterMs: number; failures: number }> | Readonly<{ is: 'giveUp'; failures: number }>

/** `failures` are those before this death; `livedMs` is how long it had been ready, 0 when it never was. */
export function judgeDeath(failures: number, livedMs: number, policy: RestartPolicy): Verdict {
  const now = livedMs >= policy.steadyMs ? 1 : failures + 1
  if (now >= policy.tries) return { is: 'giveUp', failures: now }
  const afterMs = Math.min(policy.firstDelayMs * 2 ** (now - 1), policy.maxDelayMs)
  return { is: 'again', afterMs, failures: now }
}

/** What said one of these starts as soon as the machine lets it: it is tried for ever, and nobody is asked to restart. */
const OF_THE_MACHINE: ReadonlySet<string> = new Set(['DISK_FULL', 'DISK_FAILED'])

/** When something that said why it cannot go on is tried again; null: not before a person has done something. */
export const againAfterMs = (code: string, { maxDelayMs } = RESTART): number | null =>
  OF_THE_MACHINE.has(code) ? maxDelayMs : null
