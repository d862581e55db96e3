import type { Declarator, Dimension, Expression, Parameter, TypeNode } from '../ast.ts'
import { identifier, typeName } from './words.ts'

export type WriteExpression = (expression: Expression) => string

/** A type without its array brackets: `const Pointer<CFoo>`. */
export function typeText(type: TypeNode): string {
  const named = namedType(type)
  if (!type.pointer) return type.constant ? `const ${named}` : named
  const pointer = `Pointer<${type.constant ? 'const ' : ''}${named}>`
  return type.constantPointer ? `const ${pointer}` : pointer
}

/** The type without const, for new and casts. */
export function namedType(type: TypeNode): string {
  const scope = type.scope === null ? (type.global ? '::program::' : '') : `${namedType(type.scope)}::`
  const given = type.arguments.map(typeText).join(', ')
  return `${scope}${typeName(type.name)}${given === '' ? '' : `<${given}>`}`
}

/** An element type in its brackets: `FixedArray<Array<int32_t>, 3>`. The first dimension is the outermost. */
export function arrayText(element: string, dimensions: readonly string[]): string {
  return dimensions.reduceRight((inner, size) => arrayOf(inner, size), element)
}

function arrayOf(element: string, size: string): string {
  return size === '' ? `Array<${element}>` : `FixedArray<${element}, ${size}>`
}

/** The sizes of a declarator; a missing one that a list of initial values gives is counted. */
export function dimensionsOf(declarator: Declarator, write: WriteExpression): string[] {
  return declarator.dimensions.map((dimension, position) => {
    if (dimension !== null) return write(dimension)
    const list = position === 0 && declarator.initial?.kind === 'initializerList' ? declarator.initial : null
    return list === null || list.elements.length === 0 ? '' : String(list.elements.length)
  })
}

/** The C++ type of a variable, `const` of the elements in front of the whole. */
export function variableType(declarator: Declarator, write: WriteExpression): string {
  const { type } = declarator
  if (declarator.dimensions.length === 0) return typeText(type)
  return `${type.constant ? 'const ' : ''}${arrayText(elementType(type), dimensionsOf(declarator, write))}`
}

function elementType(type: TypeNode): string {
  return type.pointer ? `Pointer<${namedType(type)}>` : namedType(type)
}

export function parameterType(parameter: Parameter, write: WriteExpression): string {
  const { type, dimensions } = parameter
  if (dimensions.length === 0) return `${typeText(type)}${parameter.reference ? '&' : ''}`
  // The first dimension of a parameter takes arrays of any size.
  const sizes = ['', ...dimensions.slice(1).map(size => dimensionText(size, write))]
  return `${type.constant ? 'const ' : ''}${arrayText(elementType(type), sizes)}&`
}

function dimensionText(dimension: Dimension, write: WriteExpression): string {
  return dimension === null ? '' : write(dimension)
}

export function parameterText(parameter: Parameter, write: WriteExpression, defaults: boolean): string {
  const name = parameter.name === null ? '' : ` ${identifier(parameter.name)}`
  const value = defaults && parameter.defaultValue !== null ? ` = ${write(parameter.defaultValue)}` : ''
  return `${parameterType(parameter, write)}${name}${value}`
}
