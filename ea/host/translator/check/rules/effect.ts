import type { Expression } from '../../ast.ts'
import type { Here } from '../work.ts'

const MUST_ASK: ReadonlySet<string> = new Set(['OrderSend', 'OrderSendAsync'])

/** An expression that stands alone must do something, and a trade's outcome must be looked at. */
export function checkEffect(node: Expression, here: Here): void {
  switch (node.kind) {
    case 'assignment':
    case 'postfix':
    case 'new':
      return
    case 'call': {
      const called = here.work.types.called(node)
      if (called?.builtin === true && MUST_ASK.has(called.name)) {
        here.work.report(node.at, 83, `what '${called.name}' returns must be looked at`)
      }
      return
    }
    case 'comma':
      for (const each of node.expressions) checkEffect(each, here)
      return
    case 'unary':
      if (node.operator === '++' || node.operator === '--') return
      break
    case 'binary':
      if (here.work.types.of(node).type.kind === 'class' || here.work.types.of(node).symbol !== null) return
      break
    default:
  }
  here.work.report(node.at, 178, 'the result of this is not used')
}
