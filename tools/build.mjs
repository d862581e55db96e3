/** `npm run build`: the app into out/, when the sources are newer. */
import { buildApp } from './lib/build-app.mjs'
import { runTool } from './lib/plain-failure.mjs'

await runTool(() => buildApp(line => console.log(line)))
