/**
 * Codes of the checker's own rules, for what the reference describes without a number in its lists.
 * Everything else carries the number of the reference's lists of compiler errors and warnings.
 */
export const OWN_CODES = {
  /** A literal format whose letters do not fit the values. */
  format: 901,
  /** A statement that no path reaches. */
  unreachable: 902,
  /** An integer, or a value of another enumeration, becomes an enumeration without a cast. */
  implicitEnum: 903,
} as const
