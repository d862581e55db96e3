import type { BinaryOperator, Expression } from '../ast.ts'

/** How tightly an operator holds its operands together: the order is that of C++ and of MQL5. */
export const COMMA = 0
export const ASSIGNMENT = 1
export const CONDITIONAL = 2
export const UNARY = 14
export const PRIMARY = 15

const BINARY: Readonly<Record<BinaryOperator, number>> = {
  '||': 3,
  '&&': 4,
  '|': 5,
  '^': 6,
  '&': 7,
  '==': 8,
  '!=': 8,
  '<': 9,
  '>': 9,
  '<=': 9,
  '>=': 9,
  '<<': 10,
  '>>': 10,
  '+': 11,
  '-': 11,
  '*': 12,
  '/': 12,
  '%': 12,
  '@': 12,
}

export function binaryPrecedence(operator: BinaryOperator): number {
  return BINARY[operator]
}

/** What the C++ of an expression holds together like; what becomes a call is primary. */
export function precedenceOf(expression: Expression): number {
  switch (expression.kind) {
    case 'comma':
      return COMMA
    case 'assignment':
      return isCheckedDivision(expression.operator, expression.value) ? PRIMARY : ASSIGNMENT
    case 'conditional':
      return CONDITIONAL
    case 'binary':
      return isCheckedDivision(expression.operator, expression.right) ? PRIMARY : BINARY[expression.operator]
    case 'unary':
      return expression.operator === '&' || expression.operator === '*' ? PRIMARY : UNARY
    default:
      return PRIMARY
  }
}

/** A division that may be by zero becomes a call that looks. */
export function isCheckedDivision(operator: string, divisor: Expression): boolean {
  const divides = ['/', '%', '/=', '%='].includes(operator)
  const known = (divisor.kind === 'integer' && divisor.value > 0n) || divisor.kind === 'floating'
  return divides && !known
}
