import type { Secrets } from '../../ports/secrets.ts'

/** Where nothing can be kept; `text` says why, and what to do. */
export function noSecrets(text: string): Secrets {
  const refusal = { is: 'refused', text } as const
  return {
    how: { can: false, text },
    read: () => Promise.resolve({ is: 'none' }),
    write: () => Promise.resolve(refusal),
    forget: () => Promise.resolve(null),
  }
}
