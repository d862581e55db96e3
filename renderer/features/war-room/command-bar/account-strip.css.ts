import { style, styleVariants } from '@vanilla-extract/css'
import { theme } from '../../../theme/theme.css.ts'

/** Whose account it is stands above its figures. */
export const account = style({
  flexDirection: 'column',
  alignItems: 'flex-start',
  justifyContent: 'center',
  gap: theme.space.hair,
  '@media': { '(max-width: 1239px)': { gap: theme.space.hair } },
})
export const owner = style({
  maxWidth: '100%',
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  fontSize: theme.size.small,
  lineHeight: 1.2,
  color: theme.colour.inkDim,
})
const kindWord = style({
  fontFamily: theme.font.heading,
  letterSpacing: '0.08em',
  textTransform: 'uppercase',
})
export const kind = styleVariants({
  simulated: [kindWord, { color: theme.colour.training }],
  demo: [kindWord, { color: theme.colour.demo }],
  contest: [kindWord, { color: theme.colour.contest }],
  live: [kindWord, { color: theme.colour.live }],
})
export const none = style({ color: theme.colour.inkFaint, fontSize: theme.size.small })
export const figures = style({
  flexWrap: 'nowrap',
  alignItems: 'flex-end',
  columnGap: theme.space.large,
})
