import type { ClassDeclaration, Declarator, Expression, VariableDeclaration } from '../ast.ts'
import { walk } from '../ast.ts'
import { writeExpression, type Place } from './expressions.ts'
import { templateHead } from './functions.ts'
import type { Symbols } from './symbols.ts'
import { isInput } from './tables.ts'
import { namedType } from './types.ts'
import { roomText, typeOf } from './variables.ts'
import { identifier, isScalarName } from './words.ts'
import type { Writer } from './writer.ts'

/** Constants of a number type: C++ may compute with them at compile time, as sizes and labels need it. */
export function isEarlyConstant(declarator: Declarator, symbols: Symbols): boolean {
  const { type, dimensions, initial } = declarator
  const isNumber = isScalarName(type.name) || symbols.isEnum(type.name)
  const isPlain = type.constant && !type.pointer && dimensions.length === 0 && declarator.scope === null
  return isNumber && isPlain && initial !== null && isSimple(initial)
}

/** Made of literals, names and operators: nothing that needs a class to be known. */
function isSimple(expression: Expression): boolean {
  let simple = true
  walk(expression, node => {
    if (node.kind === 'sizeof' || node.kind === 'call' || node.kind === 'offsetof') simple = false
  })
  return simple
}

export function writeEarlyConstant(declarator: Declarator, place: Place, writer: Writer): void {
  const value = declarator.initial === null ? '' : ` = ${writeExpression(declarator.initial, place)}`
  writer.line(declarator.at, `static ${typeOf(declarator, place)} ${identifier(declarator.name)}${value};`)
}

/** Variables outside of functions: inputs keep what the host gives them, the others are made anew by reset. */
export function writeGlobal(declaration: VariableDeclaration, place: Place, writer: Writer): void {
  if (declaration.storage === 'extern') return
  for (const declarator of declaration.declarators) {
    if (declarator.scope !== null) writeStaticMember(declarator, place, writer)
    else if (isInput(declaration.storage)) writeInput(declarator, place, writer)
    else if (!isEarlyConstant(declarator, place.symbols)) writeVariable(declarator, place, writer)
  }
}

function writeInput(declarator: Declarator, place: Place, writer: Writer): void {
  const type = typeOf(declarator, place).replace(/^const /, '')
  const value = declarator.initial === null ? '{}' : ` = ${writeExpression(declarator.initial, place)}`
  writer.line(declarator.at, `static ${type} ${identifier(declarator.name)}${value};`)
}

function writeVariable(declarator: Declarator, place: Place, writer: Writer): void {
  const name = identifier(declarator.name)
  const room = roomText(declarator, '', place)
  const reference = `${typeOf(declarator, place)}& ${name} = ${declarator.name}_room.value();`
  writer.line(declarator.at, `static ${room}; static ${reference}`)
}

/** `int Counter::total = 0;` */
function writeStaticMember(declarator: Declarator, place: Place, writer: Writer): void {
  if (declarator.scope === null) return
  const owner = declarator.scope
  const declaration = place.symbols.class(owner.name)
  const head = templateHead(declaration?.template ?? null)
  const inside = { ...place, className: owner.name }
  const room = roomText(declarator, `${owner.name}_`, inside)
  const value = `${owner.name}_${declarator.name}_room${templateArguments(declaration)}.value()`
  const type = typeOf(declarator, inside)
  writer.line(declarator.at, `${head}static ${room};`)
  writer.follow(`${head}${type}& ${namedType(owner)}::${identifier(declarator.name)} = ${value};`)
}

function templateArguments(declaration: ClassDeclaration | null): string {
  if (declaration === null || declaration.template === null) return ''
  return `<${declaration.template.map(({ name }) => identifier(name)).join(', ')}>`
}
