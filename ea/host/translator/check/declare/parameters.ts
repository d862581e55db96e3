import type { Parameter } from '../../ast.ts'
import { accept } from '../conversion/accept.ts'
import type { ParameterSymbol } from '../model/symbol.ts'
import type { Here } from '../work.ts'
import { withDimensions } from './array-type.ts'
import { checkName } from './names.ts'
import { resolveType } from './resolve-type.ts'

export function declareParameters(nodes: readonly Parameter[], here: Here): ParameterSymbol[] {
  const parameters = nodes.map(node => declareParameter(node, here))
  checkDefaults(parameters, here)
  checkTwice(parameters, here)
  return parameters
}

function declareParameter(node: Parameter, here: Here): ParameterSymbol {
  const { at, name, reference, defaultValue } = node
  const type = withDimensions(resolveType(node.type, here), node.dimensions, here)
  if (name !== null) checkName(name, at, here.work)
  checkPassing(type.kind, node, here)
  if (type.kind === 'class' && !reference) {
    here.work.report(at, 293, `'${node.type.name}' must be passed by reference`)
  }
  const constant = node.type.pointer ? node.type.constantPointer : node.type.constant
  return { name, at, type, reference, constant, defaultValue }
}

function checkPassing(kind: string, node: Parameter, here: Here): void {
  const { at, reference, defaultValue } = node
  if (kind === 'void') here.work.report(at, 143, 'a parameter cannot be of type void')
  if (kind === 'array' && !reference) here.work.report(at, 294, 'an array must be passed by reference')
  if (reference && defaultValue !== null && !node.type.constant) {
    here.work.report(defaultValue.at, 138, 'a parameter passed by reference has no default value')
  }
}

function checkDefaults(parameters: readonly ParameterSymbol[], here: Here): void {
  const first = parameters.findIndex(parameter => parameter.defaultValue !== null)
  if (first < 0) return
  for (const { at, name, defaultValue } of parameters.slice(first)) {
    if (defaultValue === null) here.work.report(at, 277, `'${name ?? '?'}' needs a default value too`)
  }
}

function checkTwice(parameters: readonly ParameterSymbol[], here: Here): void {
  const seen = new Set<string>()
  for (const { name, at } of parameters) {
    if (name === null) continue
    if (seen.has(name)) here.work.report(at, 376, `there are two parameters '${name}'`)
    seen.add(name)
  }
}

/** Default values are read where everything is declared. */
export function checkDefaultValues(parameters: readonly ParameterSymbol[], here: Here): void {
  for (const { defaultValue, type } of parameters) {
    if (defaultValue === null) continue
    const value = here.work.evaluate(defaultValue, here)
    if (type.kind !== 'array') accept(here.work, defaultValue.at, value, type)
  }
}
