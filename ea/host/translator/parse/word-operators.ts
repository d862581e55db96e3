import type { Expression, TypeNode } from '../ast.ts'
import { readArguments } from './arguments.ts'
import type { Inner, Reading } from './reading.ts'
import { scanType } from './scan.ts'
import { isWord } from './token-stream.ts'
import { readType, readTypeName } from './types.ts'

/** `new Type(arguments)`. */
export function readNew(reading: Reading, inner: Inner): Expression {
  const { stream } = reading
  const { at } = stream.expect('new')
  const type = readTypeName(reading)
  return { kind: 'new', at, type, arguments: stream.is('(') ? readArguments(reading, inner) : null }
}

/** `dynamic_cast<Type *>(operand)`. */
export function readDynamicCast(reading: Reading, inner: Inner): Expression {
  const { stream } = reading
  const { at } = stream.expect('dynamic_cast')
  stream.expect('<')
  const type = readType(reading)
  stream.expect('>')
  return { kind: 'dynamicCast', at, type, operand: readBracketed(reading, inner) }
}

/** `sizeof(…)` and `typename(…)`. */
export function readMeasure(reading: Reading, inner: Inner, kind: 'sizeof' | 'typename'): Expression {
  const { stream, types } = reading
  const { at } = stream.expect(kind)
  const type = scanType(stream, types, stream.index + 1)
  const isType = type !== null && (type.certain || type.pointer) && isWord(stream.tokenAt(type.end), ')')
  return { kind, at, operand: isType ? readBracketedType(reading) : readBracketed(reading, inner) }
}

/** `offsetof(Type, member)`. */
export function readOffsetof(reading: Reading): Expression {
  const { stream } = reading
  const { at } = stream.expect('offsetof')
  stream.expect('(')
  const type = readTypeName(reading)
  stream.expect(',')
  const member = stream.expectName('the name of a member').text
  stream.expect(')')
  return { kind: 'offsetof', at, type, member }
}

function readBracketed(reading: Reading, { whole }: Inner): Expression {
  reading.stream.expect('(')
  const operand = whole(reading)
  reading.stream.expect(')')
  return operand
}

function readBracketedType(reading: Reading): TypeNode {
  reading.stream.expect('(')
  const type = readType(reading)
  reading.stream.expect(')')
  return type
}
