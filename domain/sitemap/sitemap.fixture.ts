import { authorSlugs, tagBlocks } from './lists'
import { newsStories, storiesOfBlock, storyBlocks } from './stories'

/** All reads of sitemaps whose tables grow with the number of stories. */
export async function readSitemaps(): Promise<void> {
	for (const { block } of await storyBlocks()) await storiesOfBlock(block)
	await newsStories()
	await tagBlocks()
	await authorSlugs()
}
