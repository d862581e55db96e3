import type { Declarator, Dimension, SourcePosition, Storage, TypeNode, VariableDeclaration } from '../ast.ts'
import { readArguments } from './arguments.ts'
import { INNER, readInitial, readSingle } from './expressions.ts'
import type { Reading } from './reading.ts'
import { readPointer, readTypeName } from './types.ts'

/** The declarators after a type, and the semicolon. `base` has no star: each variable has its own. */
export function readVariables(
  reading: Reading,
  at: SourcePosition,
  storage: Storage,
  base: TypeNode,
): VariableDeclaration {
  const { stream } = reading
  const declarators: Declarator[] = []
  do {
    declarators.push(readDeclarator(reading, readPointer(reading, base)))
  } while (stream.accept(',') !== null)
  const { comment } = stream.expect(';')
  return { kind: 'variables', at, storage, declarators, comment }
}

/** The variables after a first one whose type and star are read already. */
function readDeclarator(reading: Reading, type: TypeNode): Declarator {
  const { stream } = reading
  if (stream.is('&')) stream.fail(229, 'a reference cannot be declared here, only as a parameter')
  if (!stream.isName() && !stream.is('::')) stream.expectName('the name of a variable')
  const { at, name, scope } = readTypeName(reading)
  const dimensions = readDimensions(reading)
  const constructorArguments = stream.is('(') ? readArguments(reading, INNER) : null
  const initial = stream.accept('=') === null ? null : readInitial(reading)
  return { kind: 'declarator', at, name, type, scope, dimensions, initial, constructorArguments }
}

/** `[10][]`. */
export function readDimensions(reading: Reading): Dimension[] {
  const { stream } = reading
  const dimensions: Dimension[] = []
  while (stream.accept('[') !== null) {
    dimensions.push(stream.is(']') ? null : readSingle(reading))
    stream.expect(']')
  }
  return dimensions
}
