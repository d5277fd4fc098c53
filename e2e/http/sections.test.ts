import { expect, test } from 'vitest'
import { CARDS_PER_PAGE, listSection } from '@/domain/articles/lists'
import { mergeSection } from '@/domain/merge-sections'
import { changeSection, createSection, moveSection, setSectionRetired } from '@/domain/sections'
import { createStaff, liveStory } from '../support/stories'
import { withServer } from './in-process-server'

const server = withServer()

/** The status with the path of a redirect. */
async function answerOf(path: string): Promise<string> {
	const { status, headers } = await fetch(server.address + path, { redirect: 'manual' })
	const location = headers.get('location')
	return location ? `${status} ${location.replace(server.address, '')}` : String(status)
}

const textOf = async (path: string): Promise<string> => (await fetch(server.address + path)).text()

const idOf = async (slug: string): Promise<number> => (await listSection(slug)).section?.id ?? 0

test('section changes are visible at once, and old addresses redirect', async () => {
	const owner = await createStaff('owner')
	for (const name of ['Harbour', 'Quay']) await createSection(owner, { name, slug: '' })
	for (let number = 0; number <= CARDS_PER_PAGE; number += 1) await liveStory({ section: 'harbour' })
	const { slug } = await liveStory({ section: 'harbour', headline: 'The crane' })
	expect(await answerOf('/sections/harbour?page=2')).toBe('200')
	expect(await textOf(`/news/${slug}`)).toContain('"articleSection":"Harbour"')

	const id = await idOf('harbour')
	await changeSection(owner, id, { name: 'Port', slug: 'port', description: 'Ships and cranes.' })
	expect(await answerOf('/sections/harbour')).toBe('301 /sections/port')
	expect(await answerOf('/sections/harbour?page=2')).toBe('301 /sections/port?page=2')
	for (const path of ['/', `/news/${slug}`, '/sections/port']) {
		const page = await textOf(path)
		expect([path, page.includes('href="/sections/port"'), page.includes('Harbour')]).toEqual([
			path,
			true,
			false,
		])
	}
	expect(await textOf(`/news/${slug}`)).toContain('"articleSection":"Port"')
	expect(await textOf('/sections/port')).toContain('Ships and cranes.')

	for (let moves = 0; moves < 2; moves += 1) await moveSection(owner, await idOf('quay'), 'up')
	const menu = (await textOf('/')).match(/href="\/sections\/(port|quay)"/g)
	expect(menu?.[0]).toBe('href="/sections/quay"')

	await setSectionRetired(owner, id, true)
	expect(await textOf('/')).not.toContain('href="/sections/port"')
	expect(await answerOf('/sections/port')).toBe('200')

	await mergeSection(owner, id, await idOf('quay'))
	expect(await answerOf('/sections/port?page=2')).toBe('301 /sections/quay?page=2')
	expect(await answerOf('/sections/harbour')).toBe('301 /sections/quay')
	expect(await textOf(`/news/${slug}`)).toContain('"articleSection":"Quay"')
	expect(await textOf('/sections/quay')).toContain('The crane')
	expect(await answerOf('/sections/never')).toBe('404')
})
