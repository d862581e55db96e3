/** The syntax tree of an MQL5 program: what was written, no more. Types and names are the checker's. */
export type * from './ast/position.ts'
export type * from './ast/program.ts'
export type * from './ast/declarations.ts'
export type * from './ast/types.ts'
export type * from './ast/statements.ts'
export type * from './ast/expressions.ts'
export { childrenOf, walk, type Node } from './ast/walk.ts'
