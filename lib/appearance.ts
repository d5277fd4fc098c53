/** Appearance of pages: theme (`system` follows the device) and text size. */
export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

export const SIZES = ['small', 'normal', 'large', 'larger'] as const
export type Size = (typeof SIZES)[number]

export type Appearance = { theme: Theme; size: Size }

export const DEFAULT_APPEARANCE: Appearance = { theme: 'system', size: 'normal' }

/** Parses the cookie's value, such as `dark.large`; null if invalid. */
export function parseAppearance(cookie: string | null | undefined): Appearance | null {
	const [theme, size, ...rest] = (cookie ?? '').split('.')
	return rest.length === 0 && isOne(THEMES, theme) && isOne(SIZES, size) ? { theme, size } : null
}

export const serializeAppearance = ({ theme, size }: Appearance): string => `${theme}.${size}`

/** A copy with a new theme or size or both; invalid values are ignored. */
export const updateAppearance = (
	appearance: Appearance,
	{ theme, size }: { theme?: string; size?: string },
): Appearance => ({
	theme: isOne(THEMES, theme) ? theme : appearance.theme,
	size: isOne(SIZES, size) ? size : appearance.size,
})

/** Attributes of `<html>`, each with a leading space; defaults are omitted. */
export function appearanceAttributes({ theme, size }: Appearance): string {
	const themed = theme === DEFAULT_APPEARANCE.theme ? '' : ` data-theme="${theme}"`
	return size === DEFAULT_APPEARANCE.size ? themed : `${themed} data-size="${size}"`
}

const isOne = <T extends string>(known: readonly T[], text: string | undefined): text is T =>
	known.some((each) => each === text)
