export { findTerminals, terminalAt, usualPlaces } from './find-terminals.ts'
export { installEa } from './install.ts'
export { tryLink } from './link-trial.ts'
