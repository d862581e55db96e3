import { childrenOf, type BlockStatement, type Expression, type Node, type Statement } from '../../ast.ts'
import type { VariableSymbol } from '../model/symbol.ts'
import type { Here } from '../work.ts'
import { completes } from './reach.ts'

type Known = ReadonlySet<VariableSymbol>

/** Tells of simple local variables that are read on a path on which nothing was written to them. */
export function checkUninitialized(body: BlockStatement, here: Here): void {
  new Watch(here).run(body, new Set())
}

/** Follows the paths of a function and keeps which variables have a value at each point. */
class Watch {
  readonly #here: Here

  constructor(here: Here) {
    this.#here = here
  }

  run(node: Statement, known: Known): Known {
    switch (node.kind) {
      case 'block':
        return node.statements.reduce((now, statement) => this.run(statement, now), known)
      case 'variables':
        return node.declarators.reduce((now, declarator) => {
          const after = declarator.initial === null ? now : this.read(declarator.initial, now)
          const symbol = this.#here.work.types.variable(declarator)
          const needless = symbol === null || !needsValue(symbol) || declarator.initial !== null
          return needless && symbol !== null ? new Set([...after, symbol]) : after
        }, known)
      case 'if':
        return this.#branch(node.whenTrue, node.whenFalse, this.read(node.condition, known))
      case 'switch': {
        const start = this.read(node.subject, known)
        const ends = node.cases.map(each =>
          each.statements.reduce((now, inner) => this.run(inner, now), start),
        )
        return node.cases.some(each => each.test === null) ? meet(ends) : start
      }
      case 'for':
      case 'while':
      case 'doWhile':
        return this.#loop(node, known)
      default:
        return childrenOf(node).reduce((now, child) => this.read(child, now), known)
    }
  }

  #branch(whenTrue: Statement, whenFalse: Statement | null, start: Known): Known {
    const one = this.run(whenTrue, start)
    const other = whenFalse === null ? start : this.run(whenFalse, start)
    if (!completes(whenTrue, this.#here)) return other
    if (whenFalse !== null && !completes(whenFalse, this.#here)) return one
    return meet([one, other])
  }

  #loop(node: Statement & { kind: 'for' | 'while' | 'doWhile' }, known: Known): Known {
    if (node.kind === 'doWhile') return this.read(node.condition, this.run(node.body, known))
    let start = known
    if (node.kind === 'for' && node.initial !== null) {
      start =
        node.initial.kind === 'variables' ? this.run(node.initial, start) : this.read(node.initial, start)
    }
    if (node.condition !== null) start = this.read(node.condition, start)
    const end = this.run(node.body, start)
    if (node.kind === 'for' && node.step !== null) this.read(node.step, end)
    return start
  }

  read(node: Node, known: Known): Known {
    if (node.kind === 'identifier') {
      this.#check(node, known)
      return known
    }
    if (node.kind === 'assignment' && node.target.kind === 'identifier') {
      const after = this.read(node.value, known)
      if (node.operator !== '=') this.#check(node.target, after)
      return this.#write(node.target, after)
    }
    if (node.kind === 'call') return this.#call(node, known)
    if (node.kind === 'binary' && (node.operator === '&&' || node.operator === '||')) {
      const left = this.read(node.left, known)
      this.read(node.right, left)
      return left
    }
    if (node.kind === 'conditional') {
      const start = this.read(node.condition, known)
      return meet([this.read(node.whenTrue, start), this.read(node.whenFalse, start)])
    }
    if (node.kind === 'sizeof' || node.kind === 'typename') return known
    return childrenOf(node).reduce((now, child) => this.read(child, now), known)
  }

  /** What is passed by a reference that may change it has a value afterwards. */
  #call(node: Expression & { kind: 'call' }, known: Known): Known {
    const callee = this.#here.work.types.called(node)
    const start = node.callee.kind === 'identifier' ? known : this.read(node.callee, known)
    return node.arguments.reduce<Known>((now, argument, index) => {
      const parameter = callee?.parameters[index]
      const written = callee === null || (parameter?.reference === true && !parameter.constant)
      return written && argument.kind === 'identifier' ? this.#write(argument, now) : this.read(argument, now)
    }, start)
  }

  #write(node: Expression, known: Known): Known {
    const symbol = this.#here.work.types.symbolOf(node)
    return symbol?.kind === 'variable' ? new Set([...known, symbol]) : known
  }

  #check(node: Expression & { kind: 'identifier' }, known: Known): void {
    const symbol = this.#here.work.types.symbolOf(node)
    if (symbol?.kind !== 'variable' || !needsValue(symbol) || known.has(symbol)) return
    this.#here.work.report(node.at, 60, `'${node.name}' may have no value here`)
  }
}

function meet(ends: readonly Known[]): Known {
  const [first, ...rest] = ends
  return new Set([...(first ?? [])].filter(symbol => rest.every(end => end.has(symbol))))
}

function needsValue(symbol: VariableSymbol): boolean {
  if (symbol.place !== 'local' || symbol.isStatic || symbol.constant) return false
  return symbol.type.kind === 'number' || symbol.type.kind === 'enum'
}
