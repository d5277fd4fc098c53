/** An item of a menu, as the newsroom arranges it. An empty label is the name of the section or page. */
export type MenuItem =
	/** All sections, or all pages, in their order. */
	| { kind: 'sections' | 'pages' }
	| { kind: 'section' | 'page'; slug: string; label: string }
	| { kind: 'link'; label: string; url: string }

export const MENUS = ['masthead', 'footer'] as const
export type MenuName = (typeof MENUS)[number]

/** The menus of a site that has arranged none. */
export const DEFAULT_MENUS: Record<MenuName, MenuItem[]> = {
	masthead: [{ kind: 'sections' }],
	footer: [{ kind: 'sections' }, { kind: 'pages' }],
}

/** A link of a menu, for rendering. */
export type MenuLink = { href: string; label: string }
