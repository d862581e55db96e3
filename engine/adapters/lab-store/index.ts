export { openLabStore } from './sqlite-lab-store.ts'
