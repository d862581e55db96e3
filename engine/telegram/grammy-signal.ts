import type { Api } from 'grammy'

type GrammySignal = NonNullable<Parameters<Api['getMe']>[0]>

/** Node's own signal, which grammY takes; its types only know that of a package that it uses where there is none. */
export function grammySignal(signal: AbortSignal): GrammySignal {
  if (isGrammys(signal)) return signal
  throw new Error('This is no signal.')
}

const isGrammys = (value: unknown): value is GrammySignal => value instanceof AbortSignal
