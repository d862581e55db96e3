/** A value known when compiling: integers (and bool, datetime, color, enumerations) are bigint. */
export type Constant = bigint | number | string

export function isInteger(constant: Constant | null): constant is bigint {
  return typeof constant === 'bigint'
}
