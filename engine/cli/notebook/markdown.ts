/** What Markdown takes for its own wherever it stands. */
const SPECIAL = /[\\`*_[\]<>#|~&!]/g
/** At the beginning of a line these make a list, a rule or a heading. */
const LINE_START = /^(?:[+=-]|\d{1,9}(?=[.)]))/
/** GitHub makes links of these by itself. */
const LINKS = /:(?=\/\/)|(?<=\bwww)\.|@/gi
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g

/**
 * A person's words as Markdown that shows just them, line by line. Signs that turn the direction of writing around are left out:
 * they reach beyond what they are written in.
 */
export const escapedMarkdown = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(CONTROL, '')
    .split('\n')
    .map(line => escapedLine(line.trim()))
    .join('  \n')

function escapedLine(line: string): string {
  const plain = line.replace(SPECIAL, sign => `\\${sign}`).replace(LINKS, sign => `\\${sign}`)
  return plain.replace(LINE_START, start => (/\d/.test(start) ? `${start}\\` : `\\${start}`))
}
