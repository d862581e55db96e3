import { style } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'
import { number } from '../../theme/type.css.ts'
import { grid } from '../../ui/page-layout.css.ts'
import { textLine } from '../../ui/text-line.css.ts'

const HIDDEN = { '&[hidden]': { display: 'none' } }

export const page = style([
  grid,
  {
    gridTemplateColumns: 'minmax(0, 1fr) minmax(17rem, 24rem)',
    gridTemplateRows: 'minmax(0, 1fr)',
  },
])
export const whole = style({ gridColumn: '1 / -1' })

export const row = style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.space.tight })
export const faint = style({ color: theme.colour.inkFaint, fontSize: theme.size.small })

export const search = style({
  flex: 'none',
  display: 'grid',
  gridTemplateColumns: 'minmax(10rem, 22rem) 1fr',
  alignItems: 'center',
  gap: theme.space.small,
  padding: `${theme.space.small} ${theme.space.medium}`,
  borderBottom: `1px solid ${theme.colour.line}`,
})
export const waiting = style({
  flex: 'none',
  padding: `${theme.space.small} ${theme.space.medium}`,
  borderLeft: `3px solid ${theme.colour.warn}`,
  background: theme.colour.warnWash,
  fontSize: theme.size.small,
  overflowWrap: 'anywhere',
  textWrap: 'pretty',
})
export const problem = style([row, { padding: `${theme.space.small} ${theme.space.medium}` }])
export const jump = style([row, { gridColumn: '1 / -1' }])

export const searchField = style([textLine, { width: '100%' }])
export const figure = style([textLine, number, { width: '8rem' }])
export const path = style([textLine, { flex: 1, fontFamily: theme.font.numbers }])
export const lines = style([
  textLine,
  { flex: 1, padding: theme.space.small, fontFamily: theme.font.numbers, resize: 'vertical' },
])

export const groups = style({ flex: 1, minHeight: 0, overflowY: 'auto' })
export const group = style({
  padding: `${theme.space.medium} ${theme.space.medium} 0`,
  selectors: {
    ...HIDDEN,
    '&:focus-visible': { outline: 'none' },
    '&:last-child': { paddingBottom: theme.space.medium },
  },
})
export const title = style({
  fontFamily: theme.font.heading,
  fontSize: theme.size.large,
  fontWeight: 600,
  letterSpacing: '0.06em',
  color: theme.colour.goldBright,
})
export const note = style({ color: theme.colour.inkDim, fontSize: theme.size.small, textWrap: 'pretty' })
export const list = style({ margin: 0, padding: 0, listStyle: 'none' })
export const elsewhere = style([row, { padding: `${theme.space.small} 0` }])
export const folder = style({ fontFamily: theme.font.numbers, overflowWrap: 'anywhere', userSelect: 'all' })

export const setting = style({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) minmax(13rem, 19rem)',
  columnGap: theme.space.wide,
  rowGap: theme.space.small,
  padding: `${theme.space.medium} 0`,
  borderBottom: `1px solid ${theme.colour.line}`,
  selectors: HIDDEN,
})
export const name = style({ fontSize: theme.size.lead, fontWeight: 600 })
export const key = style({
  marginLeft: theme.space.tight,
  fontFamily: theme.font.numbers,
  fontSize: theme.size.tiny,
  fontWeight: 400,
  color: theme.colour.inkFaint,
  overflowWrap: 'anywhere',
})
export const meaning = style({ color: theme.colour.inkDim, fontSize: theme.size.small, textWrap: 'pretty' })
export const facts = style({ color: theme.colour.inkFaint, fontSize: theme.size.small })
export const held = style({
  marginTop: theme.space.tight,
  paddingLeft: theme.space.small,
  borderLeft: `3px solid ${theme.colour.goldLine}`,
  fontSize: theme.size.small,
  textWrap: 'pretty',
})

export const control = style({
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'stretch',
  gap: theme.space.small,
  minWidth: 0,
})
export const choices = style([row, { alignSelf: 'flex-start' }])
export const line = style({ display: 'flex', alignItems: 'center', gap: theme.space.small, minWidth: 0 })
export const pending = style({
  display: 'flex',
  flexDirection: 'column',
  gap: theme.space.tight,
  padding: theme.space.small,
  border: `1px solid ${theme.colour.goldLine}`,
  borderLeftWidth: '3px',
  background: theme.colour.goldWash,
  fontSize: theme.size.small,
})
export const step = style([number, { whiteSpace: 'normal', overflowWrap: 'anywhere' }])

const answer = style({ gridColumn: '1 / -1', overflowWrap: 'anywhere' })
export const done = style([
  answer,
  {
    padding: `${theme.space.tight} ${theme.space.small}`,
    border: `1px solid ${theme.colour.long}`,
    borderLeftWidth: '3px',
    borderRadius: theme.radius.small,
    background: theme.colour.longWash,
    fontSize: theme.size.small,
  },
])
export const refused = answer
export const confirm = style([
  answer,
  {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.space.small,
    padding: theme.space.medium,
    border: `1px solid ${theme.colour.fault}`,
    borderLeftWidth: '3px',
    background: theme.colour.inset,
  },
])
