export * from './parent-channel.ts'
