export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))

/** Log-odds. A probability of 0 or 1 has none; it is met at one in a billion, far outside of any candidate. */
export function logit(p: number): number {
  const inside = Math.min(1 - 1e-9, Math.max(1e-9, p))
  return Math.log(inside / (1 - inside))
}

/** log(1 + eˣ) without overflow. */
export const softplus = (x: number): number => Math.max(0, x) + Math.log1p(Math.exp(-Math.abs(x)))
