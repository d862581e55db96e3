import type { FunctionDeclaration, MemberInitializer, TemplateParameter } from '../ast.ts'
import { list, writeExpression, type Place } from './expressions.ts'
import { writeBlock } from './statements.ts'
import { namedType, parameterText, typeText } from './types.ts'
import { identifier } from './words.ts'
import type { Writer } from './writer.ts'

/** What stands around a method: the classes it is in, outermost first, with their template parameters. */
export type Owner = {
  readonly name: string
  readonly template: readonly TemplateParameter[] | null
  /** Types that are declared in the class: a result of such a type needs the class's name before it. */
  readonly types: readonly string[]
}

export function templateHead(parameters: readonly TemplateParameter[] | null): string {
  if (parameters === null) return ''
  return `template <${parameters.map(({ name }) => `typename ${identifier(name)}`).join(', ')}> `
}

export function parametersText(method: FunctionDeclaration, place: Place, defaults: boolean): string {
  const write = (expression: Parameters<typeof writeExpression>[0]): string =>
    writeExpression(expression, place)
  return method.parameters.map(parameter => parameterText(parameter, write, defaults)).join(', ')
}

/** The name behind the result type. */
function functionName({ nature, name }: FunctionDeclaration): string {
  if (nature === 'operator') return `operator${name}`
  return nature === 'destructor' ? `~${identifier(name)}` : identifier(name)
}

function resultText({ nature, returnType, returnsReference }: FunctionDeclaration): string {
  if (nature === 'constructor' || nature === 'destructor') return ''
  const type = returnType === null ? 'void' : typeText(returnType)
  return `${type}${returnsReference ? '&' : ''} `
}

/** The prototype of a function, or a method as its class declares it. */
export function prototypeText(method: FunctionDeclaration, place: Place): string {
  const parameters = parametersText(method, place, true)
  const behind = `${method.isConst ? ' const' : ''}`
  return `${templateHead(method.template)}${resultText(method)}${functionName(method)}(${parameters})${behind}`
}

/** The whole of a function or method. */
export function writeDefinition(
  method: FunctionDeclaration,
  owners: readonly Owner[],
  place: Place,
  writer: Writer,
): void {
  if (method.body === null) return
  const heads = owners.map(owner => templateHead(owner.template)).join('') + templateHead(method.template)
  const scope = owners.map(ownerText).join('')
  const parameters = parametersText(method, place, false)
  const name = `${scope}${functionName(method)}(${parameters})${method.isConst ? ' const' : ''}`
  writer.line(
    method.at,
    `${heads}${signature(method, owners, name)}${initializers(method.initializers, place)}`,
  )
  if (method.nature === 'destructor') writer.follow('{ if (mql::objects::dropping()) return;')
  writeBlock(method.body, place, writer)
  if (method.nature === 'destructor') writer.follow('}')
}

function ownerText({ name, template }: Owner): string {
  const given =
    template === null ? '' : `<${template.map(parameter => identifier(parameter.name)).join(', ')}>`
  return `${identifier(name)}${given}::`
}

/** A result of a type of the class stands behind the name, where C++ looks into the class. */
function signature(method: FunctionDeclaration, owners: readonly Owner[], name: string): string {
  const result = method.returnType
  const isInner = result !== null && owners.some(owner => owner.types.includes(result.name))
  return isInner ? `auto ${name} -> ${resultText(method).trim()}` : `${resultText(method)}${name}`
}

function initializers(all: readonly MemberInitializer[], place: Place): string {
  if (all.length === 0) return ''
  return ` : ${all.map(one => `${namedType(one.type)}(${list(one.arguments, place)})`).join(', ')}`
}
