export { provingPage } from './page.ts'
