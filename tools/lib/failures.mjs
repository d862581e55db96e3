/** Which tests failed, out of the reports that the test programs write. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from './project.mjs'

const LINES_OF_A_MESSAGE = 6
/** Colours of a terminal (ECMA-48). */
// oxlint-disable-next-line no-control-regex
const COLOURS = /\u001b\[[0-9;]*m/g

/** @typedef {{ title: string, message: string }} Failure */

/**
 * One line for each test that failed, and below it the begin of what it said.
 * @param {string} report JSON of vitest or of Playwright
 * @returns {string[]}
 */
export function failuresIn(report) {
  const failures = readFailures(report)
  if (failures === null) return [`There is no report in ${report}: the tests did not come to their end.`]
  return failures.flatMap(({ title, message }) => [`  × ${title}`, ...beginOf(message)])
}

/** @param {string} report */
function readFailures(report) {
  try {
    const told = /** @type {VitestReport | Suite} */ (JSON.parse(readFileSync(report, 'utf8')))
    return 'testResults' in told ? ofVitest(told) : ofPlaywright(told)
  } catch {
    // Not written, or not to its end: the caller says so.
    return null
  }
}

/**
 * @typedef {{ fullName: string, status: string, failureMessages: readonly string[] }} VitestTest
 * @typedef {{ name: string, message: string, status: string, assertionResults: readonly VitestTest[] }} VitestFile
 * @typedef {{ testResults: readonly VitestFile[] }} VitestReport
 */

/**
 * @param {VitestReport} report
 * @returns {Failure[]}
 */
function ofVitest({ testResults }) {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = path.relative(ROOT, name)
    const failed = assertionResults.filter(test => test.status === 'failed')
    if (failed.length === 0) return status === 'failed' ? [{ title: file, message }] : []
    return failed.map(({ fullName, failureMessages }) => ({
      title: `${file}: ${fullName}`,
      message: failureMessages.join('\n'),
    }))
  })
}

/**
 * @typedef {{ suites?: readonly Suite[], specs?: readonly Spec[] }} Suite
 * @typedef {{ title: string, file: string, ok: boolean,
 *   tests: readonly { results: readonly { error?: { message?: string } }[] }[] }} Spec
 */

/**
 * @param {Suite} suite
 * @returns {Failure[]}
 */
function ofPlaywright({ suites = [], specs = [] }) {
  const failed = specs.filter(({ ok }) => !ok)
  return [
    ...failed.map(({ file, title, tests }) => ({
      title: `${file}: ${title}`,
      message: tests.flatMap(({ results }) => results.map(({ error }) => error?.message ?? '')).join('\n'),
    })),
    ...suites.flatMap(ofPlaywright),
  ]
}

/** @param {string} message */
function beginOf(message) {
  const lines = message
    .replaceAll(COLOURS, '')
    .split('\n')
    .filter(line => line.trim() !== '')
  return lines.slice(0, LINES_OF_A_MESSAGE).map(line => `      ${line}`)
}
