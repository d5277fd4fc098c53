import { eq } from 'drizzle-orm'
import { write } from '@/db'
import { settings } from '@/db/schema'
import { DEFAULT_MENUS, MENUS, type MenuItem, type MenuLink, type MenuName } from '@/lib/menu'
import { isVisible, oneLine } from '@/lib/printed-text'
import { Refusal } from '@/lib/refusal'
import { canonicalHttpUrl } from '@/lib/urls'
import { listSections } from './articles/lists'
import { sectionAt } from './articles/section-address'
import { publishedPages } from './pages/published'
import { authorize, type Viewer } from './permissions'
import { siteSettings, storeSettings } from './settings'

/** More items would not fit beside the site's name. */
const ITEMS_MAX = 20
const LABEL_LENGTH_MAX = 40

/** Settings that hold the menus. */
export const MENU_SETTINGS = { masthead: 'mastheadMenu', footer: 'footerMenu' } as const

/** The items of a menu, which may be the default ones. */
export async function menuItems(name: MenuName): Promise<MenuItem[]> {
	const items = (await siteSettings())[MENU_SETTINGS[name]]
	return items.length > 0 ? items : DEFAULT_MENUS[name]
}

/** The links of both menus. An item whose section is retired or whose page is unpublished has none. */
export async function findMenus(): Promise<Record<MenuName, MenuLink[]>> {
	const [masthead = [], footer = []] = await Promise.all(
		MENUS.map(async (name) => (await Promise.all((await menuItems(name)).map(linksOf))).flat()),
	)
	return { masthead, footer }
}

async function linksOf(item: MenuItem): Promise<MenuLink[]> {
	switch (item.kind) {
		case 'sections':
			return (await listSections()).map(({ slug, name }) => ({ href: `/sections/${slug}`, label: name }))
		case 'pages':
			return (await publishedPages()).map(({ slug, title }) => ({ href: `/${slug}`, label: title }))
		case 'section': {
			// Follows renamed and merged sections.
			const section = await sectionAt(item.slug)
			if (!section || section.retiredAt) return []
			return [{ href: `/sections/${section.slug}`, label: item.label || section.name }]
		}
		case 'page': {
			const page = (await publishedPages()).find(({ slug }) => slug === item.slug)
			return page ? [{ href: `/${page.slug}`, label: item.label || page.title }] : []
		}
		case 'link':
			return [{ href: item.url, label: item.label }]
	}
}

/** A change of a menu: labels by position as typed, and at most one other step. */
export type MenuChange = {
	/** The items on which the change is based. */
	shown: MenuItem[]
	labels: (string | undefined)[]
	step: { add: MenuItem } | { move: number; by: 1 | -1 } | { remove: number } | 'reset' | null
}

/** @throws Refusal `forbidden`, `conflict` after another change of the menu, or `invalid` naming the field */
export async function changeMenu(viewer: Viewer, name: MenuName, change: MenuChange): Promise<void> {
	authorize(viewer, 'change settings')
	const key = MENU_SETTINGS[name]
	await write(async (tx) => {
		await tx.lock('settings', '')
		const [row] = await tx.select().from(settings).where(eq(settings.key, key))
		const stored = (row?.value ?? []) as MenuItem[]
		const now = stored.length > 0 ? stored : DEFAULT_MENUS[name]
		if (JSON.stringify(now) !== JSON.stringify(change.shown))
			throw new Refusal('conflict', 'Somebody changed this menu meanwhile. Please load the page again.')
		const changed = change.step === 'reset' ? [] : changedItems(now, change)
		if (new Set(changed.map((item) => JSON.stringify(item))).size < changed.length)
			throw new Refusal('invalid', 'This item is in the menu already.', 'add')
		const isDefault = JSON.stringify(changed) === JSON.stringify(DEFAULT_MENUS[name])
		await storeSettings(tx, viewer, { [key]: isDefault ? [] : changed })
	})
}

function changedItems(items: MenuItem[], { labels, step }: MenuChange): MenuItem[] {
	const named = items.map((item, index) => withLabel(item, labels[index], `label${index}`))
	if (step === null || step === 'reset') return named
	if ('add' in step) {
		if (named.length >= ITEMS_MAX)
			throw new Refusal('invalid', `A menu has at most ${ITEMS_MAX} items.`, 'add')
		return [...named, checkNew(step.add)]
	}
	if ('remove' in step) {
		if (named.length === 1)
			throw new Refusal('invalid', 'The last item stays. Add another one first, or use the standard menu.')
		return named.filter((_, index) => index !== step.remove)
	}
	const [from, to] = [step.move, step.move + step.by]
	const [one, other] = [named[from], named[to]]
	if (!one || !other) return named
	return named.map((item, index) => (index === from ? other : index === to ? one : item))
}

function withLabel(item: MenuItem, typed: string | undefined, field: string): MenuItem {
	if (!('label' in item) || typed === undefined) return item
	const label = oneLine(typed)
	if (label.length > LABEL_LENGTH_MAX)
		throw new Refusal('invalid', `Please keep the label under ${LABEL_LENGTH_MAX} characters.`, field)
	if (item.kind === 'link' && !isVisible(label)) throw new Refusal('invalid', 'A link needs a label.', field)
	return { ...item, label }
}

function checkNew(item: MenuItem): MenuItem {
	const labelled = withLabel(item, 'label' in item ? item.label : undefined, 'newLabel')
	if (labelled.kind !== 'link') return labelled
	const url = isSitePath(labelled.url) ? labelled.url : canonicalHttpUrl(labelled.url)
	if (!url)
		throw new Refusal(
			'invalid',
			'The address must begin with https://, or with / for a page of this site.',
			'newUrl',
		)
	return { ...labelled, url }
}

const isSitePath = (url: string): boolean => /^\/(?![/\\])[^\s\\]*$/.test(url)
