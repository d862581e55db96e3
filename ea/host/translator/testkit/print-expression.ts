import type { Expression, TypeNode } from '../ast.ts'
import { printType } from '../parse/signature.ts'

/** An expression as MQL5, with brackets around everything that has an operator. */
export function printExpression(node: Expression): string {
  switch (node.kind) {
    case 'integer':
    case 'floating':
    case 'datetime':
    case 'color':
      return node.text
    case 'character':
      return `'${printUnit(String.fromCharCode(node.value))}'`
    case 'string':
      return `"${node.value.replace(/[^ !#-[\]-~]/g, printUnit)}"`
    case 'boolean':
      return String(node.value)
    case 'null':
      return 'NULL'
    case 'this':
      return 'this'
    case 'identifier':
      return node.name
    case 'scoped':
      return `${node.scope === null ? '' : printType(node.scope)}::${node.name}`
    case 'initializerList':
      return `{${listed(node.elements)}}`
    default:
      return printOperation(node)
  }
}

type Operation = Exclude<
  Expression,
  {
    kind:
      | 'integer'
      | 'floating'
      | 'datetime'
      | 'color'
      | 'character'
      | 'string'
      | 'boolean'
      | 'null'
      | 'this'
      | 'identifier'
      | 'scoped'
      | 'initializerList'
  }
>

function printOperation(node: Operation): string {
  const print = printExpression
  switch (node.kind) {
    case 'member':
      return `${printObject(node.object)}.${node.scope === null ? '' : `${printType(node.scope)}::`}${node.name}`
    case 'index':
      return `${print(node.object)}[${listed(node.indexes)}]`
    case 'call':
      return `${print(node.callee)}${printTypes(node.templateArguments)}(${listed(node.arguments)})`
    case 'unary':
      return `(${node.operator} ${print(node.operand)})`
    case 'postfix':
      return `(${print(node.operand)}${node.operator})`
    case 'binary':
      return `(${print(node.left)} ${node.operator} ${print(node.right)})`
    case 'assignment':
      return `(${print(node.target)} ${node.operator} ${print(node.value)})`
    case 'conditional':
      return `(${print(node.condition)} ? ${print(node.whenTrue)} : ${print(node.whenFalse)})`
    case 'comma':
      return `(${listed(node.expressions)})`
    case 'cast':
      return node.functional
        ? `${printType(node.type)}(${print(node.operand)})`
        : `((${printType(node.type)}) ${print(node.operand)})`
    case 'new':
      return `(new ${printType(node.type)}${node.arguments === null ? '' : `(${listed(node.arguments)})`})`
    case 'dynamicCast':
      return `dynamic_cast<${printType(node.type)}>(${print(node.operand)})`
    case 'sizeof':
    case 'typename':
      return `${node.kind}(${node.operand.kind === 'type' ? printType(node.operand) : print(node.operand)})`
    case 'offsetof':
      return `offsetof(${printType(node.type)}, ${node.member})`
  }
}

/** A number before a dot would take the dot for its own. */
function printObject(object: Expression): string {
  const text = printExpression(object)
  return object.kind === 'integer' || object.kind === 'floating' ? `(${text})` : text
}

function listed(expressions: readonly Expression[]): string {
  return expressions.map(printExpression).join(', ')
}

function printTypes(types: readonly TypeNode[]): string {
  return types.length === 0 ? '' : `<${types.map(printType).join(', ')}>`
}

/** One UTF-16 unit as an escape of four digits. */
function printUnit(unit: string): string {
  return `\\x${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}
