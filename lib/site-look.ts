import { contrast, type Hex, parseHex, withContrast } from './contrast'

/** Backgrounds of text, as in app/tokens.css. */
export const BACKGROUNDS = {
	light: ['#faf8f3', '#f1eee6'],
	dark: ['#15171a', '#1e2125'],
} as const satisfies Record<string, Hex[]>

/** Colour of text on light pages, as in app/tokens.css. */
export const INK: Hex = '#17191d'

/** Accent of light pages without one of their own, as in app/tokens.css. */
export const DEFAULT_ACCENT: Hex = '#1f3fa3'

/** WCAG AA for text. */
const CONTRAST_MIN = 4.5

/** The accent of a theme: its colour, that of text on it, and its contrast with the page. */
export type ThemeAccent = { colour: Hex; ink: Hex; contrast: number; adjusted: boolean }

/** The accent in both themes: darkened on light pages or lightened on dark ones where it would be hard to read. */
export function accentIn(accent: Hex): Record<'light' | 'dark', ThemeAccent> {
	const inTheme = (theme: 'light' | 'dark', ink: Hex, towards: Hex): ThemeAccent => {
		const backgrounds = [...BACKGROUNDS[theme]]
		const colour = withContrast(accent, backgrounds, towards, CONTRAST_MIN)
		const least = Math.min(...backgrounds.map((background) => contrast(colour, background)))
		return { colour, ink, contrast: least, adjusted: colour !== accent }
	}
	return { light: inTheme('light', '#ffffff', '#000000'), dark: inTheme('dark', '#10131c', '#ffffff') }
}

/** Font stacks for text and headlines: the web font of the build, and fonts that systems have. */
export const TEXT_FONTS = {
	newsreader: { label: 'Newsreader', stack: '"Newsreader",var(--stand-ins)' },
	georgia: { label: 'Georgia', stack: 'Georgia,"Noto Serif","Liberation Serif",serif' },
	palatino: {
		label: 'Palatino',
		stack: '"Iowan Old Style","Palatino Linotype",Palatino,"URW Palladio L",P052,serif',
	},
	charter: { label: 'Charter', stack: 'Charter,"Bitstream Charter","Sitka Text",Cambria,serif' },
	system: {
		label: 'The device’s sans serif',
		stack: '-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans","Liberation Sans",Arial,sans-serif',
	},
} as const
export type TextFont = keyof typeof TEXT_FONTS

/** Font stacks for labels, captions and buttons. */
export const LABEL_FONTS = {
	system: TEXT_FONTS.system,
	humanist: {
		label: 'A humanist sans serif',
		stack: 'Seravek,"Gill Sans Nova",Ubuntu,Calibri,"DejaVu Sans","Noto Sans",sans-serif',
	},
} as const
export type LabelFont = keyof typeof LABEL_FONTS

/** The settings of the site's look; the accent is `#rrggbb` or empty. */
export type Look = {
	accent: string
	textFont: TextFont
	headlineFont: TextFont
	labelFont: LabelFont
	logoOnPlate: boolean
}

/** Whether pages use the web font of the build. */
export const usesWebFont = ({ textFont, headlineFont }: Look): boolean =>
	textFont === 'newsreader' || headlineFont === 'newsreader'

/** Declarations for light and dark pages, after the device's theme or the reader's choice. */
function byTheme(selector: string, light: string, dark: string): string {
	return [
		`html:root${selector}{${light}}`,
		`@media (prefers-color-scheme:dark){html:root${selector}{${dark}}}`,
		`html:root[data-theme=light]${selector}{${light}}`,
		`html:root[data-theme=dark]${selector}{${dark}}`,
	].join('')
}

/** Style sheet of the settings, which overrides tokens of app/tokens.css; empty for the default look. */
export function siteCss(look: Look): string {
	const rules: string[] = []
	const accent = parseHex(look.accent)
	if (accent) {
		const { light, dark } = accentIn(accent)
		const declared = ({ colour, ink }: ThemeAccent) => `--accent:${colour};--accent-ink:${ink}`
		// On paper the accent is black.
		rules.push(`@media screen{${byTheme('', declared(light), declared(dark))}}`)
	}
	const fonts = fontsOf(look)
	if (fonts.length > 0) rules.push(`html:root{${fonts.join(';')}}`)
	// Newsreader comes without italics, which reader.css takes from another font.
	if (look.textFont !== 'newsreader') rules.push('html:root :is(em,i){font-family:inherit;font-size:inherit}')
	if (look.headlineFont === 'newsreader' && look.textFont !== 'newsreader')
		rules.push('html:root[data-saves]{--headline:var(--stand-ins)}')
	if (look.logoOnPlate)
		rules.push(byTheme(' [data-logo]', 'background:none', `padding:.12em .2em;background:${PLATE}`))
	return rules.join('\n')
}

/** Colour of the plate below a logo: the paper of light pages. */
const PLATE = BACKGROUNDS.light[0]

function fontsOf({ textFont, headlineFont, labelFont }: Look): string[] {
	const fonts: string[] = []
	if (textFont !== 'newsreader') fonts.push(`--serif:${TEXT_FONTS[textFont].stack}`)
	if (headlineFont !== textFont) fonts.push(`--headline:${TEXT_FONTS[headlineFont].stack}`)
	if (labelFont !== 'system') fonts.push(`--sans:${LABEL_FONTS[labelFont].stack}`)
	return fonts
}
