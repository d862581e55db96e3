/** The field of each theme, so that nothing of another colour flashes before the first paint. */
export const GROUND = { night: '#040b06', day: '#eae4d3' } as const
