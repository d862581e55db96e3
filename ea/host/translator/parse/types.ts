import type { TypeNode } from '../ast.ts'
import type { Token } from '../lex/token.ts'
import type { Reading } from './reading.ts'
import { scanTypeArguments } from './scan.ts'
import { BUILT_IN_TYPES } from './words.ts'

/** `const Outer::Inner<int> *const`. */
export function readType(reading: Reading): TypeNode {
  const before = reading.stream.accept('const') !== null
  const name = readTypeName(reading)
  const after = reading.stream.accept('const') !== null
  return readPointer(reading, { ...name, constant: before || after })
}

/** The `*` and the `const` after it that make a type a pointer. */
export function readPointer({ stream }: Reading, type: TypeNode): TypeNode {
  if (stream.accept('*') === null) return type
  if (stream.is('*')) stream.fail(250, 'a pointer to a pointer cannot be declared')
  return { ...type, pointer: true, constantPointer: stream.accept('const') !== null }
}

/** The name of a type with its scopes and template arguments, without `const` and `*`. */
export function readTypeName(reading: Reading): TypeNode {
  const { stream } = reading
  const global = stream.accept('::') !== null
  let type = readNamePart(reading, null, global)
  while (stream.is('::') && stream.isName(1)) {
    stream.take()
    type = readNamePart(reading, type, global)
  }
  return type
}

function readNamePart(reading: Reading, scope: TypeNode | null, global: boolean): TypeNode {
  const { stream } = reading
  const token =
    scope === null && BUILT_IN_TYPES.has(stream.current.text) ? stream.take() : stream.expectName('a type')
  return { ...plainType(token), scope, global, arguments: readTypeArguments(reading) }
}

/** `<int, Frame *>`, or none. */
export function readTypeArguments(reading: Reading): TypeNode[] {
  const { stream, types } = reading
  if (scanTypeArguments(stream, types, stream.index) === null) return []
  const args: TypeNode[] = []
  do {
    stream.take()
    args.push(stream.nest(() => readType(reading)))
  } while (stream.is(','))
  stream.expect('>')
  return args
}

export function plainType(token: Token): TypeNode {
  return {
    kind: 'type',
    at: token.at,
    name: token.text,
    scope: null,
    global: false,
    arguments: [],
    constant: false,
    pointer: false,
    constantPointer: false,
  }
}
