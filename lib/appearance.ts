/** How a reader wants the paper: by day, by night or as the device says, and in which size of type. */
export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

export const SIZES = ['small', 'normal', 'large', 'larger'] as const
export type Size = (typeof SIZES)[number]

export type Appearance = { theme: Theme; size: Size }

export const APPEARANCE_COOKIE = 'square-appearance'
export const DEFAULT_APPEARANCE: Appearance = { theme: 'system', size: 'normal' }

/** The look that a cookie holds, such as `dark.large`; null for anything else. */
export function parseAppearance(cookie: string | null | undefined): Appearance | null {
	const [theme, size, ...rest] = (cookie ?? '').split('.')
	return rest.length === 0 && isOne(THEMES, theme) && isOne(SIZES, size) ? { theme, size } : null
}

export const serializeAppearance = ({ theme, size }: Appearance): string => `${theme}.${size}`

/** Changes one half of a look or both; what is no theme or size leaves that half as it was. */
export const updateAppearance = (
	appearance: Appearance,
	{ theme, size }: { theme?: string; size?: string },
): Appearance => ({
	theme: isOne(THEMES, theme) ? theme : appearance.theme,
	size: isOne(SIZES, size) ? size : appearance.size,
})

/** The look as attributes of `<html>`, each with a space before it; nothing for the plain look. */
export function appearanceAttributes({ theme, size }: Appearance): string {
	const themed = theme === DEFAULT_APPEARANCE.theme ? '' : ` data-theme="${theme}"`
	return size === DEFAULT_APPEARANCE.size ? themed : `${themed} data-size="${size}"`
}

const isOne = <T extends string>(known: readonly T[], text: string | undefined): text is T =>
	known.some((each) => each === text)
