import { app, dialog } from 'electron'

/** The app can't go on: one sentence, where the person who started it looks, and exit code 1. */
export function refuse(sentence: string): never {
  if (app.isPackaged) dialog.showErrorBox('BITTEN', sentence)
  else process.stderr.write(`${sentence}\n`)
  app.exit(1)
  process.exit(1)
}
