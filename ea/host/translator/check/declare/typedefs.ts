import type { TypedefDeclaration } from '../../ast.ts'
import type { TypedefSymbol } from '../model/symbol.ts'
import type { Here } from '../work.ts'
import { declareParameters } from './parameters.ts'
import { resolveType } from './resolve-type.ts'

export function declareTypedef(
  node: TypedefDeclaration,
  here: Here,
  builtin: boolean,
  add: (symbol: TypedefSymbol) => void,
): void {
  add({
    kind: 'typedef',
    name: node.name,
    at: node.at,
    builtin,
    returnType: resolveType(node.returnType, here),
    parameters: declareParameters(node.parameters, here),
  })
}
