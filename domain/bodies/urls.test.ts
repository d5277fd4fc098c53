import { expect, test } from 'vitest'
import { embedUrl, linkUrl } from '@/domain/bodies/urls'

test.each([
	['/news/a-story', '/news/a-story'],
	['/news/a-story?page=2#comment-7', '/news/a-story?page=2#comment-7'],
	['/news/a (b) <c>', '/news/a%20%28b%29%20%3Cc%3E'],
	['/tags/česko', '/tags/%C4%8Desko'],
	['/a/../news/./b', '/news/b'],
	['https://example.org', 'https://example.org/'],
	['mailto:desk@example.org', 'mailto:desk@example.org'],
	['//example.org', null],
	['/\\example.org', null],
	['/\t/example.org', null],
	['/.//example.org', null],
	['news/a-story', null],
	['#place', null],
	['https://exa mple.org', null],
	['https://exa%20mple.org', null],
	['javascript:alert(1)', null],
	[`/${'a'.repeat(2000)}`, null],
])('a link to %j', (text, href) => expect(linkUrl(text)).toBe(href))

test('link cards show pages elsewhere only', () => expect(embedUrl('/news/a-story')).toBeNull())
