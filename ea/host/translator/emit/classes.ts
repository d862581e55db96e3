import type { ClassDeclaration, ClassMember, Declarator, FunctionDeclaration } from '../ast.ts'
import { writeEnum, writeEnumNames } from './enums.ts'
import type { Place } from './expressions.ts'
import { prototypeText, templateHead } from './functions.ts'
import { namedType } from './types.ts'
import { typeOf, typedefText } from './variables.ts'
import { identifier } from './words.ts'
import type { Writer } from './writer.ts'

type Members = readonly ClassMember[]

/** A class with its fields and the prototypes of its methods; bodies come when all classes are known. */
export function writeClass(declaration: ClassDeclaration, place: Place, writer: Writer): void {
  const { members } = declaration
  if (members === null) return
  const inside = { ...place, className: declaration.name }
  const head = declaration.template === null ? '' : templateHead(declaration.template)
  // What C++ adds to a class counts as generated, not as a line of the source that never ran.
  writer.line(null, `${head}${headText(declaration)} {`)
  writer.indented(() => {
    writeServices(declaration, inside, writer)
    for (const member of members) writeMember(member, declaration, inside, writer)
  })
  writer.line(null, '};')
}

function headText({ keyword, name, base, isFinal }: ClassDeclaration): string {
  const word = keyword === 'interface' ? 'class' : keyword
  const root = word === 'class' ? ' : public mql::Object' : ''
  const parent = base === null ? root : ` : ${base.access} ${namedType(base.type)}`
  return `${word} ${identifier(name)}${isFinal ? ' final' : ''}${parent}`
}

/** What the runtime asks of every class and structure. */
function writeServices(declaration: ClassDeclaration, place: Place, writer: Writer): void {
  const name = identifier(declaration.name)
  writer.line(null, 'public:')
  writer.line(null, `${name}* operator->() { return this; }`)
  writer.line(null, `const ${name}* operator->() const { return this; }`)
  if (declaration.keyword === 'struct') writeFields(declaration, place, writer)
  if (declaration.keyword === 'union') writeUnionServices(declaration, place, writer)
}

function fieldsOf(members: Members): Declarator[] {
  return members.flatMap(({ declaration }) =>
    declaration.kind === 'variables' && declaration.storage !== 'static' ? declaration.declarators : [],
  )
}

function writeFields({ members, base }: ClassDeclaration, place: Place, writer: Writer): void {
  const fields = fieldsOf(members ?? [])
  const parent = base === null ? '' : namedType(base.type)
  const visits = fields.map(field => `visit(${identifier(field.name)});`)
  if (parent !== '') visits.unshift(`${parent}::fields_(visit);`)
  writer.line(null, 'template <class Visit>')
  writer.line(
    null,
    `void fields_(${visits.length === 0 ? 'Visit&&' : 'Visit&& visit'}) { ${visits.join(' ')} }`,
  )
  const sizes = fields.map(field => `sizeOf<${typeOf(field, place).replace(/^const /, '')}>()`)
  if (parent !== '') sizes.unshift(`${parent}::byteSize_()`)
  writer.line(null, `static constexpr uint64_t byteSize_() { return ${sizes.join(' + ') || '1'}; }`)
}

function writeUnionServices({ name, members }: ClassDeclaration, place: Place, writer: Writer): void {
  const sizes = fieldsOf(members ?? []).map(field => `sizeOf<${typeOf(field, place)}>()`)
  writer.line(null, `${identifier(name)}() { std::memset(static_cast<void*>(this), 0, sizeof *this); }`)
  writer.line(null, `static constexpr uint64_t byteSize_() { return std::max({${sizes.join(', ')}}); }`)
}

function writeMember(member: ClassMember, owner: ClassDeclaration, place: Place, writer: Writer): void {
  const { declaration } = member
  // Tables of names are built outside: the runtime sees every enumeration.
  const access = declaration.kind === 'enum' ? 'public' : member.access
  writer.line(declaration.at, `${access}:`)
  switch (declaration.kind) {
    case 'enum':
      return writeEnum(declaration, place, writer)
    case 'class':
      return writeClass(declaration, place, writer)
    case 'typedef':
      return writer.line(declaration.at, typedefText(declaration, place))
    case 'function':
      return writer.line(declaration.at, `${methodText(declaration, owner, place)};`)
    case 'variables':
      for (const field of declaration.declarators) {
        writer.line(field.at, fieldText(field, declaration.storage === 'static', owner, place))
      }
  }
}

/** Fields start at zero. A static one is a reference to its room. */
function fieldText(field: Declarator, isStatic: boolean, owner: ClassDeclaration, place: Place): string {
  const type = typeOf(field, place)
  const name = identifier(field.name)
  if (isStatic) return `static ${type}& ${name};`
  // An object has a constructor, which may want arguments.
  const isMade = place.symbols.isObject(field.type) && !field.type.pointer
  return owner.keyword === 'union' || isMade ? `${type} ${name};` : `${type} ${name}{};`
}

function methodText(method: FunctionDeclaration, owner: ClassDeclaration, place: Place): string {
  const inInterface = owner.keyword === 'interface'
  const isObject = owner.keyword === 'class' || inInterface
  const virtual = method.isVirtual || inInterface || (isObject && method.nature === 'destructor')
  const behind = [
    method.isOverride ? ' override' : '',
    method.isFinal ? ' final' : '',
    method.isPure || (inInterface && method.nature === 'function') ? ' = 0' : '',
    method.isDeleted ? ' = delete' : '',
  ]
  const before = `${method.isStatic ? 'static ' : ''}${virtual ? 'virtual ' : ''}`
  return `${before}${prototypeText(method, place)}${behind.join('')}`
}

/** The tables of the enumerations that stand inside of classes. */
export function writeInnerEnumNames(declaration: ClassDeclaration, scope: string, writer: Writer): void {
  // Those of a template are as many as its uses: they have no table.
  if (declaration.template !== null) return
  for (const { declaration: inner } of declaration.members ?? []) {
    if (inner.kind === 'enum') writeEnumNames(inner, `${scope}${declaration.name}::`, writer)
    if (inner.kind === 'class') writeInnerEnumNames(inner, `${scope}${declaration.name}::`, writer)
  }
}

export function forwardText({ keyword, name, template }: ClassDeclaration): string {
  const word = keyword === 'interface' ? 'class' : keyword
  return `${templateHead(template)}${word} ${identifier(name)};`
}
