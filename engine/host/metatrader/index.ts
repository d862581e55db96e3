export { findTerminals, terminalAt, usualPlaces, type Terminal } from './find-terminals.ts'
export { installEa, type Step } from './install.ts'
export { tryLink, type Trial } from './link-trial.ts'
