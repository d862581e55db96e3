import type { Expression } from '../../ast.ts'
import { checkConstruction } from '../call/construct.ts'
import { accept } from '../conversion/accept.ts'
import { convert } from '../conversion/convert.ts'
import { acceptFunction } from '../expression/function-value.ts'
import { fieldsOf, fillingOf, lineage } from '../model/class-facts.ts'
import { printType } from '../model/print-type.ts'
import { isOpen, sameType, substitute, type ArrayType, type ClassType, type Type } from '../model/type.ts'
import type { Here } from '../work.ts'

/** `= value` of a declaration, lists included. */
export function checkInitial(node: Expression, type: Type, here: Here): void {
  if (node.kind === 'initializerList') {
    checkList(node, type, here)
    return
  }
  const value = here.work.evaluate(node, here)
  if (acceptFunction(type, value, node.at, here)) return
  if (type.kind === 'array') {
    const text = type.element.kind === 'number' && value.type.kind === 'string'
    if (text || isOpen(value.type)) return
    const copies = value.type.kind === 'array' && sameType(value.type, type)
    if (!copies)
      here.work.report(node.at, 242, `'${printType(type)}' cannot be made of '${printType(value.type)}'`)
    return
  }
  // `Price price = 1.5;` is `Price price(1.5);` when the class has such a constructor.
  const constructed =
    type.kind === 'class' && convert(value, type) === null && type.symbol.constructors.length > 0
  if (constructed) checkConstruction(type, [node], node.at, here)
  else accept(here.work, node.at, value, type)
}

function checkList(node: Expression & { kind: 'initializerList' }, type: Type, here: Here): void {
  if (type.kind === 'array') checkArrayList(node.elements, node, type, here)
  else if (type.kind === 'class') checkStructList(node.elements, node, type, here)
  else if (isOpen(type)) return
  else here.work.report(node.at, 242, `'${printType(type)}' cannot be made of a list`)
}

function checkArrayList(
  elements: readonly Expression[],
  node: Expression,
  type: ArrayType,
  here: Here,
): void {
  const [size, ...rest] = type.dimensions
  const flat = rest.length > 0 && elements.every(element => element.kind !== 'initializerList')
  const most = flat
    ? type.dimensions.reduce<number>((product, each) => product * (each ?? Infinity), 1)
    : size
  if (typeof most === 'number' && elements.length > most) {
    here.work.report(node.at, 186, `there are more than ${most} values`)
  }
  const inner: Type = flat || rest.length === 0 ? type.element : { ...type, dimensions: rest }
  for (const element of elements) checkInitial(element, inner, here)
}

function checkStructList(
  elements: readonly Expression[],
  node: Expression,
  type: ClassType,
  here: Here,
): void {
  const { symbol } = type
  if (elements.length === 0) return
  if (symbol.keyword === 'class' || symbol.constructors.length > 0) {
    here.work.report(node.at, 242, `'${symbol.name}' cannot be made of a list`)
    return
  }
  const fields = lineage(symbol)
    .toReversed()
    .flatMap(owner => fieldsOf(owner).map(field => substitute(field.type, fillingOf(type, owner))))
  if (elements.length > fields.length) {
    here.work.report(
      node.at,
      186,
      `'${symbol.name}' has ${fields.length} fields, and there are ${elements.length} values`,
    )
  }
  elements.forEach((element, index) => {
    const field = fields[index]
    if (field !== undefined) checkInitial(element, field, here)
  })
}

/** Known when compiling: constants, and lists and strings of them. */
export function isConstantInitial(node: Expression, here: Here): boolean {
  if (node.kind === 'initializerList') return node.elements.every(element => isConstantInitial(element, here))
  if (node.kind === 'sizeof' || node.kind === 'typename' || node.kind === 'offsetof') return true
  if (node.kind === 'cast') return isConstantInitial(node.operand, here)
  const value = here.work.types.of(node)
  return value.known !== null || value.type.kind === 'unknown' || value.overloads.length > 0
}
