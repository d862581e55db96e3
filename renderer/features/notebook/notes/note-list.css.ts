import { style, styleVariants } from '@vanilla-extract/css'
import { theme } from '../../../theme/theme.css.ts'
import { label } from '../../../theme/type.css.ts'

export const panel = style({ flex: 1 })

export const search = style({
  display: 'flex',
  alignItems: 'center',
  gap: theme.space.small,
  padding: `${theme.space.small} ${theme.space.medium}`,
  borderBottom: `1px solid ${theme.colour.line}`,
})
export const box = style({
  flex: 1,
  minWidth: 0,
  padding: `${theme.space.tight} ${theme.space.small}`,
  border: `1px solid ${theme.colour.lineStrong}`,
  borderRadius: theme.radius.small,
  background: theme.colour.inset,
  selectors: { '&::placeholder': { color: theme.colour.inkFaint } },
})
export const count = style({ fontSize: theme.size.small, color: theme.colour.inkFaint, whiteSpace: 'nowrap' })

export const list = style({
  flex: 1,
  minHeight: 0,
  overflowY: 'auto',
  display: 'flex',
  flexDirection: 'column',
})
export const more = style({ alignSelf: 'center', margin: theme.space.medium })

const rowBase = style({
  display: 'flex',
  flexDirection: 'column',
  gap: theme.space.tight,
  width: '100%',
  padding: `${theme.space.small} ${theme.space.medium}`,
  border: 'none',
  borderLeft: '3px solid transparent',
  borderBottom: `1px solid ${theme.colour.line}`,
  background: 'transparent',
  textAlign: 'start',
  cursor: 'pointer',
  selectors: { '&:hover': { background: theme.colour.goldWash } },
})
export const row = styleVariants({
  plain: [rowBase],
  chosen: [rowBase, { borderLeftColor: theme.colour.gold, background: theme.colour.goldWash }],
})

export const head = style({
  display: 'flex',
  alignItems: 'center',
  gap: theme.space.small,
  minWidth: 0,
  fontSize: theme.size.small,
  color: theme.colour.inkFaint,
})
export const pair = style({
  fontFamily: theme.font.heading,
  fontSize: theme.size.lead,
  fontWeight: 600,
  color: theme.colour.ink,
})
export const result = style({ marginLeft: 'auto' })
export const words = style({
  display: '-webkit-box',
  WebkitBoxOrient: 'vertical',
  WebkitLineClamp: 2,
  overflow: 'hidden',
  overflowWrap: 'anywhere',
  color: theme.colour.ink,
})
export const lesson = style({ color: theme.colour.goldBright, overflowWrap: 'anywhere' })
export const lessonWord = style([label, { color: theme.colour.goldDim, marginRight: theme.space.tight }])
export const marks = style({ display: 'flex', flexWrap: 'wrap', gap: theme.space.tight })
export const mark = style({
  padding: `0 ${theme.space.tight}`,
  border: `1px solid ${theme.colour.line}`,
  borderRadius: theme.radius.small,
  fontSize: theme.size.tiny,
  color: theme.colour.inkDim,
})
export const due = style({
  borderBottom: `1px solid ${theme.colour.goldLine}`,
  background: theme.colour.inset,
})
export const dueTitle = style([
  label,
  { padding: `${theme.space.small} ${theme.space.medium} 0`, color: theme.colour.warn },
])
export const dueList = style({ maxHeight: '9rem', overflowY: 'auto' })
export const dueRow = style([rowBase, { flexDirection: 'row', alignItems: 'center', borderBottom: 'none' }])
