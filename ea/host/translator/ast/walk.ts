import type {
  BaseClass,
  ClassMember,
  Declaration,
  Declarator,
  EnumMember,
  MemberInitializer,
} from './declarations.ts'
import type { Expression } from './expressions.ts'
import type { Program } from './program.ts'
import type { Statement, SwitchCase } from './statements.ts'
import { partsOf } from './parts.ts'
import type { Parameter, TemplateParameter, TypeNode } from './types.ts'

export type Node =
  | Program
  | Declaration
  | Declarator
  | EnumMember
  | ClassMember
  | BaseClass
  | MemberInitializer
  | Parameter
  | TemplateParameter
  | TypeNode
  | Statement
  | SwitchCase
  | Expression

/** The nodes directly below this one, in the order of the text. */
export function childrenOf(node: Node): Node[] {
  return partsOf(node)
    .flat()
    .filter(part => part !== null)
}

/** Visits a node and all below it, parents first. A visit that returns false leaves out what is below. */
export function walk(node: Node, visit: (node: Node) => boolean | void): void {
  if (visit(node) === false) return
  for (const child of childrenOf(node)) walk(child, visit)
}
