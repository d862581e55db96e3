/** The EA as a program of this machine. */
export { buildEa, type Build, type BuildRequest } from './build-ea.ts'
export type { Variant } from './variants.ts'
