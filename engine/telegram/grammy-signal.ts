import type { Api } from 'grammy'
import { z } from 'zod'

type GrammySignal = NonNullable<Parameters<Api['getMe']>[0]>

const Signal = z.custom<GrammySignal>(value => value instanceof AbortSignal)

/** Node's own signal, which grammY takes; its types only know that of a package that it uses where there is none. */
export const grammySignal = (signal: AbortSignal): GrammySignal => Signal.parse(signal)
