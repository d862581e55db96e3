import type { EnumDeclaration, EnumMember, TemplateParameter, TypedefDeclaration } from '../ast.ts'
import { readSingle } from './expressions.ts'
import { readParameters } from './parameters.ts'
import type { Reading } from './reading.ts'
import { readType } from './types.ts'

/** `enum Name { first, second = 5 }`, up to the semicolon. */
export function readEnum(reading: Reading): EnumDeclaration {
  const { stream } = reading
  const { at } = stream.expect('enum')
  const name = stream.is('{') ? null : stream.expectName('the name of the enumeration')
  stream.expect('{')
  const members: EnumMember[] = []
  while (!stream.is('}')) {
    members.push(readEnumMember(reading))
    if (!stream.is('}')) stream.expect(',')
  }
  stream.expect('}')
  return { kind: 'enum', at: name?.at ?? at, name: name?.text ?? null, members }
}

function readEnumMember(reading: Reading): EnumMember {
  const { stream } = reading
  const { at, text } = stream.expectName('the name of a member')
  const value = stream.accept('=') === null ? null : readSingle(reading)
  return { kind: 'enumMember', at, name: text, value }
}

/** `typedef int (*Name)(int, string)`, up to the semicolon. */
export function readTypedef(reading: Reading): TypedefDeclaration {
  const { stream } = reading
  stream.expect('typedef')
  const returnType = readType(reading)
  stream.expect('(')
  stream.expect('*')
  const { at, text } = stream.expectName('the name of the type')
  stream.expect(')')
  const { parameters } = readParameters(reading)
  return { kind: 'typedef', at, name: text, returnType, parameters }
}

/** `template<typename A, typename B>`. */
export function readTemplateHead({ stream }: Reading): TemplateParameter[] {
  stream.expect('template')
  stream.expect('<')
  const parameters: TemplateParameter[] = []
  do {
    stream.expect('typename')
    const { at, text } = stream.expectName('the name of a type')
    parameters.push({ kind: 'templateParameter', at, name: text })
  } while (stream.accept(',') !== null)
  stream.expect('>')
  return parameters
}
