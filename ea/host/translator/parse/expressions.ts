import type { Expression } from '../ast.ts'
import { assignmentAt, binaryAt, takeTokens } from './operators.ts'
import type { Inner, Reading } from './reading.ts'
import { readUnary } from './unary.ts'

/** Any expression, commas included. */
export function readExpression(reading: Reading): Expression {
  const first = readSingle(reading)
  if (!reading.stream.is(',')) return first
  const expressions = [first]
  while (reading.stream.accept(',') !== null) expressions.push(readSingle(reading))
  return { kind: 'comma', at: first.at, expressions }
}

/** An expression up to a comma: an assignment, or what binds more tightly. */
export function readSingle(reading: Reading): Expression {
  const { stream } = reading
  return stream.nest(() => {
    const target = readConditional(reading)
    const found = assignmentAt(stream)
    if (found === null) return target
    takeTokens(stream, found.tokens)
    const { operator, token } = found
    return { kind: 'assignment', at: token.at, operator, target, value: readSingle(reading) }
  })
}

/** What may follow `=` in a declaration: an expression, or values in braces. */
export function readInitial(reading: Reading): Expression {
  const { stream } = reading
  const { at } = stream.current
  if (stream.accept('{') === null) return readSingle(reading)
  const elements: Expression[] = []
  while (!stream.is('}')) {
    elements.push(stream.nest(() => readInitial(reading)))
    if (!stream.is('}')) stream.expect(',')
  }
  stream.expect('}')
  return { kind: 'initializerList', at, elements }
}

export const INNER: Inner = { whole: readExpression, single: readSingle }

function readConditional(reading: Reading): Expression {
  const { stream } = reading
  const condition = readBinary(reading, 1)
  const question = stream.accept('?')
  if (question === null) return condition
  const whenTrue = readSingle(reading)
  stream.expect(':')
  return { kind: 'conditional', at: question.at, condition, whenTrue, whenFalse: readSingle(reading) }
}

/** Precedence climbing: operators that bind at least as tightly as `lowest`, the left ones first. */
function readBinary(reading: Reading, lowest: number): Expression {
  const { stream } = reading
  let left = readUnary(reading, INNER)
  for (;;) {
    const found = binaryAt(stream)
    if (found === null || found.precedence < lowest) return left
    takeTokens(stream, found.tokens)
    const right = readBinary(reading, found.precedence + 1)
    left = { kind: 'binary', at: found.token.at, operator: found.operator, left, right }
  }
}
