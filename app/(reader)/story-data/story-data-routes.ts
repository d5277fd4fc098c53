import { answerMachines } from '@/app/(reader)/answer-machines'
import { OVERRIDES } from '@/app/(reader)/overrides'
import { apiList, apiStory } from '@/components/story-data/api'
import { ninjsOf } from '@/components/story-data/ninjs'
import type { StoryData } from '@/components/story-data/story'
import { type FeedStory, liveStoryById, liveStoryBySlug, storiesBefore } from '@/domain/feeds/stories'
import { namedError } from '@/lib/error-words'
import type { ResponseOverride } from '@/lib/request-context'
import type { FileRoute, RenderedFile } from '@/server/rendered-files'
import { NINJS_FEED_ROUTES } from './ninjs-feed'
import { jsonFile, siteFacts, storyData } from './story-data'

/** Stories as data: ninjs beside the pages of stories and of lists, and the read API. */
export const STORY_DATA_ROUTES: FileRoute[] = [
	...NINJS_FEED_ROUTES,
	{ path: /^\/news\/([^/]+)\.ninjs\.json$/, render: ([slug = '']) => ninjsFile(slug) },
	{ path: /^\/api\/stories$/, select, render: () => list(null) },
	{ path: /^\/api\/stories\/before\/([1-9]\d{0,14})$/, render: ([id]) => list(Number(id)) },
	{ path: /^\/api\/stories\/([1-9]\d{0,14})$/, render: ([id]) => single(Number(id)) },
]

function select(query: URLSearchParams): string | ResponseOverride {
	const before = query.get('before')
	if (before === null) return '/api/stories'
	return /^[1-9]\d{0,14}$/.test(before) ? `/api/stories/before/${before}` : NO_STORY
}

async function ninjsFile(slug: string): Promise<RenderedFile | ResponseOverride> {
	const override = await OVERRIDES.news(slug)
	if (override?.kind === 'redirect') return { ...override, location: `${override.location}.ninjs.json` }
	if (override) return override
	const story = await liveStoryBySlug(slug)
	return story ? storyFile(story, ninjsOf) : NO_STORY
}

async function single(id: number): Promise<RenderedFile | ResponseOverride> {
	const story = await liveStoryById(id)
	return story ? storyFile(story, apiStory) : NO_STORY
}

async function storyFile(story: FeedStory, write: (data: StoryData) => unknown): Promise<RenderedFile> {
	await answerMachines(story.article.machines)
	return jsonFile(write(await storyData(story, await siteFacts())))
}

async function list(before: number | null): Promise<RenderedFile | ResponseOverride> {
	const page = await storiesBefore(before)
	if (!page) return NO_STORY
	await answerMachines()
	const facts = await siteFacts()
	const stories: StoryData[] = []
	for (const story of page.stories) stories.push(await storyData(story, facts, false))
	return jsonFile(apiList(stories, page.next))
}

const NO_STORY = namedError(404, 'noNumber')
