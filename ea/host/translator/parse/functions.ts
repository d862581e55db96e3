import type {
  FunctionDeclaration,
  FunctionNature,
  MemberInitializer,
  SourcePosition,
  TemplateParameter,
  TypeNode,
} from '../ast.ts'
import { readArguments } from './arguments.ts'
import { INNER } from './expressions.ts'
import { readParameters } from './parameters.ts'
import type { Reading } from './reading.ts'
import { printType, signatureOf } from './signature.ts'
import type { Specifiers } from './specifiers.ts'
import { readBlock } from './statements.ts'
import { readTypeName } from './types.ts'

/** What stands before the parameters of a function. */
export type FunctionHead = {
  readonly at: SourcePosition
  readonly nature: FunctionNature
  readonly name: string
  readonly scope: TypeNode | null
  readonly returnType: TypeNode | null
  readonly returnsReference: boolean
  readonly template: readonly TemplateParameter[] | null
}

type Qualifiers = Pick<FunctionDeclaration, 'isConst' | 'isOverride' | 'isFinal' | 'isExport'>

/** The parameters, the words after them and the body. */
export function readFunction(
  reading: Reading,
  head: FunctionHead,
  { storage, isVirtual }: Specifiers,
): FunctionDeclaration {
  const { stream } = reading
  if (storage !== 'plain' && storage !== 'static') {
    stream.fail(149, `'${storage}' is for variables, not for a function`)
  }
  const { parameters, isVariadic } = readParameters(reading)
  const qualifiers = readQualifiers(reading)
  const ending = readEnding(reading)
  const name = fullName(reading, head)
  const signature = signatureOf(head.returnType, name, parameters, qualifiers.isConst)
  const inner: Reading = { ...reading, inside: { name, signature } }
  const initializers = readInitializers(inner)
  if (initializers.length > 0 && !stream.is('{')) stream.fail(330, `expected '{' after the initializers`)
  const body = stream.is('{') ? readBlock(inner) : null
  if (body === null) stream.expect(';')
  return {
    kind: 'function',
    ...head,
    parameters,
    isVariadic,
    initializers,
    body,
    isStatic: storage === 'static',
    isVirtual,
    ...qualifiers,
    ...ending,
  }
}

/** The name that `__FUNCTION__` stands for: with the classes around it. */
function fullName({ classes }: Reading, { nature, name, scope }: FunctionHead): string {
  const around = scope === null ? classes : [printType(scope)]
  const prefix = nature === 'destructor' ? '~' : nature === 'operator' ? 'operator' : ''
  return [...around, `${prefix}${name}`].join('::')
}

function readQualifiers({ stream }: Reading): Qualifiers {
  const found = new Set<string>()
  for (;;) {
    const word = ['const', 'override', 'final', 'export'].find(known => stream.is(known))
    if (word === undefined) break
    if (found.has(word)) stream.fail(149, `'${word}' stands here twice`)
    found.add(stream.take().text)
  }
  return {
    isConst: found.has('const'),
    isOverride: found.has('override'),
    isFinal: found.has('final'),
    isExport: found.has('export'),
  }
}

/** `= 0`, `= NULL` or `= delete`. */
function readEnding({ stream }: Reading): Pick<FunctionDeclaration, 'isPure' | 'isDeleted'> {
  if (stream.accept('=') === null) return { isPure: false, isDeleted: false }
  const isDeleted = stream.accept('delete') !== null
  const isPure = !isDeleted && (stream.current.text === '0' || stream.is('NULL'))
  if (isPure) stream.take()
  if (!isPure && !isDeleted) stream.fail(381, `expected '0', 'NULL' or 'delete' but found ${stream.found()}`)
  if (!stream.is(';')) stream.expect(';')
  return { isPure, isDeleted }
}

/** `: m_size(size), Base(name)`. */
function readInitializers(reading: Reading): MemberInitializer[] {
  const { stream } = reading
  const initializers: MemberInitializer[] = []
  if (stream.accept(':') === null) return initializers
  do {
    if (!stream.isName()) stream.fail(331, `expected the name of a field but found ${stream.found()}`)
    const type = readTypeName(reading)
    initializers.push({
      kind: 'memberInitializer',
      at: type.at,
      type,
      arguments: readArguments(reading, INNER),
    })
  } while (stream.accept(',') !== null)
  return initializers
}
