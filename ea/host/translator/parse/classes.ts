import type {
  Access,
  BaseClass,
  ClassDeclaration,
  ClassMember,
  Expression,
  TemplateParameter,
} from '../ast.ts'
import { readSingle } from './expressions.ts'
import { readNamed } from './named.ts'
import type { Reading } from './reading.ts'
import { readEnum, readTemplateHead, readTypedef } from './type-declarations.ts'
import { plainType, readTypeName } from './types.ts'
import { readVariables } from './variables.ts'

type Keyword = ClassDeclaration['keyword']
type Template = readonly TemplateParameter[] | null
type Declared = ClassMember['declaration']

const KEYWORDS: readonly Keyword[] = ['class', 'struct', 'union', 'interface']
const ACCESSES: readonly Access[] = ['public', 'protected', 'private']

/**
 * A class, enumeration or typedef with its semicolon, and the variables that may stand before it. Null
 * when none begins here.
 */
export function readTypes(reading: Reading, template: Template): Declared[] | null {
  const { stream } = reading
  const keyword = KEYWORDS.find(
    word => (stream.is(word) && word !== 'interface') || (stream.is(word) && stream.isName(1)),
  )
  if (keyword === undefined && !stream.is('enum') && !stream.is('typedef')) return null
  const type = keyword === undefined ? readPlainType(reading) : readClass(reading, keyword, template)
  if (stream.accept(';') !== null) return [type]
  if (type.kind === 'typedef' || type.name === null) stream.expect(';')
  const name = { kind: 'name', text: type.name ?? '', startsLine: false, spaceBefore: false } as const
  const base = plainType({ ...name, at: type.at, comment: null, problem: null })
  return [type, readVariables(reading, stream.current.at, 'plain', base)]
}

function readPlainType(reading: Reading) {
  return reading.stream.is('enum') ? readEnum(reading) : readTypedef(reading)
}

function readClass(reading: Reading, keyword: Keyword, template: Template): ClassDeclaration {
  const { stream } = reading
  stream.expect(keyword)
  const packed = readPack(reading)
  const { at, text } = stream.expectName(`the name of the ${keyword}`)
  const attributes = readAttributes(reading, packed)
  const base = stream.accept(':') === null ? null : readBase(reading, keyword)
  const inner: Reading = { ...reading, classes: [...reading.classes, text] }
  const access: Access = keyword === 'class' ? 'private' : 'public'
  const members = stream.is(';') && base === null ? null : readMembers(inner, access)
  return { kind: 'class', at, keyword, name: text, template, base, ...attributes, members }
}

type Pack = { readonly size: Expression | null } | null

/** `pack(4)` or `pack()`. */
function readPack(reading: Reading): Pack {
  const { stream } = reading
  if (!stream.is('pack') || !stream.is('(', 1)) return null
  stream.take()
  stream.take()
  const size = stream.is(')') ? null : readSingle(reading)
  stream.expect(')')
  return { size }
}

/** `final` and `pack(…)` after the name. */
function readAttributes(reading: Reading, before: Pack) {
  const isFinal = reading.stream.accept('final') !== null
  const pack = before ?? readPack(reading)
  return {
    isFinal: isFinal || reading.stream.accept('final') !== null,
    packed: pack !== null,
    packSize: pack?.size ?? null,
  }
}

/** `: public Base`. Without a word, a class inherits privately and a structure publicly. */
function readBase(reading: Reading, keyword: Keyword): BaseClass {
  const { stream } = reading
  const access = ACCESSES.find(word => stream.accept(word) !== null)
  const type = readTypeName(reading)
  if (stream.is(',')) stream.fail(149, 'MQL5 has no multiple inheritance: a class has one base')
  return { kind: 'base', at: type.at, access: access ?? (keyword === 'class' ? 'private' : 'public'), type }
}

function readMembers(reading: Reading, first: Access): ClassMember[] {
  const { stream } = reading
  const open = stream.expect('{')
  const members: ClassMember[] = []
  let access = first
  while (stream.accept('}') === null) {
    if (stream.atEnd) stream.failUnclosed(open.at)
    const label = ACCESSES.find(word => stream.accept(word) !== null)
    if (label !== undefined) {
      access = label
      stream.expect(':')
    } else if (stream.accept(';') === null) {
      const { at } = stream.current
      const declared = stream.nest(() => readMember(reading))
      for (const declaration of declared) members.push({ kind: 'classMember', at, access, declaration })
    }
  }
  return members
}

function readMember(reading: Reading): Declared[] {
  const template = reading.stream.is('template') ? readTemplateHead(reading) : null
  return readTypes(reading, template) ?? [readNamed(reading, template)]
}
