/** How a reader wants the paper: by day, by night or as the device says, and in which size of type. */
export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

export const SIZES = ['small', 'normal', 'large', 'larger'] as const
export type Size = (typeof SIZES)[number]

export type Look = { theme: Theme; size: Size }

export const LOOK_COOKIE = 'square-look'
export const PLAIN_LOOK: Look = { theme: 'system', size: 'normal' }

/** The look that a cookie holds, such as `dark.large`; null for anything else. */
export function parseLook(cookie: string | null | undefined): Look | null {
	const [theme, size, ...rest] = (cookie ?? '').split('.')
	return rest.length === 0 && isOne(THEMES, theme) && isOne(SIZES, size) ? { theme, size } : null
}

export const lookValue = ({ theme, size }: Look): string => `${theme}.${size}`

/** Changes one half of a look or both; what is no theme or size leaves that half as it was. */
export const changeLook = (look: Look, { theme, size }: { theme?: string; size?: string }): Look => ({
	theme: isOne(THEMES, theme) ? theme : look.theme,
	size: isOne(SIZES, size) ? size : look.size,
})

/** The look as attributes of `<html>`, each with a space before it; nothing for the plain look. */
export function lookAttributes({ theme, size }: Look): string {
	const themed = theme === PLAIN_LOOK.theme ? '' : ` data-theme="${theme}"`
	return size === PLAIN_LOOK.size ? themed : `${themed} data-size="${size}"`
}

const isOne = <T extends string>(known: readonly T[], text: string | undefined): text is T =>
	known.some((each) => each === text)
