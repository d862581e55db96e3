export * from './open-database.ts'
export * from './schema.ts'
export * from './sqlite-fault.ts'
export { settle } from './settle.ts'
