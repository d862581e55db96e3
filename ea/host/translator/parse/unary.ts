import type { Expression } from '../ast.ts'
import { readArguments } from './arguments.ts'
import { prefixAt, takeOverloaded } from './operators.ts'
import { readPrimary } from './primary.ts'
import type { Inner, Reading } from './reading.ts'
import { scanType, scanTypeArguments } from './scan.ts'
import { isWord, type TokenStream } from './token-stream.ts'
import { isReserved } from './words.ts'
import { plainType, readType, readTypeArguments } from './types.ts'

/** Words of the language that an operand can begin with. */
const OPERAND_WORDS = [
  'true',
  'false',
  'NULL',
  'this',
  'new',
  'sizeof',
  'typename',
  'dynamic_cast',
  'offsetof',
]

/** An operand with the operators before and after it. */
export function readUnary(reading: Reading, inner: Inner): Expression {
  const { stream } = reading
  return stream.nest(() => {
    const { at } = stream.current
    const operator = prefixAt(stream)
    if (operator !== null) {
      stream.take()
      return { kind: 'unary', at, operator, operand: readUnary(reading, inner) }
    }
    return isCast(reading) ? readCast(reading, inner) : readPostfix(reading, inner)
  })
}

/**
 * Whether `(` begins `(type)operand`. A name that is not known as a type is one all the same when it stands
 * in brackets right before an operand, which no expression does.
 */
function isCast({ stream, types }: Reading): boolean {
  if (!stream.is('(')) return false
  const type = scanType(stream, types, stream.index + 1)
  if (type === null || !isWord(stream.tokenAt(type.end), ')')) return false
  return type.certain || type.pointer || beginsOperand(stream, type.end + 1)
}

function beginsOperand(stream: TokenStream, index: number): boolean {
  const { kind, text } = stream.tokenAt(index)
  if (kind === 'name') return !isReserved(text) || OPERAND_WORDS.includes(text)
  return kind === 'punctuator' ? text === '!' || text === '~' : kind !== 'end' && kind !== 'unknown'
}

function readCast(reading: Reading, inner: Inner): Expression {
  const { stream } = reading
  const { at } = stream.expect('(')
  const type = readType(reading)
  stream.expect(')')
  return { kind: 'cast', at, type, operand: readUnary(reading, inner), functional: false }
}

function readPostfix(reading: Reading, inner: Inner): Expression {
  let operand = readPrimary(reading, inner)
  for (;;) {
    const longer = readSuffix(reading, inner, operand)
    if (longer === null) return operand
    operand = longer
  }
}

function readSuffix(reading: Reading, inner: Inner, operand: Expression): Expression | null {
  const { stream } = reading
  const { at, kind, text } = stream.current
  if (kind !== 'punctuator') return null
  switch (text) {
    case '.':
      return readMember(reading, inner, operand)
    case '[':
      return readIndex(reading, inner, operand)
    case '(':
      return {
        kind: 'call',
        at,
        callee: operand,
        templateArguments: [],
        arguments: readArguments(reading, inner),
      }
    case '++':
    case '--':
      stream.take()
      return { kind: 'postfix', at, operator: text, operand }
    default:
      return null
  }
}

/** `.name`, `.Base::name`, `.name<int>(…)`. */
function readMember(reading: Reading, inner: Inner, object: Expression): Expression {
  const { stream, types } = reading
  stream.expect('.')
  const scope = stream.isName() && stream.is('::', 1) ? plainType(stream.take()) : null
  if (scope !== null) stream.expect('::')
  const { at } = stream.current
  const operator = stream.accept('operator') === null ? null : `operator${takeOverloaded(stream)}`
  const name = operator ?? stream.expectName('the name of a member').text
  const member: Expression = { kind: 'member', at, object, scope, name }
  if (scanTypeArguments(stream, types, stream.index) === null) return member
  const templateArguments = readTypeArguments(reading)
  return { kind: 'call', at, callee: member, templateArguments, arguments: readArguments(reading, inner) }
}

function readIndex(reading: Reading, inner: Inner, object: Expression): Expression {
  const { stream } = reading
  const { at } = stream.expect('[')
  const indexes: Expression[] = []
  if (stream.accept(']') !== null) return { kind: 'index', at, object, indexes }
  do {
    indexes.push(inner.single(reading))
  } while (stream.accept(',') !== null)
  stream.expect(']')
  return { kind: 'index', at, object, indexes }
}
