import { readdirSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { write } from '@/db'
import { pageRevisions } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { createStaff } from '@/e2e/support/stories'
import { parseMarkdown } from '../body/markdown'
import type { StaffViewer } from '../permissions'
import { deletePage, isPageDeletable } from './delete-page'
import { findPageRevision, listPageRevisions, PAGE_REVISIONS_SHOWN } from './page-revisions'
import { findPage, listPages, savePage, startFromStarter, startPage } from './pages'
import { findPublishedPage, publishedPages, publishedSlug } from './published'
import { RESERVED_SLUGS } from './reserved'
import { STARTERS } from './starters'

withDatabase()

let editor: StaffViewer
beforeAll(async () => {
	editor = await createStaff('editor', 'Edith Marsh')
})

const fields = (title: string, text = 'We print the harbour’s news.') => ({
	title,
	body: parseMarkdown(text),
})
const start = (title: string, slug = '') => startPage(editor, { ...fields(title), slug })

describe('a page', () => {
	test('is hidden before it is published and after it is unpublished', async () => {
		const id = await start('Jobs')
		expect(await findPublishedPage('jobs')).toBeNull()
		const { headRevisionId } = await findPage(editor, id)
		await savePage(editor, id, headRevisionId, fields('Jobs'), 'publish')
		expect(await findPublishedPage('jobs')).toMatchObject({ title: 'Jobs', slug: 'jobs' })
		expect(await publishedPages()).toEqual([{ id, slug: 'jobs', title: 'Jobs' }])
		await savePage(editor, id, headRevisionId, fields('Jobs'), 'unpublish')
		expect(await findPublishedPage('jobs')).toBeNull()
		expect(await publishedPages()).toEqual([])
	})

	test('shows the published text while a newer one is saved', async () => {
		const id = await start('History')
		const { headRevisionId } = await findPage(editor, id)
		await savePage(editor, id, headRevisionId, fields('History'), 'publish')
		const saved = await savePage(editor, id, headRevisionId, fields('Our history', 'Soon.'))
		expect(saved.kind).toBe('saved')
		expect(await findPublishedPage('history')).toMatchObject({ title: 'History' })
		expect((await listPages(editor)).find((page) => page.id === id)).toMatchObject({ title: 'Our history' })
	})

	test('refuses a stale save, and keeps every save', async () => {
		const id = await start('Awards')
		const { headRevisionId } = await findPage(editor, id)
		await savePage(editor, id, headRevisionId, fields('Awards', 'Mine.'))
		expect(await savePage(editor, id, headRevisionId, fields('Awards', 'Theirs.'))).toEqual({ kind: 'stale' })
		const { revisions } = await listPageRevisions(editor, id)
		expect(revisions.map(({ savedBy, published }) => [savedBy, published])).toEqual([
			['Edith Marsh', false],
			['Edith Marsh', false],
		])
		await expect(write((tx) => tx.update(pageRevisions).set({ title: 'x' }))).rejects.toThrow()
	})

	test('unchanged makes no revision', async () => {
		const id = await start('Partners')
		const { headRevisionId } = await findPage(editor, id)
		const saved = await savePage(editor, id, headRevisionId, fields('Partners'))
		expect(saved).toEqual({ kind: 'saved', revisionId: headRevisionId })
	})

	test.each([
		['title', { title: ' ', slug: 'x' }],
		['title', { title: 'x'.repeat(81), slug: 'x' }],
		['slug', { title: '!!!', slug: '' }],
		['slug', { title: 'Sections', slug: '' }],
		['slug', { title: 'About', slug: 'Sign in' }],
		['slug', { title: 'Another', slug: 'jobs' }],
	])('is refused for its %s', async (field, changes) => {
		const input = { ...fields(changes.title), slug: changes.slug }
		await expect(startPage(editor, input)).rejects.toMatchObject({ name: 'Refusal', field })
	})

	test('is not for moderators and contributors', async () => {
		for (const role of ['moderator', 'contributor'] as const)
			await expect(listPages(await createStaff(role))).rejects.toMatchObject({ code: 'forbidden' })
	})

	test('with a slug in another script is found in each spelling', async () => {
		const id = await start('Über uns', 'über-uns-日本')
		const { headRevisionId, slug } = await findPage(editor, id)
		await savePage(editor, id, headRevisionId, fields('Über uns'), 'publish')
		expect(await publishedSlug(slug.normalize('NFD'))).toBe(slug)
	})
})

describe('a page at the desk', () => {
	test('is deleted before its first publication only', async () => {
		const id = await start('Mistake', 'mistake')
		expect(await isPageDeletable(editor, id)).toBe(true)
		await deletePage(editor, id)
		await expect(findPage(editor, id)).rejects.toMatchObject({ code: 'not-found' })
		const again = await start('Mistake', 'mistake')
		const { headRevisionId } = await findPage(editor, again)
		await savePage(editor, again, headRevisionId, fields('Mistake'), 'publish')
		await savePage(editor, again, headRevisionId, fields('Mistake'), 'unpublish')
		expect(await isPageDeletable(editor, again)).toBe(false)
		await expect(deletePage(editor, again)).rejects.toMatchObject({ code: 'conflict' })
		const contributor = await createStaff('contributor')
		await expect(deletePage(contributor, again)).rejects.toMatchObject({ code: 'forbidden' })
	})

	test('has a history in parts', async () => {
		const id = await start('Often saved')
		for (let number = 0; number <= PAGE_REVISIONS_SHOWN; number += 1) {
			const { headRevisionId } = await findPage(editor, id)
			await savePage(editor, id, headRevisionId, fields('Often saved', `Text ${number}.`))
		}
		const newest = await listPageRevisions(editor, id)
		expect(newest.revisions).toHaveLength(PAGE_REVISIONS_SHOWN)
		const rest = await listPageRevisions(editor, id, newest.next)
		expect([rest.revisions.length, rest.next]).toEqual([2, null])
		const first = rest.revisions.at(-1)?.id ?? 0
		expect(await findPageRevision(editor, id, first)).toMatchObject({ title: 'Often saved' })
		const other = await start('Another history')
		await expect(findPageRevision(editor, other, first)).rejects.toMatchObject({ code: 'not-found' })
	})
})

describe('a starter', () => {
	test.each(STARTERS.map(({ slug }) => slug))('%s cannot be published with its questions', async (slug) => {
		const id = await startFromStarter(editor, slug)
		const { headRevisionId, title, body } = await findPage(editor, id)
		const publish = savePage(editor, id, headRevisionId, { title, body }, 'publish')
		await expect(publish).rejects.toMatchObject({ code: 'invalid', field: 'body' })
		expect(await findPublishedPage(slug)).toBeNull()
	})

	test('holds headings and questions only', () => {
		for (const { text } of STARTERS)
			for (const line of text.split('\n').filter(Boolean)) expect(line).toMatch(/^## [^.?]+$|^- .+\?$/)
	})
})

test('addresses of the site’s own routes are reserved', () => {
	const routes = readdirSync('app', { recursive: true, encoding: 'utf8' })
		.filter((file) => /(^|\/)(page|route)\.tsx?$/.test(file))
		.map((file) => file.replace(/\([^)]+\)\//g, '').split('/')[0] ?? '')
		.filter((segment) => !/^(page|route)\.|^\[/.test(segment))
	expect(routes.length).toBeGreaterThan(10)
	expect(routes.filter((route) => !RESERVED_SLUGS.includes(route))).toEqual([])
	for (const { slug } of STARTERS) expect(RESERVED_SLUGS).not.toContain(slug)
})
