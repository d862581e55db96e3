export { FileRows, FileSink, type FeatureFile } from './feature-file.ts'
export { isWhole, keepFile, onDisk, pruneKeptFiles, type KeptFile } from './kept-file.ts'
export { openLabReader } from './lab-reader.ts'
export { openLabStore } from './sqlite-lab-store.ts'
