/** A failure that a person can do something about: shown as its sentence, without a stack. */
export class PlainFailure extends Error {}

/**
 * Runs a tool's main function. A plain failure ends it with its sentence and exit code 1;
 * anything else is a defect and keeps its stack.
 * @param {() => Promise<number | void>} main returns the exit code
 */
export async function runTool(main) {
  try {
    const code = await main()
    if (typeof code === 'number') process.exitCode = code
  } catch (error) {
    if (!(error instanceof PlainFailure)) throw error
    process.stderr.write(`bitten: ${error.message}\n`)
    process.exitCode = 1
  }
}
