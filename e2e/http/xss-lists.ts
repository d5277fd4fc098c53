import { IGNORED_MAX, ignoreAuthor } from '@/domain/comments/ignore'
import { setRespect } from '@/domain/comments/respect'
import { saveArrangement } from '@/domain/front-page-save'
import type { StaffViewer } from '@/domain/permissions'
import { addPhoto } from '@/domain/photos/add'
import { RESPECTED_MAX, RESPECTED_MIN } from '@/lib/comment-lists'
import { READER_COOKIE } from '@/lib/cookies'
import { EMPTY_ARRANGEMENT } from '@/lib/front-page-arrangement'
import { sign } from '@/lib/signing'
import { drawn, withIptc } from '../support/photos'
import { reader } from '../support/stories'
import type { Cookie } from './xss-site'
import type { Visit } from './xss-surfaces'

export type XssLists = {
	/** A reader who ignores and respects all authors. */
	follower: Cookie
	/** Numbers of photographs whose files hold payloads. */
	photos: number[]
	linked: { slug: string; id: number }
}

type Posted = { id: number; articleId: number; slug: string }

/** IPTC datasets that photographers fill in. */
const IPTC = { caption: 120, byline: 80, credit: 110, source: 115, headline: 105, notes: 40 }

/** Puts approved comments into the lists of all stories, and a photograph with payloads into the library. */
export async function fillLists(editor: StaffViewer, comments: Posted[], texts: string[]): Promise<XssLists> {
	const followers = Array.from({ length: RESPECTED_MIN }, () => reader())
	for (const { id, articleId } of comments.slice(0, Math.min(RESPECTED_MAX, IGNORED_MAX))) {
		await Promise.all(followers.map((follower) => setRespect(follower, articleId, id, true)))
		if (followers[0]) await ignoreAuthor(followers[0], articleId, id)
	}
	await saveArrangement(editor, { ...EMPTY_ARRANGEMENT, blocks: ['latest', 'respected'] }, { base: 0 })
	const photos: number[] = []
	for (const [at, text] of texts.slice(0, 2).entries()) {
		const jpeg = await drawn(1200, 900 + at)
			.jpeg()
			.toBuffer()
		const datasets = Object.values(IPTC).map((number): [number, string] => [number, text])
		photos.push((await addPhoto(editor, { bytes: withIptc(jpeg, datasets) })).id)
	}
	const [linked] = comments
	if (!linked) throw new Error('There are no comments.')
	const follower = { name: READER_COOKIE, value: sign('reader', followers[0]?.readerId ?? '') }
	return { follower, photos, linked }
}

export const listVisits = ({ follower, photos, linked: { slug, id } }: XssLists): Visit[] => [
	{ surface: 'front page', path: '/', viewer: 'reader' },
	{ surface: 'latest comments', path: '/comments', viewer: 'reader', isList: true },
	{ surface: 'respected comments', path: '/comments/respected', viewer: 'reader', isList: true },
	{ surface: 'linked comment', path: `/news/${slug}?comment=${id}&reply=${id}`, viewer: 'reader' },
	{ surface: 'own votes', path: '/account/votes', viewer: follower, isList: true },
	{ surface: 'ignored', path: '/account/ignored', viewer: follower },
	{ surface: 'photographs', path: '/desk/photographs', viewer: 'owner' },
	...photos.map(
		(number): Visit => ({ surface: 'photograph', path: `/desk/photographs/${number}`, viewer: 'owner' }),
	),
]
