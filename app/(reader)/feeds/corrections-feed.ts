import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { answerMachines } from '@/app/(reader)/answer-machines'
import type { Feed, FeedEntry } from '@/components/feeds/feed'
import { storyText } from '@/components/layout/lang'
import { type ListedCorrection, listCorrections } from '@/domain/corrections'
import { siteSettings } from '@/domain/settings'
import { permanentIds } from '@/domain/site-identity'
import { correctionId } from '@/lib/corrections'
import { messages } from '@/lib/messages/messages'
import { absoluteUrl } from '@/lib/site-url'
import { feedHead } from './feed-head'
import { newestOf } from './story-feed'

const PATH = '/corrections'

/** The feed of the newest corrections. */
export async function correctionsFeed(): Promise<Feed> {
	await answerMachines()
	const [settings, idOf] = await Promise.all([siteSettings(), permanentIds()])
	const { corrections } = await listCorrections()
	const entries = corrections.map((correction) =>
		correctionEntry(correction, idOf(`correction:${correction.id}`)),
	)
	return {
		...feedHead(settings, PATH),
		id: idOf('corrections'),
		title: `${messages().page.corrections} – ${settings.siteName}`,
		description: messages().follow.correctionsDescription,
		updated: newestOf(entries),
		entries,
	}
}

function correctionEntry(
	{ id, kind, text, at, language, story }: ListedCorrection,
	entryId: string,
): FeedEntry {
	const { article, follow } = messages()
	const word = article.correctionKinds[kind]
	const isLive = story !== null && !story.withdrawn
	return {
		id: entryId,
		url: absoluteUrl(isLive ? `/news/${story.slug}#${correctionId(id)}` : `${PATH}#${correctionId(id)}`),
		title: story ? follow.correctionOf(word, story.headline) : word,
		summary: null,
		html: renderToStaticMarkup(createElement('p', storyText(language), text)),
		published: at,
		updated: at,
		authors: [],
		categories: [],
		photos: [],
		replies: null,
		inReplyTo: null,
	}
}
