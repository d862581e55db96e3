export { signedDispatches } from './signed-dispatches.ts'
