import type { Expression } from '../ast.ts'
import type { Inner, Reading } from './reading.ts'

/** `(a, b)`: what is handed over to a function. */
export function readArguments(reading: Reading, { single }: Inner): Expression[] {
  const { stream } = reading
  stream.expect('(')
  const args: Expression[] = []
  if (stream.accept(')') !== null) return args
  do {
    if (stream.is(',') || stream.is(')')) stream.fail(291, 'an argument of the call is missing')
    args.push(single(reading))
  } while (stream.accept(',') !== null)
  stream.expect(')')
  return args
}
