import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Notice } from '@/domain/reader-notices/list'
import { NoticeRow, noticesTitle } from './notices'

const story = { slug: 'a-story', headline: 'A story', language: 'en', withdrawn: false }
const base = { id: 7, commentId: 3, at: new Date(0), unread: true, story }
const removed = { ...base, kind: 'removed' as const, rule: 'spam' as const, law: '', inForce: true }

const shown = (notice: Notice) =>
	renderToStaticMarkup(<NoticeRow notice={notice} locale={{ language: 'en', timeZone: 'UTC' }} />)

test.each<[Notice, string[]]>([
	[{ ...base, kind: 'reply', author: 'Mo' }, ['<bdi>Mo</bdi> has replied', '/news/a-story/comments/7"']],
	[{ ...base, kind: 'approved' }, ['is published now', '/news/a-story/comments/3"']],
	[
		{ ...removed, heldBefore: false },
		['was removed', 'No spam', 'Nobody can see', 'without a machine', '/decisions/3"'],
	],
	[{ ...removed, heldBefore: true, inForce: false }, ['was not published', 'automatic rule']],
	[{ ...base, kind: 'undone', isPublic: true }, ['taken back. It is published']],
	[{ ...base, kind: 'complaint', upheld: false, answer: 'No.' }, ['your complaint', 'Rejected', 'No.']],
	[{ ...base, kind: 'respects', count: 2 }, ['2 readers have shown respect']],
	[{ ...base, kind: 'pick' }, ['editor’s pick']],
	[
		{ ...base, kind: 'vote', given: { mood: 'sad' }, state: 'counted', reason: 'A class.' },
		['Sad: An editor has counted', 'Reason: A class.'],
	],
])('the line of %j has its words and link', (notice, words) => {
	const html = shown(notice)
	for (const each of [...words, '<strong', 'New</strong>']) expect(html).toContain(each)
	expect(shown({ ...notice, unread: false })).not.toContain('<strong')
})

test('the title has the number of unread notices', () => {
	expect([0, 3, 99, 100].map(noticesTitle)).toEqual([
		'Notices',
		'Notices (3)',
		'Notices (99)',
		'Notices (99+)',
	])
})
