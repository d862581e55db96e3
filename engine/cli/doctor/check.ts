/** What one look found. `nextStep` is what to do about it; null when there is nothing to do. */
export type Check = Readonly<{ name: string; ok: boolean; text: string; nextStep: string | null }>

export const good = (name: string, text: string, hint: string | null = null): Check => ({
  name,
  ok: true,
  text,
  nextStep: hint,
})

export const bad = (name: string, text: string, nextStep: string): Check => ({
  name,
  ok: false,
  text,
  nextStep,
})

export const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause))
