/**
 * Solves A·x = b in place for a symmetric positive definite A (row-major, `size` × `size`, lower triangle read): A becomes its
 * Cholesky factor, b the answer. False when A is not positive definite.
 */
export function solveCholesky(a: Float64Array, b: Float64Array, size: number): boolean {
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = at(a, i * size + j)
      for (let k = 0; k < j; k++) sum -= at(a, i * size + k) * at(a, j * size + k)
      if (j < i) a[i * size + j] = sum / at(a, j * size + j)
      else if (sum > 0) a[i * size + i] = Math.sqrt(sum)
      else return false
    }
  }
  for (let i = 0; i < size; i++) {
    let sum = at(b, i)
    for (let k = 0; k < i; k++) sum -= at(a, i * size + k) * at(b, k)
    b[i] = sum / at(a, i * size + i)
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = at(b, i)
    for (let k = i + 1; k < size; k++) sum -= at(a, k * size + i) * at(b, k)
    b[i] = sum / at(a, i * size + i)
  }
  return true
}

const at = (values: Float64Array, index: number): number => values[index] as number
