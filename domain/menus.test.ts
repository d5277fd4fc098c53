import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '@/db/testing'
import { createStaff, storyFields } from '@/e2e/support/stories'
import { DEFAULT_MENUS, type MenuItem } from '@/lib/menu'
import { sectionAt } from './articles/section-address'
import { parseMarkdown } from './body/markdown'
import { changeMenu, findMenus, type MenuChange, menuItems } from './menus'
import { findPage, savePage, startPage } from './pages/pages'
import type { StaffViewer } from './permissions'
import { createSection, setSectionRetired } from './sections'

withDatabase()

let owner: StaffViewer
let pageId: number
beforeAll(async () => {
	owner = await createStaff('owner')
	await storyFields(owner)
	await createSection(owner, { name: 'Sport', slug: '' })
	const fields = { title: 'About us', body: parseMarkdown('We print.') }
	pageId = await startPage(owner, { ...fields, slug: 'about' })
	const { headRevisionId } = await findPage(owner, pageId)
	await savePage(owner, pageId, headRevisionId, fields, 'publish')
})

const change = async (step: MenuChange['step'], labels: string[] = []) =>
	changeMenu(owner, 'masthead', { shown: await menuItems('masthead'), labels, step })
const hrefs = async () => (await findMenus()).masthead.map(({ href }) => href)

const SHOP: MenuItem = { kind: 'link', label: 'Shop', url: 'https://example.org/' }
const SPORT: MenuItem = { kind: 'section', slug: 'sport', label: '' }

test('the default masthead has the sections, the footer also the pages', async () => {
	const { masthead, footer } = await findMenus()
	expect(masthead).toEqual([
		{ href: '/sections/news', label: 'News' },
		{ href: '/sections/sport', label: 'Sport' },
	])
	expect(footer).toEqual([...masthead, { href: '/about', label: 'About us' }])
})

test('items are added, named, moved, removed and reset to the default', async () => {
	await change({ add: SHOP })
	await change({ add: { kind: 'page', slug: 'about', label: '' } })
	expect(await hrefs()).toEqual(['/sections/news', '/sections/sport', 'https://example.org/', '/about'])
	await change({ move: 2, by: -1 }, [undefined as unknown as string, 'Our shop', 'Who we are'])
	expect((await findMenus()).masthead.slice(2)).toEqual([
		{ href: '/about', label: 'Who we are' },
		{ href: 'https://example.org/', label: 'Our shop' },
	])
	await change({ remove: 0 })
	expect(await hrefs()).toEqual(['/about', 'https://example.org/'])
	await change('reset')
	expect(await menuItems('masthead')).toEqual(DEFAULT_MENUS.masthead)
})

test('retired sections and unpublished pages leave the menu', async () => {
	await change({ add: SPORT })
	await change({ remove: 0 })
	await change({ add: { kind: 'page', slug: 'about', label: '' } })
	const { id } = (await sectionAt('sport')) ?? { id: 0 }
	await setSectionRetired(owner, id, true)
	const { headRevisionId, title, body } = await findPage(owner, pageId)
	await savePage(owner, pageId, headRevisionId, { title, body }, 'unpublish')
	expect(await hrefs()).toEqual([])
	await setSectionRetired(owner, id, false)
	expect(await hrefs()).toEqual(['/sections/sport'])
	await change('reset')
})

test.each([
	['a link without a label', { add: { ...SHOP, label: ' ' } }, 'newLabel'],
	['a script as address', { add: { ...SHOP, url: 'javascript:alert(1)' } }, 'newUrl'],
	['an address of another site without scheme', { add: { ...SHOP, url: '//evil.test/' } }, 'newUrl'],
	['an item twice', { add: { kind: 'sections' } }, 'add'],
] as [string, MenuChange['step'], string][])('%s is refused', async (_, step, field) => {
	await expect(change(step)).rejects.toMatchObject({ code: 'invalid', field })
})

test('a change of a menu that was changed meanwhile is refused', async () => {
	const shown = await menuItems('masthead')
	await change({ add: SHOP })
	const second = changeMenu(owner, 'masthead', { shown, labels: [], step: { remove: 0 } })
	await expect(second).rejects.toMatchObject({ code: 'conflict' })
	await change('reset')
})
