import { vi } from 'vitest'

/** Waits for a fact that another process or thread brings about; slow machines are given time, fast ones lose none. */
export function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { timeout: 60_000, interval: 10 })
}
