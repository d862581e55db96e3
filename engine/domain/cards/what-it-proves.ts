/** What a card's signature is worth, said wherever one is made or checked. */
export const WHAT_IT_PROVES =
  'The signature proves that the install with this key wrote these facts, and that nobody changed them since. It does not prove that a broker carried the trade out.'
