import type { Parameter } from '../ast.ts'
import { readInitial } from './expressions.ts'
import type { Reading } from './reading.ts'
import { readType } from './types.ts'
import { readDimensions } from './variables.ts'

export type Parameters = { readonly parameters: readonly Parameter[]; readonly isVariadic: boolean }

/** `(const int &values[], string name = "", ...)`. */
export function readParameters(reading: Reading): Parameters {
  const { stream } = reading
  stream.expect('(')
  const parameters: Parameter[] = []
  let isVariadic = false
  if (stream.is('void') && stream.is(')', 1)) stream.take()
  if (stream.accept(')') !== null) return { parameters, isVariadic }
  do {
    if (isVariadic) stream.fail(185, `nothing can follow '...'`)
    if (stream.accept('...') !== null) isVariadic = true
    else parameters.push(readParameter(reading))
  } while (stream.accept(',') !== null)
  stream.expect(')')
  return { parameters, isVariadic }
}

function readParameter(reading: Reading): Parameter {
  const { stream } = reading
  if (stream.is('class') || stream.is('struct')) stream.fail(251, 'a type cannot be declared in a parameter')
  const { at } = stream.current
  const type = readType(reading)
  const reference = stream.accept('&') !== null
  if (stream.is('&') || stream.is('&&')) stream.fail(249, 'a reference to a reference cannot be declared')
  if (reference && stream.is('*')) stream.fail(248, 'a pointer to a reference cannot be declared')
  const name = stream.isName() ? stream.take() : null
  if (name === null && !['[', '=', ',', ')'].some(text => stream.is(text))) stream.expectName('a name')
  const dimensions = readDimensions(reading)
  const defaultValue = stream.accept('=') === null ? null : readInitial(reading)
  return {
    kind: 'parameter',
    at: name?.at ?? at,
    type,
    name: name?.text ?? null,
    reference,
    dimensions,
    defaultValue,
  }
}
