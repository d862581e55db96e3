/** MQL5 to C++17. */
export { translate, type TranslateOptions, type Translation } from './translate.ts'
export { printProblem, type Problem } from './source/problem.ts'
