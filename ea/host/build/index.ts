/** The EA as a program of this machine. */
export { buildEa, checkEa, type Build, type BuildRequest } from './build-ea.ts'
export { isVariant, type Variant } from './variants.ts'
