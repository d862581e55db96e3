/** How letters with marks that stand apart are written without them: the others lose theirs when they are taken apart. */
const PLAIN: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ł: 'l', ı: 'i' }

/** As it is compared: whatever its case, its accents and the width of its letters. Of any script, right to left too. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđłı]/g, letter => PLAIN[letter] ?? letter)

/** The words of a search, each of which must be found. */
export const wordsOf = (search: string): readonly string[] =>
  folded(search)
    .split(/[\s,]+/)
    .filter(word => word !== '')

/** A name as it is written in the code, and as a person would type it: `movedStop` and moved stop. */
export const named = (name: string): string => `${name} ${name.replace(/([A-Z])/g, ' $1')}`
