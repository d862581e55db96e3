import type { Expression } from '../ast.ts'
import type { Token } from '../lex/token.ts'
import { readArguments } from './arguments.ts'
import { colorLiteral, datetimeLiteral } from './literals/dates-and-colors.ts'
import { bitsLiteral, numberLiteral } from './literals/numbers.ts'
import { characterLiteral, readText } from './literals/texts.ts'
import type { Inner, Reading } from './reading.ts'
import { isWord } from './token-stream.ts'
import { plainType, readTypeName } from './types.ts'
import { readDynamicCast, readMeasure, readNew, readOffsetof } from './word-operators.ts'

/** What operators stand between: a literal, a name, something in brackets. */
export function readPrimary(reading: Reading, inner: Inner): Expression {
  const { stream } = reading
  const token = stream.current
  switch (token.kind) {
    case 'number':
      return numberLiteral(stream, stream.take())
    case 'bits':
      return bitsLiteral(stream, stream.take())
    case 'character':
      return characterLiteral(stream, stream.take())
    case 'datetime':
      return datetimeLiteral(stream, stream.take())
    case 'color':
      return colorLiteral(stream, stream.take())
    case 'string':
      return readString(reading)
    case 'name':
      return readWord(reading, inner, token)
    case 'punctuator':
      return readPunctuated(reading, inner)
    case 'unknown':
    case 'end':
      return stream.fail(157, `expected an expression but found ${stream.found()}`)
  }
}

function readPunctuated(reading: Reading, inner: Inner): Expression {
  const { stream } = reading
  if (stream.is('::')) return readName(reading, inner)
  if (stream.is('>') && stream.is('-', -1)) stream.fail(149, `MQL5 has no '->': write '.'`)
  if (stream.accept('(') === null) stream.fail(157, `expected an expression but found ${stream.found()}`)
  const expression = inner.whole(reading)
  stream.expect(')')
  return expression
}

function readWord(reading: Reading, inner: Inner, token: Token): Expression {
  const { stream } = reading
  const { at } = token
  switch (token.text) {
    case 'true':
    case 'false':
      stream.take()
      return { kind: 'boolean', at, value: token.text === 'true' }
    case 'NULL':
      stream.take()
      return { kind: 'null', at }
    case 'this':
      stream.take()
      return { kind: 'this', at }
    case 'new':
      return readNew(reading, inner)
    case 'dynamic_cast':
      return readDynamicCast(reading, inner)
    case 'sizeof':
    case 'typename':
      return readMeasure(reading, inner, token.text)
    case 'offsetof':
      return readOffsetof(reading)
    case '__FUNCTION__':
    case '__FUNCSIG__':
      return readString(reading)
    default:
      return isFunctionalCast(reading) ? readFunctionalCast(reading, inner) : readName(reading, inner)
  }
}

/** Neighbouring strings are one; the names of the function count as strings. */
function readString({ stream, inside }: Reading): Expression {
  const { at } = stream.current
  let value = ''
  for (;;) {
    const token = stream.current
    const isFunction = isWord(token, '__FUNCTION__')
    if (token.kind === 'string') value += readText(stream, token)
    else if (!isFunction && !isWord(token, '__FUNCSIG__')) return { kind: 'string', at, value }
    else if (inside === null) stream.fail(377, `${token.text} has no meaning outside of a function`)
    else value += isFunction ? inside.name : inside.signature
    stream.take()
  }
}

/** `name`, `Scope::name`, `::name`, and `name<int>(…)`. */
function readName(reading: Reading, inner: Inner): Expression {
  const { at, name, scope, global, arguments: templateArguments } = readTypeName(reading)
  const callee: Expression =
    scope === null && !global ? { kind: 'identifier', at, name } : { kind: 'scoped', at, scope, name }
  if (templateArguments.length === 0) return callee
  return { kind: 'call', at, callee, templateArguments, arguments: readArguments(reading, inner) }
}

/** `type(x)`. A known type with one argument: it cannot be a call. */
function isFunctionalCast({ stream, types }: Reading): boolean {
  const { text } = stream.current
  return types(text) && stream.is('(', 1) && !stream.is(')', 2)
}

function readFunctionalCast(reading: Reading, inner: Inner): Expression {
  const { stream } = reading
  const { at } = stream.current
  const type = plainType(stream.take())
  const [operand, more] = readArguments(reading, inner)
  if (operand === undefined || more !== undefined) {
    return stream.fail(305, `'${type.name}(…)' converts one value; a constructor is not called by name`)
  }
  return { kind: 'cast', at, type, operand, functional: true }
}
