import { authorSlugs, tagBlocks } from '../sitemap/lists'
import { newsStories, storiesOfBlock, storyBlocks } from '../sitemap/stories'
import { findFollowable } from './follow'
import { newestStories } from './stories'
import { ALL_STORIES, STORY_LISTS } from './story-lists'
import { newestComments } from './thread'

/** All reads of feeds and of their page, for a story with the tag, the section and the author. */
export async function readFeeds(
	slug: string,
	{ section = 'news', tag = 'harbour', author = '', part = 'the-harbour' },
): Promise<void> {
	const { sections, tags, people, series } = STORY_LISTS
	const named = [await sections(section), await tags(tag), await people(author), await series(part)]
	for (const list of [ALL_STORIES, ...named])
		for await (const story of newestStories(list?.where)) story.article.id
	await newestComments(slug)
	await findFollowable()
}

/** All reads of sitemaps from tables that grow with the number of stories. */
export async function readSitemaps(): Promise<void> {
	for (const { block } of await storyBlocks()) await storiesOfBlock(block)
	await newsStories()
	await tagBlocks()
	await authorSlugs()
}
