import { checkLink, type LinkCheck, type LinkCheckOptions } from '@/lib/check-link'
import { hrefsOf } from '../body/hrefs'
import { authorize, type Viewer } from '../permissions'
import type { StoryFields } from './fields'

export type CheckedLink = LinkCheck & { url: string }

/** Links of one check; a story with more is checked up to here. */
export const LINKS_CHECKED_MAX = 60
const AT_ONCE = 4

type LinkedText = Pick<StoryFields, 'body' | 'sources'>

/** Addresses of other sites in the text and the sources of a story, without duplicates. */
export const linksOf = ({ body, sources }: LinkedText): string[] => [
	...new Set(
		[...hrefsOf(body), ...sources.flatMap(({ url }) => url ?? [])].filter((url) => /^https?:/i.test(url)),
	),
]

/**
 * Requests the links of a text, saved or not, a few at once, and lists broken ones first. @throws Refusal
 */
export async function checkLinks(
	viewer: Viewer,
	text: LinkedText,
	options: LinkCheckOptions = {},
): Promise<CheckedLink[]> {
	authorize(viewer, 'write stories')
	const waiting = linksOf(text).slice(0, LINKS_CHECKED_MAX)
	const checked: CheckedLink[] = []
	const work = async () => {
		for (let url = waiting.shift(); url; url = waiting.shift())
			checked.push({ url, ...(await checkLink(url, options)) })
	}
	await Promise.all(Array.from({ length: AT_ONCE }, work))
	const order = { broken: 0, unclear: 1, works: 2 }
	return checked.sort((one, other) => order[one.state] - order[other.state])
}
