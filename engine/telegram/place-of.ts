/** Where it was thrown; what it says may hold what somebody wrote. */
export function placeOf(problem: unknown): string {
  const [first = 'unknown'] = (problem instanceof Error ? (problem.stack ?? '') : '')
    .split('\n')
    .filter(line => /^\s+at /.test(line))
  return first.trim()
}
