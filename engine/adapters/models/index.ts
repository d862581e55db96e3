export { openModel, type OpenedModel } from './open-model.ts'
