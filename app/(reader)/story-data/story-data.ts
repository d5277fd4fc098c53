import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { StoryHtml } from '@/components/feeds/story-html'
import type { StoryData } from '@/components/story-data/story'
import type { FeedStory } from '@/domain/feeds/stories'
import { findOrganisation } from '@/domain/organisation'
import { permanentIds } from '@/domain/site-identity'
import type { RenderedFile } from '@/server/rendered-files'

export type SiteFacts = Pick<StoryData, 'organisation'> & { idOf: Awaited<ReturnType<typeof permanentIds>> }

export async function siteFacts(): Promise<SiteFacts> {
	const [organisation, idOf] = await Promise.all([findOrganisation(), permanentIds()])
	return { organisation, idOf }
}

/** A story with all that its data formats name; `whole` with its text. */
export async function storyData(
	story: FeedStory,
	{ organisation, idOf }: SiteFacts,
	whole = true,
): Promise<StoryData> {
	const { article, corrections } = story
	const props = { article, corrections, settings: organisation }
	const html = whole ? renderToStaticMarkup(createElement(StoryHtml, props)) : ''
	// Other requests are answered between two stories.
	await new Promise((resolve) => setImmediate(resolve))
	return { ...story, uri: idOf(`article:${article.id}`), html, organisation }
}

/** Lone surrogates, which JSON can only escape, would stop some parsers. */
export const jsonFile = (data: unknown): RenderedFile => ({
	type: 'application/json; charset=utf-8',
	text: JSON.stringify(data, (_, value) => (typeof value === 'string' ? value.toWellFormed() : value)),
})
