import type { FeedPhoto } from '@/components/feeds/feed'
import type { Organisation, PolicyKey } from '@/domain/organisation'
import { CORRECTION_WORDS } from '@/lib/corrections'
import { absoluteUrl } from '@/lib/site-url'
import { photosOf, type StoryData, storyUrl } from './story'

/*
 * News in JSON of the IPTC (ninjs), version 3.2: how newsrooms and archives exchange stories.
 */

export const NINJS_STANDARD = {
	name: 'ninjs',
	version: '3.2',
	schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.2.json#',
}

/** The terms of the site and its stories, in Really Simple Licensing. */
export const rightsInfo = () => ({
	langId: 'https://rslstandard.org/rsl',
	linkedRights: absoluteUrl('/license.xml'),
})

const POLICY_TITLES: Record<PolicyKey, string> = {
	orgEthicsUrl: 'Ethics',
	orgCorrectionsUrl: 'Corrections',
	orgOwnershipUrl: 'Ownership and funding',
	orgFeedbackUrl: 'Feedback',
}

/** A story as ninjs. */
export function ninjsOf(story: StoryData) {
	const { uri, article, corrections, updatedAt, html, organisation } = story
	const { headline, kicker, standfirst, bylines, publishedAt, readTime } = article
	const { siteName, orgLegalName } = organisation
	const names = bylines.map(({ name }) => name).join(', ')
	const photos = photosOf(article)
	return {
		uri,
		standard: NINJS_STANDARD,
		type: 'text',
		representationType: 'full',
		pubStatus: 'usable',
		profile: photos.length > 0 ? 'text-photo' : 'text-only',
		language: article.language,
		firstCreated: publishedAt.toISOString(),
		versionCreated: updatedAt.toISOString(),
		title: headline,
		by: names || undefined,
		headlines: [{ role: 'main', value: headline }, ...valued('kicker', kicker)],
		descriptions: [
			...valued('summary', standfirst),
			...corrections.flatMap(({ kind, text }) => valued(CORRECTION_WORDS[kind].toLowerCase(), text)),
		],
		bodies: [{ role: 'main', contentType: 'text/html', wordCount: readTime.words, value: html }],
		...creatorsOf(story),
		infoSources: [
			{ name: siteName, role: 'publisher', uri: absoluteUrl('/') },
			...article.sources.map(({ name, url }) => ({ name, role: 'source', uri: url ?? undefined })),
		],
		subjects: subjectsOf(story),
		copyrightHolder: orgLegalName || siteName,
		rightsInfo: rightsInfo(),
		renditions: [{ name: 'web', href: storyUrl(story), contentType: 'text/html' }],
		associations: photos.map(pictureOf),
		trustIndicators: trustOf(organisation),
	}
}

const valued = (role: string, value: string | null) => (value ? [{ role, value }] : [])

/** Bylines: `people` are human beings, agencies are organisations. */
function creatorsOf({ article }: StoryData) {
	const named = (kind: 'person' | 'organisation') =>
		article.bylines
			.filter((byline) => byline.kind === kind)
			.map(({ name, slug }) => ({ name, rel: 'author', uri: absoluteUrl(`/people/${slug}`) }))
	return { people: named('person'), organisations: named('organisation') }
}

function subjectsOf({ article: { section, tags } }: StoryData) {
	const subject = (rel: string, path: string, { name, slug }: { name: string; slug: string }) => ({
		name,
		rel,
		uri: absoluteUrl(`/${path}/${slug}`),
	})
	return [
		...(section ? [subject('section', 'sections', section)] : []),
		...tags.map((tag) => subject('tag', 'tags', tag)),
	]
}

function pictureOf({ url, width, height, alt, caption, credit }: FeedPhoto, index: number) {
	return {
		name: `picture ${index + 1}`,
		uri: url,
		type: 'picture',
		descriptions: [...valued('caption', caption), ...valued('alternative text', alt)],
		by: credit || undefined,
		renditions: [{ name: 'web', href: url, contentType: 'image/jpeg', width, height }],
	}
}

const trustOf = ({ policies }: Organisation) =>
	(Object.keys(POLICY_TITLES) as PolicyKey[]).flatMap((key) => {
		const page = policies[key]
		return page ? [{ title: POLICY_TITLES[key], href: absoluteUrl(page) }] : []
	})
