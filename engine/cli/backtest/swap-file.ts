import { readFileSync } from 'node:fs'
import { Swaps } from '../../contracts/lab-port.ts'
import { failed, type Failure } from '../outcome.ts'

type Read = Readonly<{ is: 'read'; swaps: Swaps }> | Failure

const SHAPE = 'Expected {"EURUSD": {"long": -0.7, "short": 0.2}}, in pips a night'

/** Swaps of a JSON file; none without a file. */
export function swapsOf(file: string | null): Read {
  if (file === null) return { is: 'read', swaps: {} }
  let told: unknown
  try {
    told = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    const why = error instanceof SyntaxError ? 'is not JSON' : 'cannot be read'
    return failed('SWAPS_INVALID', `${file} ${why}. ${SHAPE}`)
  }
  const parsed = Swaps.safeParse(told)
  if (parsed.success) return { is: 'read', swaps: parsed.data }
  const [issue] = parsed.error.issues
  return failed('SWAPS_INVALID', `${file}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}. ${SHAPE}`)
}
