import { answerForFullTexts } from '@/app/(reader)/answer-machines'
import { FEED_LENGTH_MAX } from '@/app/(reader)/feeds/story-feed'
import { OVERRIDES } from '@/app/(reader)/overrides'
import { ninjsFeedOf } from '@/components/story-data/ninjs-feed'
import type { StoryData } from '@/components/story-data/story'
import { newestStories } from '@/domain/feeds/stories'
import { ALL_STORIES, STORY_LISTS, type StoryList } from '@/domain/feeds/story-lists'
import { namedError } from '@/lib/error-words'
import type { ResponseOverride } from '@/lib/request-context'
import type { FileRoute, RenderedFile } from '@/server/rendered-files'
import { jsonFile, siteFacts, storyData } from './story-data'

type Kind = keyof typeof STORY_LISTS

/** The lists of stories as ninjs, beside their feeds. */
export const NINJS_FEED_ROUTES: FileRoute[] = [
	{ path: /^\/feed\.ninjs\.json$/, render: () => listFile(ALL_STORIES) },
	{
		path: /^\/(sections|tags|people|series)\/([^/]+)\/feed\.ninjs\.json$/,
		render: ([kind, slug = '']) => namedList(kind as Kind, slug),
	},
]

async function namedList(kind: Kind, slug: string): Promise<RenderedFile | ResponseOverride> {
	const override = await OVERRIDES[kind](slug)
	if (override?.kind === 'redirect') return { ...override, location: `${override.location}/feed.ninjs.json` }
	if (override) return override
	const list = await STORY_LISTS[kind](slug)
	// Removed since the override was looked up.
	return list ? listFile(list) : NO_LIST
}

async function listFile(list: StoryList): Promise<RenderedFile> {
	await answerForFullTexts()
	const facts = await siteFacts()
	const stories: StoryData[] = []
	let length = 0
	for await (const story of newestStories(list.where)) {
		const data = await storyData(story, facts)
		length += data.html.length
		if (length > FEED_LENGTH_MAX && stories.length > 0) break
		stories.push(data)
	}
	return jsonFile(ninjsFeedOf({ uri: facts.idOf(list.id), list, stories, organisation: facts.organisation }))
}

const NO_LIST = namedError(404, 'noStories')
