import { mondayOf } from '@/lib/weeks'

/** Content of the site whose pages are visited. */
type PageContent = {
	slug: string
	commentId: number
	removedId: number
	receipt: string
	author: string
	gone: string
}

/** Files that do not exist, whose errors are pages. */
const FILES = [
	'/api/stories/999',
	'/api/stories?before=x',
	'/tags/x/feed.xml',
	'/tags/x/feed.ninjs.json',
	'/oembed?url=x',
	'/sitemap-tags-9.xml',
	'/.well-known/security.txt',
	`/share/1-${'0'.repeat(20)}.jpg`,
]

/** Reader pages, with their statuses. */
export const readerPages = ({
	slug,
	commentId,
	removedId,
	receipt,
	author,
	gone,
}: PageContent): [path: string, status?: number][] => [
	['/'],
	[`/news/${slug}`],
	[`/news/${slug}?reply=${commentId}&comment=${commentId}`],
	...['flat', 'collapsed'].map((view): [string] => [`/news/${slug}?view=${view}`]),
	[`/news/${slug}/comments/${commentId}/edit`, 404],
	[`/news/${slug}/comments/${removedId}`, 410],
	...['token=x', 'done=waiting'].map((query): [string] => [
		`/news/${slug}/comments/${commentId}/confirm?${query}`,
	]),
	...['counts', 'history', 'history/1', 'history/2'].map((end): [string] => [`/news/${slug}/${end}`]),
	['/sections/news'],
	[`/people/${author}`],
	['/tags/πλοίο'],
	['/corrections'],
	['/comments'],
	['/comments/respected'],
	['/follow'],
	['/accessibility'],
	[`/news/${slug}/comments/99`, 404],
	[`/reports/new?comment=${commentId}`],
	[receipt],
	['/stored-data'],
	['/transparency'],
	['/transparency/1999-01', 404],
	['/reports/1', 404],
	['/replies?token=x', 404],
	['/decisions/1', 404],
	['/search'],
	[`/search?q=${encodeURIComponent('Γέφυρα')}`],
	[`/search?q=${encodeURIComponent('Γέφυρας ξένη')}&author=${encodeURIComponent('Νίκος')}`],
	['/sign-in'],
	['/sign-in?next=/desk'],
	['/sign-in?link=x'],
	['/sign-up'],
	['/sign-up/confirm?token=x'],
	['/password'],
	['/password?token=x'],
	['/welcome?token=x'],
	['/preview/x', 404],
	[`/news/${gone}`, 410],
	['/news/x', 404],
	['/tags/x', 404],
	['/people/x', 404],
	['/sections/x', 404],
	['/x', 404],
	['/corrections?page=9', 404],
	['/reading-list'],
	...['comments', 'votes', 'notices', 'ignored'].map((end): [string] => [`/account/${end}`]),
	...['/archive', '/tags', '/people', '/series', '/most', '/most/angry'].map((path): [string] => [path]),
	...['', `/${mondayOf(new Date().toISOString().slice(0, 10))}`].map((end): [string] => [`/moods${end}`]),
	['/moods/1999-01-04', 404],
	['/archive/1999', 404],
	['/series/x', 404],
	['/most/x', 404],
	[`/news/${slug}/photos/9`, 404],
	...FILES.map((path): [string, number] => [path, 404]),
	[`/oembed?format=csv&url=${encodeURIComponent(`http://square.test/news/${slug}`)}`, 501],
]
