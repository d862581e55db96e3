import type { Declarator, Expression, TypedefDeclaration, VariableDeclaration } from '../ast.ts'
import { list, writeExpression, type Place } from './expressions.ts'
import { parameterText, typeText, variableType } from './types.ts'
import { identifier, isScalarName } from './words.ts'
import type { Writer } from './writer.ts'

/** The type of a variable as C++ has it. */
export function typeOf(declarator: Declarator, place: Place): string {
  return variableType(declarator, expression => writeExpression(expression, place))
}

/** A variable of a function. Number variables without a value are left unwritten, as MQL5 leaves them. */
export function writeLocal(declaration: VariableDeclaration, place: Place, writer: Writer): void {
  for (const declarator of declaration.declarators) {
    if (declaration.storage === 'static') writeStaticLocal(declarator, place, writer)
    else writer.line(declarator.at, `${localText(declarator, place)};`)
  }
}

/** The variables in the head of a `for`, which share one type. */
export function localsOfFor(declaration: VariableDeclaration, place: Place): string {
  const [first, ...others] = declaration.declarators
  if (first === undefined) return ''
  const rest = others.map(other => `, ${identifier(other.name)}${startText(other, place)}`)
  return localText(first, place) + rest.join('')
}

function localText(declarator: Declarator, place: Place): string {
  return `${typeOf(declarator, place)} ${identifier(declarator.name)}${startText(declarator, place)}`
}

function startText(declarator: Declarator, place: Place): string {
  const { initial, constructorArguments } = declarator
  if (constructorArguments !== null && constructorArguments.length > 0) {
    return `(${list(constructorArguments, place)})`
  }
  return initial === null ? '' : ` = ${initialText(initial, declarator, place)}`
}

/** `{0}` zeroes a whole structure, whatever the type of its first field. */
function initialText(initial: Expression, declarator: Declarator, place: Place): string {
  const isList = initial.kind === 'initializerList'
  if (isList && zeroesAll(initial.elements) && !isScalarName(declarator.type.name)) return '{}'
  return writeExpression(initial, place)
}

function zeroesAll(elements: readonly Expression[]): boolean {
  const [only] = elements
  return elements.length === 1 && only?.kind === 'integer' && only.value === 0n
}

/** A `new` into a global's room: with the arguments, the initial value, or all zero. */
function constructionText(declarator: Declarator, place: Place): string {
  const type = typeOf(declarator, place).replace(/^const /, '')
  const { initial, constructorArguments } = declarator
  if (constructorArguments !== null) return `new (room) ${type}(${list(constructorArguments, place)})`
  if (initial === null) return `new (room) ${type}()`
  const value = initialText(initial, declarator, place)
  return initial.kind === 'initializerList' ? `new (room) ${type}${value}` : `new (room) ${type}(${value})`
}

/** The room of a variable that `reset` makes anew: `Global<int32_t> count_room([](void* room) { … })`. */
export function roomText(declarator: Declarator, owner: string, place: Place): string {
  const type = typeOf(declarator, place).replace(/^const /, '')
  const room = `${owner}${declarator.name}_room`
  return `Global<${type}> ${room}([](void* room) { ${constructionText(declarator, place)}; })`
}

function writeStaticLocal(declarator: Declarator, place: Place, writer: Writer): void {
  const type = typeOf(declarator, place)
  const name = identifier(declarator.name)
  const room = roomText(declarator, '', place)
  writer.line(declarator.at, `static ${room}; ${type}& ${name} = ${declarator.name}_room.value();`)
}

/** The name of a type of pointers to functions. */
export function typedefText({ name, returnType, parameters }: TypedefDeclaration, place: Place): string {
  const write = (expression: Expression): string => writeExpression(expression, place)
  const given = parameters.map(parameter => parameterText(parameter, write, false)).join(', ')
  return `using ${identifier(name)} = ${typeText(returnType)} (*)(${given});`
}
