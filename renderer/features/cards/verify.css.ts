import { style, styleVariants } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'

export const drop = style({
  flex: 'none',
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  gap: theme.space.tight,
  margin: theme.space.small,
  padding: theme.space.large,
  border: `1px dashed ${theme.colour.goldDim}`,
  borderRadius: theme.radius.medium,
  textAlign: 'center',
  selectors: {
    '&[data-over=true]': { borderColor: theme.colour.goldBright, background: theme.colour.goldWash },
  },
})
export const dropText = style({
  fontFamily: theme.font.heading,
  fontSize: theme.size.large,
  fontWeight: 600,
  letterSpacing: '0.05em',
  color: theme.colour.ink,
})
export const note = style({ fontSize: theme.size.small, color: theme.colour.inkFaint, textWrap: 'pretty' })

export const result = style({
  flex: 1,
  minHeight: 0,
  overflowY: 'auto',
  display: 'flex',
  flexDirection: 'column',
  gap: theme.space.small,
  padding: `${theme.space.small} ${theme.space.medium} ${theme.space.medium}`,
})

const verdictWord = style({
  fontFamily: theme.font.heading,
  fontSize: theme.size.large,
  fontWeight: 700,
  letterSpacing: '0.05em',
  textTransform: 'uppercase',
})
export const verdict = styleVariants({
  valid: [verdictWord, { color: theme.colour.long }],
  refused: [verdictWord, { color: theme.colour.fault }],
})
export const name = style({
  fontSize: theme.size.small,
  color: theme.colour.inkDim,
  overflowWrap: 'anywhere',
})
export const why = style({ fontSize: theme.size.body, color: theme.colour.ink, textWrap: 'pretty' })
export const kind = style({
  fontFamily: theme.font.heading,
  fontSize: theme.size.lead,
  fontWeight: 700,
  letterSpacing: '0.1em',
  textTransform: 'uppercase',
  color: theme.colour.gold,
})

export const facts = style({ display: 'flex', flexDirection: 'column' })
export const fact = style({
  display: 'flex',
  justifyContent: 'space-between',
  alignItems: 'baseline',
  gap: theme.space.medium,
  padding: `${theme.space.hair} 0`,
  borderBottom: `1px solid ${theme.colour.line}`,
})
export const value = style({
  fontSize: theme.size.small,
  textAlign: 'right',
  whiteSpace: 'normal',
  overflowWrap: 'anywhere',
})
export const key = style({ fontSize: theme.size.small, whiteSpace: 'normal', overflowWrap: 'anywhere' })
