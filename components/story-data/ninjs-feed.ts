import type { Organisation } from '@/domain/organisation'
import { absoluteUrl } from '@/lib/site-url'
import { NINJS_STANDARD, ninjsOf, rightsInfo } from './ninjs'
import type { StoryData } from './story'

type StoryFeed = {
	/** Permanent, as `urn:uuid:…`. */
	uri: string
	list: { path: string; name: string; description: string | null }
	/** Newest first. */
	stories: StoryData[]
	organisation: Organisation
}

/** A list of stories as ninjs: a composite with whole stories, each as it is beside its page. */
export function ninjsFeedOf({ uri, list, stories, organisation }: StoryFeed) {
	const { siteName, tagline, language, orgLegalName } = organisation
	const changes = stories.map(({ updatedAt }) => Number(updatedAt))
	const description = list.description || (list.name ? null : tagline)
	return {
		uri,
		standard: NINJS_STANDARD,
		type: 'composite',
		representationType: 'full',
		pubStatus: 'usable',
		language,
		versionCreated: changes.length > 0 ? new Date(Math.max(...changes)).toISOString() : undefined,
		title: list.name ? `${list.name} – ${siteName}` : siteName,
		descriptions: description ? [{ role: 'summary', value: description }] : undefined,
		infoSources: [{ name: siteName, role: 'publisher', uri: absoluteUrl('/') }],
		copyrightHolder: orgLegalName || siteName,
		rightsInfo: rightsInfo(),
		renditions: [{ name: 'web', href: absoluteUrl(list.path), contentType: 'text/html' }],
		associations: stories.map((story, index) => ({
			name: `story ${index + 1}`,
			rel: 'item',
			...ninjsOf(story),
		})),
	}
}
