import type { Node } from './walk.ts'

type Kind = Node['kind']
type NodeOf<K extends Kind> = Extract<Node, { readonly kind: K }>
type Part = Node | null | readonly (Node | null)[]

const none = (): Part[] => []

/** Of each kind of node, what is below it, in the order of the text. */
const PARTS: { readonly [K in Kind]: (node: NodeOf<K>) => readonly Part[] } = {
  program: node => [node.declarations],
  variables: node => [node.declarators],
  declarator: node => [node.type, node.scope, node.dimensions, node.constructorArguments ?? [], node.initial],
  inputGroup: none,
  enum: node => [node.members],
  enumMember: node => [node.value],
  class: node => [node.template ?? [], node.packSize, node.base, node.members ?? []],
  base: node => [node.type],
  classMember: node => [node.declaration],
  typedef: node => [node.returnType, node.parameters],
  function: node => [
    node.template ?? [],
    node.returnType,
    node.scope,
    node.parameters,
    node.initializers,
    node.body,
  ],
  memberInitializer: node => [node.type, node.arguments],
  type: node => [node.scope, node.arguments],
  parameter: node => [node.type, node.dimensions, node.defaultValue],
  templateParameter: none,

  block: node => [node.statements],
  empty: none,
  expressionStatement: node => [node.expression],
  if: node => [node.condition, node.whenTrue, node.whenFalse],
  for: node => [node.initial, node.condition, node.step, node.body],
  while: node => [node.condition, node.body],
  doWhile: node => [node.body, node.condition],
  switch: node => [node.subject, node.cases],
  switchCase: node => [node.test, node.statements],
  break: none,
  continue: none,
  return: node => [node.value],
  delete: node => [node.operand],

  integer: none,
  floating: none,
  character: none,
  string: none,
  boolean: none,
  null: none,
  datetime: none,
  color: none,
  identifier: none,
  scoped: node => [node.scope],
  this: none,
  member: node => [node.object, node.scope],
  index: node => [node.object, node.indexes],
  call: node => [node.callee, node.templateArguments, node.arguments],
  unary: node => [node.operand],
  postfix: node => [node.operand],
  binary: node => [node.left, node.right],
  assignment: node => [node.target, node.value],
  conditional: node => [node.condition, node.whenTrue, node.whenFalse],
  comma: node => [node.expressions],
  cast: node => [node.type, node.operand],
  new: node => [node.type, node.arguments ?? []],
  dynamicCast: node => [node.type, node.operand],
  sizeof: node => [node.operand],
  typename: node => [node.operand],
  offsetof: node => [node.type],
  initializerList: node => [node.elements],
}

/** What is below a node, in the order of the text. */
export function partsOf<K extends Kind>(node: NodeOf<K>): readonly Part[] {
  const parts: (node: NodeOf<K>) => readonly Part[] = PARTS[node.kind as K]
  return parts(node)
}
