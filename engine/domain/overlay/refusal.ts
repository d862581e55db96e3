import type { Refusal, RefusalCode } from '../../contracts/vocabulary.ts'

export const refusal = (
  code: RefusalCode,
  text: string,
  value: number | null,
  limit: number | null,
): Refusal => ({ code, text, value, limit })
