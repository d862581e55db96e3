/** Separators, as bytes. */
export const TAB = 9
export const SPACE = 32
export const COMMA = 44
export const DOT = 46
export const COLON = 58
export const SEMICOLON = 59
